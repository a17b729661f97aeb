import { parentPort, workerData } from 'node:worker_threads';
import { openWritable, type WritableLedger } from '../ledger/open.ts';
import { bringUpToDate } from './rederive.ts';
import type { JobAnswer, JobRequest, WorkerStart } from './messages.ts';
import { runJob } from './run-job.ts';
import { createThrottle } from './throttle.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');
const say = (told: JobAnswer): void => port.postMessage(told);

start(workerData as WorkerStart);

/** Opens the ledger, the only writable one there is, and answers one job at a time. */
function start({ folder }: WorkerStart): void {
  const opened = openWritable(folder);
  if (!opened.ok) {
    say({ type: 'opened', problem: opened.problem });
    return;
  }
  const ledger = opened.value;
  try {
    bringUpToDate(ledger);
  } catch (error) {
    if (!isBusy(error)) throw error;
    ledger.close();
    say({ type: 'opened', problem: { code: 'ledger-busy' } });
    return;
  }
  port?.on('message', (message: JobRequest | 'close') => {
    if (message === 'close') {
      ledger.close();
      port?.close();
    } else answer(ledger, message);
  });
  say({ type: 'opened', problem: null });
}

function answer(ledger: WritableLedger, { id, name, input, now, stop }: JobRequest): void {
  const flag = new Int32Array(stop);
  const progress = createThrottle(100, (told) => say({ type: 'progress', id, progress: told }));
  try {
    const output = runJob(ledger, name, input as never, {
      now,
      isStopped: () => Atomics.load(flag, 0) !== 0,
      progress: (told) => progress.tell(told),
    });
    progress.flush();
    say({ type: 'done', id, output });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ type: 'failed', id, busy: isBusy(error), error: text });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
