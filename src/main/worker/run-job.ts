import type { WritableLedger } from '../ledger/open.ts';
import { raiseRevision } from '../ledger/revision.ts';
import { sealWrites } from '../ledger/seals/write-seals.ts';
import type { JobContext, JobProgress } from './job-context.ts';
import { jobs, keepNothing, sayNothing, type Jobs } from './jobs.ts';

/** Somebody asked the job to stop; the ledger is as it was before it. */
export interface Stopped {
  readonly stopped: true;
}

class StopRequest extends Error {}

/**
 * Runs one job as one transaction. `isStopped` is looked at all along; when it says yes everything is rolled back.
 * Whatever a job throws is thrown on, after the rollback.
 */
export function runJob<Name extends keyof Jobs>(
  ledger: WritableLedger,
  name: Name,
  input: Jobs[Name]['input'],
  outside: { now: string; isStopped: () => boolean; progress: (progress: JobProgress) => void },
): Jobs[Name]['output'] | Stopped {
  const context: JobContext = {
    now: outside.now,
    progress: outside.progress,
    breathe() {
      if (outside.isStopped()) throw new StopRequest();
    },
  };
  ledger.exec('BEGIN IMMEDIATE');
  try {
    const output = jobs[name](ledger, input, context);
    context.breathe();
    const isKept = output.ok && !keepNothing.has(name);
    if (isKept && !sayNothing.has(name)) raiseRevision(ledger);
    if (isKept) sealWrites(ledger, () => context.breathe());
    ledger.exec(isKept ? 'COMMIT' : 'ROLLBACK');
    return output;
  } catch (error) {
    if (ledger.inTransaction) ledger.exec('ROLLBACK');
    if (error instanceof StopRequest) return { stopped: true };
    throw error;
  }
}
