/** `node try-child.ts <plan>`: runs the tests of a plan with its mutants built into the sources; what is found is in the journal. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Seconds of the processor without a sign, on whatever busy computer: longer than any test takes. */
const patience = 60;

// The tests run in a thread of their own: one that never ends cannot be ended without its process.
let [size, used] = [0, process.cpuUsage()];
setInterval(() => {
  const now = statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
  const { user, system } = process.cpuUsage(used);
  if (now === size && (user + system) / 1e6 > patience) process.kill(process.pid, 'SIGKILL');
  if (now !== size) [size, used] = [now, process.cpuUsage()];
}, 1000).unref();

const vitest = await startVitest(
  'test',
  [...tests],
  {
    config: false,
    watch: false,
    include: [...tests],
    runner: fileURLToPath(import.meta.resolve('./runner.ts')),
    reporters: ['dot'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 600_000,
    teardownTimeout: 1000,
    // A source with its mutants inside must not be what another run finds.
    fsModuleCache: false,
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
