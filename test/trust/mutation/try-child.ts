/** `node try-child.ts <plan>`: runs the tests of a plan with its mutants built into the sources; what is found is in the journal. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startVitest } from 'vitest/node';
import { instrument } from './instrument.ts';
import type { Mutant } from './mutants.ts';

/** What one process tries. The number of a mutant is its place in the list. */
export interface Plan {
  readonly mutants: readonly Mutant[];
  readonly tests: readonly string[];
  readonly journal: string;
  readonly judged: readonly number[];
}

const { mutants, tests, journal, judged } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
const inFiles = new Map<string, Map<number, Mutant>>();
for (const [id, mutant] of mutants.entries()) {
  const file = resolve(mutant.file);
  inFiles.set(file, (inFiles.get(file) ?? new Map<number, Mutant>()).set(id, mutant));
}

const vitest = await startVitest(
  'test',
  [...tests],
  {
    config: false,
    watch: false,
    include: [...tests],
    runner: resolve(import.meta.dirname, 'runner.ts'),
    reporters: [],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 10_000,
    teardownTimeout: 1000,
    env: {
      TREPALLINI_TEST_FILES: String(tests.length),
      TREPALLINI_JOURNAL: journal,
      TREPALLINI_JUDGED: JSON.stringify(judged),
    },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform(source, id) {
          const own = inFiles.get(id);
          return own && { code: instrument(source, own), map: null };
        },
      },
    ],
  },
);
await vitest.close();
