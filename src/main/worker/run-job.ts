import { unknownHand, type Hand, type TrailHead } from '../../shared/domain/trail.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { raiseRevision } from '../ledger/revision.ts';
import { sealWrites } from '../ledger/seals/write-seals.ts';
import { tellTrail } from '../ledger/trail.ts';
import type { JobContext, JobProgress } from './job-context.ts';
import type { Reader } from './read-elsewhere.ts';
import { createSaving } from './saving.ts';
import { jobs, keepNothing, sayNothing, type Jobs } from './jobs.ts';
import { trails } from './trails/trails.ts';

/** Somebody asked the job to stop; the ledger is as it was before it. */
export interface Stopped {
  readonly stopped: true;
}

class StopRequest extends Error {}

/** What a job needs to know of the world. */
export interface OutsideJob {
  readonly reader: Reader;
  readonly now: string;
  readonly isStopped: () => boolean;
  /** Looked at once, before all is made to last: from then on nobody can stop the job. Without it, `isStopped` is. */
  readonly isStoppedAtLast?: () => boolean;
  readonly progress: (progress: JobProgress) => void;
  /** Who asked for it. */
  readonly by?: Hand;
  readonly noted?: TrailHead | null;
}

/**
 * Runs one job as one transaction, and tells in the trail what it did, in the same one. `isStopped` is looked at all along; when it says yes everything is rolled back.
 * Whatever a job throws is thrown on, after the rollback.
 */
export function runJob<Name extends keyof Jobs>(
  ledger: WritableLedger,
  name: Name,
  input: Jobs[Name]['input'],
  outside: OutsideJob,
): Jobs[Name]['output'] | Stopped {
  const hand = { at: outside.now, by: outside.by ?? unknownHand };
  const breathe = (): void => {
    if (outside.isStopped()) throw new StopRequest();
  };
  const context: JobContext = {
    now: outside.now,
    progress: outside.progress,
    reader: outside.reader,
    noted: outside.noted ?? null,
    tell: (drafts) => tellTrail(ledger, drafts, hand),
    breathe,
    saving: createSaving(breathe, outside.progress),
  };
  ledger.exec('BEGIN IMMEDIATE');
  try {
    const tell = trails[name](ledger, input);
    const output = jobs[name](ledger, input, context);
    context.breathe();
    const isKept = output.ok && !keepNothing.has(name);
    if (output.ok && isKept) context.tell(tell(output.value));
    if (isKept && !sayNothing.has(name)) raiseRevision(ledger);
    if (isKept) sealWrites(ledger, context.saving.part('seals'));
    if ((outside.isStoppedAtLast ?? outside.isStopped)()) throw new StopRequest();
    ledger.exec(isKept ? 'COMMIT' : 'ROLLBACK');
    return output;
  } catch (error) {
    if (ledger.inTransaction) ledger.exec('ROLLBACK');
    if (error instanceof StopRequest) return { stopped: true };
    throw error;
  }
}
