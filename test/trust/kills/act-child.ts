import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

// Does one thing in the ledger of a folder and is killed in the middle of it:
// `<ms|never> <start|work> <today> <folder> <what> …words`. The time runs from its start, or from the first progress that
// it tells. When the thing is done it says so, and waits for its end.
const [, , when = '', from = '', today = '', folder = '', what = '', ...words] = process.argv;

/** Each is loaded first: the program that is killed is one that is at work. */
const acts: Readonly<Record<string, () => Promise<() => unknown>>> = {
  'command-line': commandLine,
  core: operation,
  migrate: oneStep,
  copies,
  restores,
};

const loaded = await acts[what]?.();
const arm = await armed();
let begun = 0;
let answered = 0;
const begin = (): void => {
  if (begun > 0) return;
  begun = performance.now();
  arm();
};
onFirstWrite(process.stderr, begin);
onFirstWrite(process.stdout, () => (answered = performance.now()));
if (from === 'start') begin();
await loaded?.();
process.stdout.write(`\nrisposto in ${answered - begun} ms, fatto in ${performance.now() - begun} ms\n`);
if (when !== 'never') await new Promise((resolve) => setTimeout(resolve, 60_000));

/** Progress goes to the one, the answer to the other. */
function onFirstWrite(stream: NodeJS.WriteStream, hear: () => void): void {
  const write = stream.write.bind(stream);
  stream.write = ((...told: Parameters<typeof write>) => {
    stream.write = write;
    hear();
    return write(...told);
  }) as typeof write;
}

/** A thread that kills this process, whatever the others are doing, so many milliseconds after the returned call. */
async function armed(): Promise<() => void> {
  if (when === 'never') return () => undefined;
  const flag = new Int32Array(new SharedArrayBuffer(8));
  const source = `
    const { workerData: { flag, ms }, parentPort } = require('node:worker_threads');
    parentPort.postMessage('armed');
    Atomics.wait(flag, 0, 0);
    Atomics.wait(flag, 1, 0, ms);
    process.kill(process.pid, 'SIGKILL');`;
  const killer = new Worker(source, { eval: true, workerData: { flag, ms: Number(when) } });
  await new Promise((resolve) => killer.once('message', resolve));
  return () => {
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  };
}

async function commandLine(): Promise<() => unknown> {
  const { main } = await import('../../../src/main/hosts/cli/cli.ts');
  return async () => {
    const code = await main(['--archivio', folder, '--oggi', today, ...words]);
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  };
}

/** What only a window asks: an operation of the contract and its input. */
async function operation(): Promise<() => unknown> {
  const [name = '', input = '{}'] = words;
  const { createCore } = await import('../../../src/main/core.ts');
  return async () => {
    const core = createCore({
      folder,
      demo: false,
      author: 'c.bianchi',
      version: '1.2.3',
      alone: true,
      today: () => today as Day,
      now: () => new Date().toISOString(),
      onDefect(_incident, failed, error) {
        throw new Error(failed, { cause: error });
      },
    });
    const answer = await core.call(name as OperationName, JSON.parse(input) as never, { onProgress: tell });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    process.stdout.write(`${JSON.stringify(answer.value)}\n`);
    await core.close();
  };
}

/** The steps of the schema up to one, as whoever opens a ledger takes them. */
async function oneStep(): Promise<() => unknown> {
  const { default: Database } = await import('better-sqlite3');
  const { migrate } = await import('../../../src/main/ledger/migrate.ts');
  const { migrations } = await import('../../../src/main/ledger/migrations/index.ts');
  const db = new Database(join(folder, 'tre-pallini.db'), { timeout: 5_000 });
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  return () => {
    const migrated = migrate(db, migrations.slice(0, Number(words[0])));
    if (!migrated.ok) throw new Error(migrated.problem.code);
    db.close();
  };
}

async function copies(): Promise<() => unknown> {
  const { makeBackup } = await import('../../../src/main/ledger/backup/make-backup.ts');
  const { keepLadder } = await import('../../../src/main/ledger/backup/keep-ladder.ts');
  return async () => {
    for (let n = 0; n < Number(words[0]); n++) {
      const now = new Date().toISOString();
      const into = { folder: join(folder, 'copie'), create: true };
      const told = { archive: folder, into, now, day: now.slice(0, 10), program: '1.2.3' };
      const made = await makeBackup({ ...told, reason: 'import' });
      if (!made.ok) throw new Error(JSON.stringify(made.problem));
      process.stdout.write(`copia ${made.value.manifest.sequence}\n`);
      keepLadder(into.folder);
    }
  };
}

async function restores(): Promise<() => unknown> {
  const [times = '', ...sources] = words;
  const { restoreBackup } = await import('../../../src/main/ledger/backup/restore.ts');
  return () => {
    for (let n = 0; n < Number(times); n++) {
      const restored = restoreBackup(folder, sources[n % sources.length] ?? '', new Date().toISOString());
      if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
    }
  };
}

function tell(progress: unknown): void {
  process.stderr.write(`${JSON.stringify(progress)}\n`);
}
