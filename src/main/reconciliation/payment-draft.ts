import type { Day } from '../../shared/domain/day.ts';
import { byText } from '../../shared/domain/order.ts';
import type { Money, Note, Report } from '../../shared/domain/verdict.ts';

/** What one receipt says of one amount: to us and paid, to us and not paid, or to other enti only. */
export interface Claim {
  readonly id: number;
  /** The document that tells it: only whether two are the same decides anything. */
  readonly document: number;
  /** Told by a line of a list, not by the receipt itself. */
  readonly listed: boolean;
  /** Empty where a list does not tell it. */
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  /** All that the receipt pays, to others too. */
  readonly totalCents: number;
  readonly standing: 'paid' | 'failed' | 'not-ours';
  readonly paidOn: Day | null;
  readonly issuedAt: string;
  /** Whose codice fiscale the receipt bears; null where it bears none. */
  readonly debtor: string | null;
  /** Breaks ties between two versions of one receipt, whatever the order of arrival. */
  readonly digest: string;
  /** The receipt also pays other enti, or a marca da bollo. */
  readonly notes: readonly Note[];
}

/** One row of a current flusso, with what the flusso's money amounts to. */
export interface ReportedRow {
  readonly id: number;
  readonly iufKey: string;
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  readonly report: Exclude<Report, 'none'>;
  readonly date: Day;
  readonly flowAnomalous: boolean;
  readonly money: Money;
}

/** A provvisorio that names this IUV alone. */
export interface SingleMoney {
  readonly id: number;
  /** Natural key of the provvisorio: breaks ties whatever the order of arrival. */
  readonly key: string;
  readonly cents: number;
  readonly date: Day;
}

/** A payment while its evidence comes together. */
export interface Draft {
  readonly iur: string;
  readonly index: number;
  claim: Claim | null;
  rows: ReportedRow[];
  single: SingleMoney | null;
  double: boolean;
  notes: Set<Note>;
}

/** What tells one payment of an IUV from another. */
export const keyOf = (thing: { iur: string; index: number }): string => `${thing.index}|${thing.iur}`;

/** A revoked row may be written with the sign of what it takes back. */
export function paidCents(row: ReportedRow): number {
  return row.report === 'revoked' ? Math.abs(row.cents) : row.cents;
}

const standingRank: Readonly<Record<Claim['standing'], number>> = { paid: 0, failed: 1, 'not-ours': 2 };

/** From the one that counts to the one that yields. */
export function byClaim(a: Claim, b: Claim): number {
  return (
    standingRank[a.standing] - standingRank[b.standing] ||
    Number(a.listed) - Number(b.listed) ||
    byText(b.issuedAt, a.issuedAt) ||
    byText(b.digest, a.digest) ||
    byText(keyOf(a), keyOf(b))
  );
}
