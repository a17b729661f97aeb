import { parentPort, workerData } from 'node:worker_threads';
import { backUpBeforeMigrating } from '../ledger/backup/before-migration.ts';
import { nextDocumentId } from '../ledger/documents.ts';
import { holdQueue } from '../ledger/messages/outbox-state.ts';
import { openWritable, type WritableLedger } from '../ledger/open.ts';
import { keepSentinel, momentOf, noteCommit } from '../ledger/sentinel.ts';
import { keepNothing, leaveNoTrace, sayNothing } from './jobs.ts';
import { bringUpToDate } from './rederive.ts';
import type { JobAnswer, JobRequest, WorkerStart } from './messages.ts';
import { runJob } from './run-job.ts';
import { createThrottle } from './throttle.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');
const say = (told: JobAnswer): void => port.postMessage(told);

await start(workerData as WorkerStart);

/** Opens the ledger, the only writable one there is, and answers one job at a time. */
async function start({ folder, whenOlder, backup, isOlder }: WorkerStart): Promise<void> {
  const ready = await backUpBeforeMigrating(folder, backup);
  const opened = ready.ok ? openWritable(folder, whenOlder) : ready;
  if (!opened.ok) {
    say({ type: 'opened', problem: opened.problem });
    return;
  }
  const ledger = opened.value;
  try {
    if (isOlder) holdQueue(ledger, 'restored');
    bringUpToDate(ledger);
  } catch (error) {
    if (!isBusy(error)) throw error;
    ledger.close();
    say({ type: 'opened', problem: { code: 'ledger-busy' } });
    return;
  }
  port?.on('message', (message: JobRequest | 'close') => {
    if (message === 'close') {
      closeNoted(ledger, folder);
      port?.close();
    } else answer(ledger, message, folder);
  });
  say({ type: 'opened', problem: null });
}

/** The log of changes goes with the last connection: what is noted of it goes too. */
function closeNoted(ledger: WritableLedger, folder: string): void {
  const moment = momentOf(ledger);
  const documents = nextDocumentId(ledger) - 1;
  ledger.close();
  keepSentinel(folder, { ...moment, documents, next: null });
}

function answer(ledger: WritableLedger, { id, name, input, now, stop }: JobRequest, folder: string): void {
  const flag = new Int32Array(stop);
  const progress = createThrottle(100, (told) => say({ type: 'progress', id, progress: told }));
  try {
    const output = runJob(ledger, name, input as never, {
      now,
      isStopped: () => Atomics.load(flag, 0) !== 0,
      progress: (told) => progress.tell(told),
    });
    progress.flush();
    if (leaveNoTrace.has(name)) wipe(ledger);
    if (!keepNothing.has(name) && !sayNothing.has(name)) noteCommit(ledger, folder);
    say({ type: 'done', id, output });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ type: 'failed', id, busy: isBusy(error), error: text });
  }
}

/**
 * Written anew without its free pages, and its log cut: what was deleted is in no byte of them. SQLite overwrites what it
 * deletes; this is for what lies in pages that it only gave back.
 */
function wipe(ledger: WritableLedger): void {
  ledger.exec('VACUUM');
  ledger.pragma('wal_checkpoint(TRUNCATE)');
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
