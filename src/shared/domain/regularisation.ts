/**
 * Why a part of a provvisorio is no reversale yet: `other-partner` money of another program, `not-ours` of another ente;
 * `unknown-service` nobody said which service it pays; `flow-absent` its flusso did not come; `flow-differs` what the
 * money has more or less than its flusso (with its sign); `flow-anomalous` the same, of a flusso that does not add up;
 * `to-share-out` several provvisori bring the flusso, and its rows do not fall on them; `single-unknown` nobody told what
 * it pays for; `single-differs` more or less than its receipt; `to-clear-up` money of no flusso.
 */
export const partReasons = [
  'other-partner',
  'not-ours',
  'unknown-service',
  'flow-absent',
  'flow-differs',
  'flow-anomalous',
  'to-share-out',
  'single-unknown',
  'single-differs',
  'to-clear-up',
] as const;
export type PartReason = (typeof partReasons)[number];

/** A part of a provvisorio: one proposed reversale, or, with a reason, what keeps the others company. */
export interface RegularisationPart {
  /** The flusso that explains it; null for money of no flusso. */
  readonly iuf: string | null;
  /** Id of the service. */
  readonly service: string | null;
  readonly partner: string | null;
  readonly reason: PartReason | null;
  readonly cents: number;
  /** How many rows of the flusso, or receipts, it is made of. */
  readonly payments: number;
}

/** How far the ragioneria has come with a provvisorio. */
export const regularisationStages = ['open', 'sent', 'partly', 'done'] as const;
export type RegularisationStage = (typeof regularisationStages)[number];

/** How long something has been open, in days from the day on which the money came. */
export const ageBuckets = ['0-30', '31-60', '61-90', 'over-90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** The first and the last day of waiting of each. */
export const ageLimits: Readonly<Record<AgeBucket, { readonly from: number; readonly to: number | null }>> = {
  '0-30': { from: 0, to: 30 },
  '31-60': { from: 31, to: 60 },
  '61-90': { from: 61, to: 90 },
  'over-90': { from: 91, to: null },
};

/** Two splits that say the same, in whatever order. */
export function isSameSplit(a: readonly RegularisationPart[], b: readonly RegularisationPart[]): boolean {
  return a.length === b.length && textOf(a) === textOf(b);
}

function textOf(parts: readonly RegularisationPart[]): string {
  const lines = parts.map(({ iuf, service, partner, reason, cents, payments }) =>
    JSON.stringify([iuf, service, partner, reason, cents, payments]),
  );
  return lines.toSorted().join('\n');
}
