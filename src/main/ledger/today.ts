import { asksForAttention, statuses } from '../../shared/domain/verdict.ts';
import type { FlowBucket, ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import type { Condition } from './pages/listing.ts';

/** True in SQL when what is awaited of a payment is late on the day `@today`; without a day nobody can say. */
export const isLate = lateOf('p');
/** Status of a payment as of the day `@today`. */
export const statusToday = statusOf('p');
/** Bucket of a flusso as of the day `@today`. */
export const bucketToday = `CASE WHEN f.due_day < @today THEN f.late_bucket ELSE f.bucket END`;
/** What a flusso amounts to: its own total, or, when only money names it, that money. */
export const flowCents = `CASE WHEN f.flusso_id IS NULL THEN f.received_cents ELSE f.total_cents END`;
/** What is left of a provvisorio after partial storni; the whole amount when all of it was called back. */
export const provvisorioCents = `CASE p.state WHEN 'cancelled' THEN p.cents ELSE p.cents - p.storned_cents END`;

/** The flussi that list a payment of the service `@service`. */
export const flussiOfService = `SELECT s.iuf_key FROM payments s WHERE s.service = @service`;

/** Buckets of provvisori that a person must clear up. */
export const openBuckets = [
  'inError',
  'notReported',
  'partial',
] as const satisfies readonly ProvvisorioBucket[];
/** Buckets of flussi that a person must look at. */
export const openFlowBuckets = [
  'missing',
  'inError',
  'notReported',
  'partial',
] as const satisfies readonly FlowBucket[];

const attentionStatuses = statuses.filter(asksForAttention);

/** True in SQL for the payments of the difference. */
export const paymentAttention: Condition = {
  sql: asksOf('p'),
  values: { attentionStatuses: JSON.stringify(attentionStatuses) },
};

/** True in SQL for the provvisori of the difference: open ones that no payment of the difference names already. */
export const provvisorioAttention: Condition = {
  sql: `p.bucket IN (SELECT value FROM json_each(@openBuckets))
    AND NOT EXISTS (SELECT 1 FROM quote s CROSS JOIN payments q ON q.iuf_key = s.iuf_key
      WHERE s.provvisorio_id = p.id AND ${asksOf('q')})
    AND NOT EXISTS (SELECT 1 FROM payments q WHERE q.provvisorio_id = p.id AND ${asksOf('q')})`,
  values: {
    openBuckets: JSON.stringify(openBuckets),
    attentionStatuses: JSON.stringify(attentionStatuses),
  },
};

/** True in SQL for the flussi that a person must look at. */
export const flowAttention: Condition = {
  sql: `${bucketToday} IN (SELECT value FROM json_each(@openBuckets))`,
  values: { openBuckets: JSON.stringify(openFlowBuckets) },
};

function lateOf(payment: string): string {
  return `coalesce(${payment}.due_day < @today, 0)`;
}

function statusOf(payment: string): string {
  return `CASE WHEN ${lateOf(payment)} THEN ${payment}.late_status ELSE ${payment}.status END`;
}

function asksOf(payment: string): string {
  return `${statusOf(payment)} IN (SELECT value FROM json_each(@attentionStatuses))`;
}
