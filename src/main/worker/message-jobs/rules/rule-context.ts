import type { Day } from '../../../../shared/domain/day.ts';
import type { WritableLedger } from '../../../ledger/open.ts';
import type { JobContext } from '../../job-context.ts';

/** What all rules of one look have in common. */
export interface RuleContext {
  readonly ledger: WritableLedger;
  readonly today: Day;
  readonly author: string;
  /** The texts that rules name, as they are now; one that is not there is not in it. */
  readonly templates: Readonly<Record<string, string>>;
  /** The last day on which it was looked before this one. */
  readonly checkedOn: Day | null;
  /** Only the documents from this one on have something new to tell. */
  readonly lookFrom: number;
  readonly testMode: boolean;
  /** A person said that reminders may go although what is known of payments is old. */
  readonly acceptStale: boolean;
  readonly job: JobContext;
}
