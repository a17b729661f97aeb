import { parentPort, workerData } from 'node:worker_threads';
import { codeOf } from '../disk/errors.ts';
import { runBackupJob, type BackupJob } from './backup-jobs.ts';

/** What the thread that copies tells before it ends. */
export type BackupAnswer = { readonly done: unknown } | { readonly failed: string; readonly code: string };

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');
const say = (answer: BackupAnswer): void => port.postMessage(answer);

try {
  say({ done: await runBackupJob(workerData as BackupJob) });
} catch (error) {
  const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say({ failed, code: codeOf(error) });
}
