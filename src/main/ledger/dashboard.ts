import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Status } from '../../shared/domain/verdict.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

export interface Counted<Key extends string> {
  readonly key: Key;
  readonly count: number;
  readonly cents: number;
}

/** True in SQL when what is awaited of a payment is late on the day `@today`; without a day nobody can say. */
export const isLate = `coalesce(p.due_day < @today, 0)`;
/** Status of a payment as of the day `@today`. */
export const statusToday = `CASE WHEN ${isLate} THEN p.late_status ELSE p.status END`;
/** Bucket of a flusso as of the day `@today`. */
export const bucketToday = `CASE WHEN f.due_day < @today THEN f.late_bucket ELSE f.bucket END`;
/** What a flusso amounts to: its own total, or, when only money names it, that money. */
export const flowCents = `CASE WHEN f.flusso_id IS NULL THEN f.received_cents ELSE f.total_cents END`;

export function countPayments(ledger: ReadableLedger, today: Day): Counted<Status>[] {
  return all(
    ledger,
    `SELECT ${statusToday} AS key, count(*) AS count, sum(p.cents) AS cents FROM payments p GROUP BY 1`,
    { today },
  );
}

export function countFlussi(ledger: ReadableLedger, today: Day): Counted<FlowBucket>[] {
  return all(
    ledger,
    `SELECT ${bucketToday} AS key, count(*) AS count, sum(${flowCents}) AS cents FROM flow_states f GROUP BY 1`,
    { today },
  );
}

/** The last day each source tells of; null while it told nothing. */
export function freshness(ledger: ReadableLedger): {
  giornale: Day | null;
  rendicontazione: Day | null;
  ricevute: Day | null;
} {
  const days = one<{ giornale: Day | null; rendicontazione: Day | null; ricevute: Day | null }>(
    ledger,
    `SELECT
       (SELECT max(p.header ->> '$.giornale.to') FROM document_parts p JOIN documents d ON d.id = p.document_id
        WHERE d.kind = 'giornale-opi' AND d.undone_at IS NULL) AS giornale,
       (SELECT max(day) FROM flussi) AS rendicontazione,
       (SELECT max(paid_on) FROM ricevute) AS ricevute`,
  );
  return days ?? { giornale: null, rendicontazione: null, ricevute: null };
}

/** The money that payments with one of these statuses name: flussi by key, single provvisori by id. */
export function moneyInDifference(
  ledger: ReadableLedger,
  today: Day,
  statuses: readonly Status[],
): { iufKeys: ReadonlySet<string>; ids: ReadonlySet<number> } {
  const rows = all<{ iufKey: string | null; provvisorioId: number | null }>(
    ledger,
    `SELECT DISTINCT p.iuf_key AS iufKey, p.provvisorio_id AS provvisorioId FROM payments p
     WHERE ${statusToday} IN (SELECT value FROM json_each(@statuses))`,
    { today, statuses: JSON.stringify(statuses) },
  );
  return {
    iufKeys: new Set(rows.flatMap((row) => row.iufKey ?? [])),
    ids: new Set(rows.flatMap((row) => row.provvisorioId ?? [])),
  };
}
