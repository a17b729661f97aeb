import type { Hand } from '../../shared/domain/trail.ts';
import type { BeforeMigration } from '../ledger/backup/before-migration.ts';
import type { OpenProblem, WhenOlder } from '../ledger/open.ts';
import type { LedgerTrouble } from '../ledger/trouble.ts';
import type { JobProgress } from './job-context.ts';
import type { Jobs } from './jobs.ts';
import type { ReaderTask } from './reader-task.ts';

/** What the worker is told when it starts. */
export interface WorkerStart {
  readonly folder: string;
  readonly whenOlder: WhenOlder;
  readonly backup: BeforeMigration;
  /** It is known to be older than it was: what waits to be sent waits for a person. */
  readonly isOlder: boolean;
  /** Who stands in front of the program. */
  readonly by: Hand;
}

/** Host to worker: do this. `stop` is a shared flag, because a busy worker hears no message. */
export interface JobRequest {
  readonly id: number;
  readonly name: keyof Jobs;
  readonly input: Jobs[keyof Jobs]['input'];
  readonly now: string;
  readonly stop: SharedArrayBuffer;
}

/** Worker to host. A `failed` job is a defect, unless it is known what the disk, or another program, did to it. */
export type JobAnswer =
  | { readonly type: 'opened'; readonly problem: OpenProblem | null }
  | { readonly type: 'progress'; readonly id: number; readonly progress: JobProgress }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly trouble: LedgerTrouble | null;
      readonly error: string;
    };

/** Worker to host: a busy worker starts no thread whose end it would hear. */
export type ReaderRequest =
  | { readonly type: 'begin-reading'; readonly task: ReaderTask }
  | { readonly type: 'end-reading'; readonly id: number };
