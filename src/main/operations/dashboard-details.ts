import type { Output } from '../../shared/contract/api.ts';
import { daysBetween, type Day } from '../../shared/domain/day.ts';
import {
  asksForAttention,
  decodeEvidence,
  judge,
  type Dot,
  type Evidence,
  type Verdict,
} from '../../shared/domain/verdict.ts';
import type { OpenProvvisori, PaymentGroup } from '../ledger/dashboard.ts';

type Details = Output<'dashboard.details'>;

export interface Amount {
  readonly count: number;
  readonly cents: number;
}

export function total(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, { count, cents }) => ({ count: sum.count + count, cents: sum.cents + cents }), {
    count: 0,
    cents: 0,
  });
}

/** Payments that are alike, with what they are judged on and the verdict. */
export interface JudgedGroup extends Amount {
  readonly paidOn: Day | null;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
}

export function judgeGroups(groups: readonly PaymentGroup[], today: Day): JudgedGroup[] {
  // A year has a thousand groups, and a few dozen verdicts.
  const judged = new Map<string, Pick<JudgedGroup, 'evidence' | 'verdict'>>();
  return groups.map(({ evidence: code, dueDay, paidOn, count, cents }) => {
    const late = dueDay !== null && dueDay < today;
    const key = `${code} ${late}`;
    let known = judged.get(key);
    if (known === undefined) {
      const evidence = decodeEvidence(code);
      judged.set(key, (known = { evidence, verdict: judge(evidence, late) }));
    }
    return { paidOn, count, cents, ...known };
  });
}

/** The payments that somebody must look at. */
export function inDifference(groups: readonly JudgedGroup[]): JudgedGroup[] {
  return groups.filter(({ verdict }) => asksForAttention(verdict.status));
}

/** The difference by reason, the greatest amount first. */
export function reasonsOf(
  open: readonly JudgedGroup[],
  provvisori: readonly OpenProvvisori[],
): Details['reasons'] {
  const reasons = [
    ...[...Map.groupBy(open, ({ verdict }) => verdict.status)].map(([status, groups]) => ({
      of: 'payments' as const,
      status,
      ...total(groups),
    })),
    ...[...Map.groupBy(provvisori, ({ bucket }) => bucket)].map(([bucket, groups]) => ({
      of: 'provvisori' as const,
      bucket,
      ...total(groups),
    })),
  ];
  return reasons.toSorted((a, b) => b.cents - a.cents || b.count - a.count);
}

/** How far each dot has come with our payments. */
export function dotsOf(groups: readonly JudgedGroup[]): Details['dots'] {
  const ours = groups.filter(isOurs);
  return {
    total: total(ours),
    pagamento: total(ours.filter(({ evidence }) => evidence.receipt === 'paid')),
    rendicontazione: total(ours.filter(({ verdict }) => hasCome(verdict.dots.rendicontazione))),
    riconciliazione: total(ours.filter(({ verdict }) => hasCome(verdict.dots.riconciliazione))),
  };
}

const monthsShown = 12;

/** The last months in which we were paid. Attempts that came to nothing are payments of no month. */
export function monthsOf(groups: readonly JudgedGroup[]): Details['months'] {
  const paid = groups.filter((group) => isOurs(group) && group.verdict.status !== 'not-paid');
  return [...Map.groupBy(paid, ({ paidOn }) => paidOn?.slice(0, 7) ?? '')]
    .filter(([month]) => month !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(-monthsShown)
    .map(([month, of]) => ({
      month,
      paid: total(of),
      reported: total(of.filter(({ verdict }) => hasCome(verdict.dots.rendicontazione))),
      settled: total(of.filter(({ verdict }) => hasCome(verdict.dots.riconciliazione))),
    }));
}

/** Up to a week, a month, three months, a year. */
const bands = [7, 30, 90, 365] as const;

/** The difference by age; what has no day stands with the oldest. */
export function ageingOf(
  things: readonly (Amount & { readonly day: Day | null })[],
  today: Day,
): Details['ageing'] {
  const bandOf = (day: Day | null): number | null =>
    day === null ? null : (bands.find((upTo) => daysBetween(day, today) <= upTo) ?? null);
  const byBand = Map.groupBy(things, ({ day }) => bandOf(day));
  return [...bands, null].map((upTo) => ({ upTo, ...total(byBand.get(upTo) ?? []) }));
}

function isOurs({ evidence: { owner } }: JudgedGroup): boolean {
  return owner === 'ours' || owner === 'unknown-code';
}

/** A dot that does not apply, because money came by itself, holds nothing up. */
function hasCome(dot: Dot): boolean {
  return dot === 'yes' || dot === 'none';
}
