import { z } from 'zod';
import { flowBuckets, provvisorioBuckets } from '../../domain/bucket.ts';
import { statuses } from '../../domain/verdict.ts';
import { policies } from './policies.ts';
import { amount, cents, count, day, text } from './base.ts';

const buckets = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), amount);

export const dashboard = z.strictObject({
  payments: amount,
  byStatus: buckets(statuses),
  flussi: buckets(flowBuckets),
  provvisori: buckets(provvisorioBuckets),
  difference: amount,
  freshness: z.strictObject({
    giornale: day.nullable(),
    rendicontazione: day.nullable(),
    ricevute: day.nullable(),
  }),
});

/** What the dashboard draws beside its figures. */
export const dashboardDetails = z.strictObject({
  /** The difference by reason, the greatest amount first; together they are `difference`. */
  reasons: z
    .array(
      z.discriminatedUnion('of', [
        z.strictObject({ of: z.literal('payments'), status: z.enum(statuses), count, cents }),
        z.strictObject({ of: z.literal('provvisori'), bucket: z.enum(provvisorioBuckets), count, cents }),
      ]),
    )
    .readonly(),
  /**
   * Our payments, and how far each of the three dots has come with them (`yes`, or no longer applying). `pagamento`
   * counts those whose receipt is here.
   */
  dots: z.strictObject({
    total: amount,
    pagamento: amount,
    rendicontazione: amount,
    riconciliazione: amount,
  }),
  /** The last twelve months that have payments of ours, oldest first, by the day of payment. */
  months: z
    .array(z.strictObject({ month: text, paid: amount, reported: amount, settled: amount }))
    .readonly(),
  /** The difference by age in days; `upTo` null is older than all others. Things without a day stand in the last. */
  ageing: z.array(z.strictObject({ upTo: count.nullable(), count, cents })).readonly(),
  /** Payments of ours whose service nobody knows. */
  withoutService: amount,
});

/** The ledger that answers. */
export const about = z.strictObject({
  /** Version of the program. */
  version: text,
  /** True for the ledger of invented data. */
  demo: z.boolean(),
  /** No document was ever imported. */
  empty: z.boolean(),
  /** Where the ledger is kept. */
  folder: text,
  /** The day the program counts lateness by. */
  today: day,
  /** From what it was built, and the day of that; null when it runs from its sources. */
  build: z.strictObject({ commit: text, day }).nullable(),
  /** What whoever looks after this computer decided. */
  policies,
  /** Number of the newest migration of this ledger. */
  schema: count,
});
