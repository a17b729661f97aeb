import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, run } from './statements.ts';

/**
 * Finds the payments of the touched IUVs numbered `after`+1..`upTo` again by `derive`, and keeps their counters: what they
 * counted is taken out, and what they count put in.
 */
export function countedAnew(ledger: WritableLedger, after: number, upTo: number, derive: () => void): void {
  run(ledger, addTouched(-1), [after, upTo]);
  derive();
  run(ledger, addTouched(1), [after, upTo]);
  run(ledger, `DELETE FROM payment_counts WHERE count = 0`);
}

/** Counts every payment, whatever was counted before. */
export function countAllPayments(ledger: WritableLedger): void {
  run(ledger, `DELETE FROM payment_counts`);
  run(
    ledger,
    `INSERT INTO payment_counts (evidence, due_day, paid_on, count, cents)
     SELECT evidence, coalesce(due_day, ''), coalesce(paid_on, ''), count(*), sum(cents)
     FROM payments GROUP BY 1, 2, 3`,
  );
}

const addTouched = (sign: 1 | -1): string =>
  `INSERT INTO payment_counts (evidence, due_day, paid_on, count, cents)
   SELECT p.evidence, coalesce(p.due_day, ''), coalesce(p.paid_on, ''), ${sign} * count(*), ${sign} * sum(p.cents)
   FROM touched_iuvs t CROSS JOIN payments p ON p.iuv = t.iuv
   WHERE t.seq > ? AND t.seq <= ? GROUP BY 1, 2, 3
   ON CONFLICT DO UPDATE SET count = count + excluded.count, cents = cents + excluded.cents`;

/** The evidence that some payment has. */
export function knownEvidence(ledger: ReadableLedger): number[] {
  return all<{ evidence: number }>(ledger, `SELECT DISTINCT evidence FROM payment_counts`).map(
    ({ evidence }) => evidence,
  );
}
