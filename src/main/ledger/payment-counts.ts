import type { Day } from '../../shared/domain/day.ts';
import { decodeEvidence, judge, type Status } from '../../shared/domain/verdict.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';
import { stretches } from './stretches.ts';

/**
 * Counts every payment, whatever was counted before: triggers keep a counter right that was right, and heal none. In pieces:
 * `breathe` is called after each, and may throw to stop.
 */
export function countAllPayments(ledger: WritableLedger, breathe: () => void = () => undefined): void {
  run(ledger, `DELETE FROM payment_counts`);
  for (const { ids } of stretches(ledger, 'payments', [0, Number.MAX_SAFE_INTEGER])) {
    run(
      ledger,
      `INSERT INTO payment_counts (evidence, due_day, paid_on, count, cents)
       SELECT evidence, coalesce(due_day, ''), coalesce(paid_on, ''), count(*), sum(cents)
       FROM payments WHERE id BETWEEN ? AND ? GROUP BY 1, 2, 3
       ON CONFLICT DO UPDATE SET count = count + excluded.count, cents = cents + excluded.cents`,
      ids,
    );
    breathe();
  }
}

/** How many there are. */
export function countPayments(ledger: ReadableLedger): number {
  return one<{ n: number }>(ledger, `SELECT coalesce(sum(count), 0) AS n FROM payment_counts`)?.n ?? 0;
}

/** The evidence that some payment has. */
export function knownEvidence(ledger: ReadableLedger): number[] {
  return all<{ evidence: number }>(ledger, `SELECT DISTINCT evidence FROM payment_counts`).map(
    ({ evidence }) => evidence,
  );
}

/** The statuses that payments have on a day. */
export function statusesOn(ledger: ReadableLedger, today: Day): ReadonlySet<Status> {
  const found = all<{ evidence: number; late: 0 | 1 }>(
    ledger,
    `SELECT DISTINCT evidence, due_day <> '' AND due_day < @today AS late FROM payment_counts`,
    { today },
  );
  return new Set(found.map(({ evidence, late }) => judge(decodeEvidence(evidence), late === 1).status));
}
