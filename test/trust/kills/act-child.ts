import Database from 'better-sqlite3';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createCore } from '../../../src/main/core.ts';
import { main } from '../../../src/main/hosts/cli/cli.ts';
import { createOffice } from '../../../src/main/hosts/office.ts';
import { keepLadder } from '../../../src/main/ledger/backup/keep-ladder.ts';
import { makeBackup } from '../../../src/main/ledger/backup/make-backup.ts';
import { restoreBackup } from '../../../src/main/ledger/backup/restore.ts';
import { migrate } from '../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import type { OperationName } from '../../../src/shared/contract/operations.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

// Does one thing in the ledger of a folder and is killed in the middle of it: `<ms|never> <today> <folder> <what> …words`. When
// the thing is acknowledged it says so, and waits for its end.
const [, , when = '', today = '', folder = '', what = '', ...words] = process.argv;

const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  'command-line': () => commandLine(words),
  core: () => ask(words),
  migrate: async () => oneStep(Number(words[0])),
  copies: () => copies(Number(words[0])),
  restores: async () => restores(Number(words[0]), words.slice(1)),
};

const begin = await armed();
const begun = performance.now();
begin();
await acts[what]?.();
process.stdout.write(`\nfatto in ${performance.now() - begun} ms\n`);
if (when !== 'never') await new Promise((resolve) => setTimeout(resolve, 60_000));

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

async function commandLine(told: readonly string[]): Promise<void> {
  const code = await main(['--archivio', folder, '--oggi', today, ...told]);
  if (code !== 0) throw new Error(`${told.join(' ')} ended with ${code}`);
}

/** What only a window asks: an operation of the contract and its input. */
async function ask([name = '', input = '{}']: readonly string[]): Promise<void> {
  const core = createCore({
    folder,
    demo: false,
    author: 'c.bianchi',
    version: '1.2.3',
    alone: true,
    office: createOffice(folder),
    today: () => today as Day,
    now: () => new Date().toISOString(),
    onDefect(_incident, operation, error) {
      throw new Error(operation, { cause: error });
    },
  });
  const answer = await core.call(name as OperationName, JSON.parse(input) as never);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  process.stdout.write(`${JSON.stringify(answer.value)}\n`);
  await core.close();
}

/** The steps of the schema up to one, as whoever opens a ledger takes them. */
function oneStep(version: number): void {
  const db = new Database(ledgerFile(folder), { timeout: 5_000 });
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  const migrated = migrate(db, migrations.slice(0, version));
  if (!migrated.ok) throw new Error(migrated.problem.code);
  db.close();
}

async function copies(times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const now = new Date().toISOString();
    const into = { folder: join(folder, 'copie'), create: true };
    const told = { archive: folder, into, now, day: now.slice(0, 10), program: '1.2.3' };
    const made = await makeBackup({ ...told, reason: 'import' });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    process.stdout.write(`copia ${made.value.manifest.sequence}\n`);
    keepLadder(into.folder);
  }
}

function restores(times: number, sources: readonly string[]): void {
  for (let n = 0; n < times; n++) {
    const restored = restoreBackup(folder, sources[n % sources.length] ?? '', new Date().toISOString());
    if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
  }
}
