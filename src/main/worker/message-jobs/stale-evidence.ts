import { daysBetween, type Day } from '../../../shared/domain/day.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { evidenceDay } from '../../ledger/messages/known-of-debt.ts';
import type { ReadableLedger } from '../../ledger/open.ts';

/** What is known of payments is too old to remind anybody: who has paid since would be asked again. */
export interface StaleEvidence {
  readonly code: 'evidence-stale';
  /** Of the last flusso; null when there never was one. */
  readonly day: Day | null;
  /** Calendar days since then. */
  readonly days: number | null;
}

export function staleEvidence(ledger: ReadableLedger, workingDays: number, today: Day): StaleEvidence | null {
  const day = evidenceDay(ledger, today);
  if (day === null) return { code: 'evidence-stale', day, days: null };
  return addWorkingDays(day, workingDays) < today
    ? { code: 'evidence-stale', day, days: daysBetween(day, today) }
    : null;
}
