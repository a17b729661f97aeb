import { globSync, readFileSync } from 'node:fs';
import { mutantsOf, type Mutant } from './mutants.ts';

/** Where money, days, IUV and verdicts are reckoned: files of types and of lists alone yield no mutants by themselves. */
const sources = ['src/shared/domain/**/*.ts', 'src/main/reconciliation/*.ts'];

/** The tests beside them, and of the rooms that do little else than ask them; whole offices are tried elsewhere and reach no further into one function. */
const tests = [
  'test/shared/domain/**/*.test.ts',
  'test/main/reconciliation/**/*.test.ts',
  'test/main/importers/{mapped,recipients}/**/*.test.ts',
];

export const allTests = (): string[] => globSync(tests).toSorted();

/** Two heaps of about the same size: one for each core. */
export function halves(): [Mutant[], Mutant[]] {
  const heaps: [Mutant[], Mutant[]] = [[], []];
  for (const file of globSync(sources).toSorted()) {
    const [first, second] = heaps;
    (first.length <= second.length ? first : second).push(...mutantsIn(file));
  }
  return heaps;
}

/** Every so many-th mutant of what counts most, and the tests beside these files. */
export function sample(size: number): { mutants: Mutant[]; tests: string[] } {
  const names = ['euro', 'day', 'verdict', 'bucket'];
  const all = names.flatMap((name) => mutantsIn(`src/shared/domain/${name}.ts`));
  const step = all.length / size;
  const mutants = Array.from({ length: size }, (_, at) => all[Math.floor(at * step)]).filter(
    (one) => one !== undefined,
  );
  return { mutants, tests: names.map((name) => `test/shared/domain/${name}.test.ts`) };
}

export const mutantsIn = (file: string): Mutant[] => mutantsOf(file, readFileSync(file, 'utf8'));
