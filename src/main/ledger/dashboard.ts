import type { FlowBucket, ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';
import { bucketToday, flowCents, provvisorioAttention, provvisorioCents } from './today.ts';

export interface Counted<Key> {
  readonly key: Key;
  readonly count: number;
  readonly cents: number;
}

/** Payments that are judged alike, because they share their evidence and their days. */
export interface PaymentGroup {
  readonly evidence: number;
  readonly dueDay: Day | null;
  readonly paidOn: Day | null;
  readonly count: number;
  readonly cents: number;
}

export function paymentGroups(ledger: ReadableLedger): PaymentGroup[] {
  return all(
    ledger,
    `SELECT evidence, nullif(due_day, '') AS dueDay, nullif(paid_on, '') AS paidOn, count, cents FROM payment_counts`,
  );
}

export function flussiByBucket(ledger: ReadableLedger, today: Day): Counted<FlowBucket>[] {
  return all(
    ledger,
    `SELECT ${bucketToday} AS key, count(*) AS count, sum(${flowCents}) AS cents FROM flow_states f GROUP BY 1`,
    { today },
  );
}

export function provvisoriByBucket(ledger: ReadableLedger): Counted<ProvvisorioBucket>[] {
  return all(
    ledger,
    `SELECT p.bucket AS key, count(*) AS count, sum(${provvisorioCents}) AS cents FROM provvisori p GROUP BY 1`,
  );
}

/** Provvisori that belong to the difference on their own: no payment of the difference names their money. */
export interface OpenProvvisori {
  readonly bucket: ProvvisorioBucket;
  readonly day: Day;
  readonly count: number;
  readonly cents: number;
}

export function openProvvisori(ledger: ReadableLedger, today: Day): OpenProvvisori[] {
  return all(
    ledger,
    `SELECT p.bucket, p.day, count(*) AS count, sum(${provvisorioCents}) AS cents FROM provvisori p
     WHERE ${provvisorioAttention.sql} GROUP BY 1, 2`,
    { today, ...provvisorioAttention.values },
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
