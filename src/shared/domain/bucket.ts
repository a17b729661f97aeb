import type { MoneyDecision } from './decision.ts';
import type { Money } from './verdict.ts';

/** Where a flusso with money stands; each flusso of a report is in exactly one. */
export const reportBuckets = ['reconciled', 'partial', 'notReported', 'otherPartner', 'inError'] as const;
export type ReportBucket = (typeof reportBuckets)[number];

/** `awaiting` and `missing`: a flusso without money, before and after its due day. */
export const flowBuckets = [...reportBuckets, 'awaiting', 'missing'] as const;
export type FlowBucket = (typeof flowBuckets)[number];

/** `cancelled`: the bank called the whole provvisorio back. */
export const provvisorioBuckets = [...reportBuckets, 'notPagoPa', 'cancelled'] as const;
export type ProvvisorioBucket = (typeof provvisorioBuckets)[number];

/** What is known of one flusso: the file, whose rows it has, and the money that names it. */
export interface FlowEvidence {
  /** `absent`: only the money names it. */
  readonly report: 'absent' | 'sound' | 'anomalous';
  readonly money: Money;
  readonly rowsOfOthers: number;
  /** Rows that are ours, or of nobody we know. */
  readonly rowsOfOurs: number;
  /** The other partner to whom a person assigned it; null when nobody did. */
  readonly partner: string | null;
}

/** What a person decided wins; then: in error, other partner, partial, not reported, reconciled. */
export function judgeFlow(e: FlowEvidence, late: boolean): FlowBucket {
  if (e.partner !== null) return 'otherPartner';
  if (e.money === 'none') return late ? 'missing' : 'awaiting';
  if (e.report === 'absent') return 'notReported';
  if (e.report === 'anomalous' || e.money === 'over') return 'inError';
  if (e.rowsOfOthers > 0 && e.rowsOfOurs === 0) return 'otherPartner';
  return e.money === 'partly' ? 'partial' : 'reconciled';
}

/** A flusso with rows of ours and of another partner stays where its money puts it, and is counted apart. */
export function isMixed(e: Pick<FlowEvidence, 'rowsOfOthers' | 'rowsOfOurs'>): boolean {
  return e.rowsOfOthers > 0 && e.rowsOfOurs > 0;
}

export function compareMoney(receivedCents: number, totalCents: number): Money {
  if (receivedCents <= 0) return 'none';
  if (receivedCents === totalCents) return 'exact';
  return receivedCents < totalCents ? 'partly' : 'over';
}

/** A part of a provvisorio's money that counts under one IUF, and where that flusso stands. */
export interface ShareEvidence {
  /** Null when there is no such flusso, because its money was called back. */
  readonly flowBucket: FlowBucket | null;
  readonly hasFlusso: boolean;
}

/** What a person, a provvisorio's causale and its flussi say of where its money belongs. */
export interface MovementEvidence {
  /** What a person decided of it, while that counts. */
  readonly decided: MoneyDecision | null;
  readonly kind: 'iuf' | 'iuv' | 'truncated' | 'unreadable' | 'suspect' | 'none';
  /** Where its money counts; empty when a person must say, or when it is of no flusso. */
  readonly shares: readonly ShareEvidence[];
  /** Some of its money is in no share. */
  readonly remains: boolean;
  /** For a single IUV: how its receipt agrees. */
  readonly single: ReportBucket | null;
}

/** Where a provvisorio stands: one that the bank called back whole is nobody's money any more. */
export function bucketOfProvvisorio(e: MovementEvidence & { readonly state: string }): ProvvisorioBucket {
  return e.state === 'cancelled' ? 'cancelled' : (bucketOfMovement(e) ?? 'notPagoPa');
}

/**
 * The bucket of one movement, the worst of its parts; null when pagoPA did not bring it. What a person decided wins over
 * the causale.
 */
export function bucketOfMovement(e: MovementEvidence): ReportBucket | null {
  const whole = bucketOfWhole(e);
  if (whole !== 'by-share') return whole;
  const parts = e.shares.map(bucketOfShare);
  if (e.remains || parts.length === 0) parts.push('inError');
  return worstFirst.find((bucket) => parts.includes(bucket)) ?? 'inError';
}

/** What holds for all the money of a movement alike; `by-share` when each part stands where its flusso does. */
export function bucketOfWhole(
  e: Pick<MovementEvidence, 'decided' | 'kind' | 'single'>,
): ReportBucket | null | 'by-share' {
  switch (e.decided) {
    case 'link':
    case 'share':
      return 'by-share';
    case 'unlink':
      return 'inError';
    case 'exclude':
      return null;
    case 'partner':
      return 'otherPartner';
    case null:
      return bucketOfCausale(e);
  }
}

/** Money that was called back since leaves its flusso without any, and yet the movement must stand somewhere. */
export function bucketOfShare({ flowBucket, hasFlusso }: ShareEvidence): ReportBucket {
  if (flowBucket === null || flowBucket === 'awaiting' || flowBucket === 'missing')
    return hasFlusso ? 'partial' : 'notReported';
  return flowBucket;
}

const worstFirst: readonly ReportBucket[] = [
  'inError',
  'partial',
  'notReported',
  'otherPartner',
  'reconciled',
];

/** Money that looks like pagoPA's and says nothing that can be read: until a person says what it is. */
export function isSuspect(e: Pick<MovementEvidence, 'kind' | 'decided'>): boolean {
  return e.kind === 'suspect' && e.decided === null;
}

function bucketOfCausale(e: Pick<MovementEvidence, 'kind' | 'single'>): ReportBucket | null | 'by-share' {
  switch (e.kind) {
    case 'none':
    case 'suspect':
      return null;
    case 'truncated':
    case 'unreadable':
      return 'inError';
    case 'iuv':
      return e.single ?? 'notReported';
    case 'iuf':
      return 'by-share';
  }
}
