import { compileCodici } from '../../shared/domain/codice.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readSettings } from '../ledger/settings.ts';
import { touchDocuments } from '../ledger/touch-facts.ts';
import { openTouched } from '../ledger/touched.ts';
import { countItems, type JobContext } from './job-context.ts';
import { reconcile, stepsToMatch } from './reconcile.ts';

/** What documents speak of is matched again: told as one step, from the first of them to the last verdict. */
export interface Matching {
  /** Documents that came, or that are about to go: to be asked while their facts are there. */
  touch(from: number, to?: number): void;
  /** To be called now and then by whoever works between the touching and the end; may throw to stop. */
  readonly wait: () => void;
  end(): void;
}

export function createMatching(ledger: WritableLedger, context: JobContext): Matching {
  const tell = countItems(context, 'match');
  let touched = 0;
  const report = (): void => tell(touched, touched + stepsToMatch(ledger));
  openTouched(ledger);
  return {
    touch(from, to = from) {
      const before = touched;
      touchDocuments(ledger, from, to, (rows) => {
        touched = before + rows;
        report();
      });
    },
    wait: report,
    end: () => void reconcile(ledger, compileCodici(readSettings(ledger)), tell, touched),
  };
}
