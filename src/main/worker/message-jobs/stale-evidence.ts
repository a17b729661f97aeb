import { daysBetween, type Day } from '../../../shared/domain/day.ts';
import type { StaleEvidence } from '../../../shared/domain/message/run-block.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { evidenceDay } from '../../ledger/messages/known-of-debt.ts';
import type { ReadableLedger } from '../../ledger/open.ts';

/** Null while payments are known well enough. */
export function staleEvidence(ledger: ReadableLedger, workingDays: number, today: Day): StaleEvidence | null {
  const day = evidenceDay(ledger, today);
  if (day === null) return { code: 'evidence-stale', day, days: null };
  return addWorkingDays(day, workingDays) < today
    ? { code: 'evidence-stale', day, days: daysBetween(day, today) }
    : null;
}
