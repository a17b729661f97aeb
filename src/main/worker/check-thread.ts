import { parentPort, workerData } from 'node:worker_threads';
import { copySnapshot } from '../ledger/backup/make-backup.ts';
import { corruption } from '../ledger/integrity.ts';
import { ledgerFile, openToCheck } from '../ledger/open.ts';
import type { Reader } from './read-elsewhere.ts';
import { runJob } from './run-job.ts';
import type { VerifyFinding } from './verify-job.ts';

export interface CheckStart {
  readonly archive: string;
  /** Where a copy is made, to be verified at leisure: the ledger itself is let go at once. Whoever starts removes it. */
  readonly draft: string;
  readonly now: string;
}

export type CheckAnswer = { readonly findings: readonly VerifyFinding[] } | { readonly failed: string };

/** A verification looks into the ledger alone. Before the first line that runs: that one waits for it. */
const nothingToRead: Reader = {
  tell: () => forbid(),
  ask: () => forbid(),
};

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');

try {
  port.postMessage({ findings: await check(workerData as CheckStart) } satisfies CheckAnswer);
} catch (error) {
  const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port.postMessage({ failed } satisfies CheckAnswer);
}

function forbid(): never {
  throw new Error('a check reads no files');
}

async function check({ archive, draft, now }: CheckStart): Promise<readonly VerifyFinding[]> {
  try {
    await copySnapshot(ledgerFile(archive), draft);
  } catch (error) {
    const detail = corruption(error);
    if (detail === null) throw error;
    return [{ code: 'file-damaged', detail }];
  }
  const copy = openToCheck(draft);
  try {
    const outside = { now, isStopped: () => false, progress: () => undefined, reader: nothingToRead };
    const verified = runJob(copy, 'verify', {}, outside);
    if ('stopped' in verified || !verified.ok) throw new Error('the copy was not verified');
    return verified.value.findings;
  } finally {
    copy.close();
  }
}
