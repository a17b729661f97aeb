import type { Day } from '../../shared/domain/day.ts';
import { asksForAttention, decodeEvidence, judge, type Status } from '../../shared/domain/verdict.ts';
import { paymentGroups } from './dashboard.ts';
import type { ReadableLedger } from './open.ts';
import type { PaymentFilter } from './payment-filter.ts';

/**
 * How many payments a filter leaves and what they amount to, found from what is counted anyway, whatever their number; null when
 * it asks for more than their days and their statuses.
 */
export function countedPayments(
  ledger: ReadableLedger,
  today: Day,
  filter: PaymentFilter,
): { readonly count: number; readonly cents: number } | null {
  const { from, to, statuses, attention, search, ...others } = filter;
  const asksForMore = Object.values(others).some((asked) =>
    Array.isArray(asked) ? asked.length > 0 : asked !== null && asked !== undefined,
  );
  if (asksForMore || (search ?? '').trim() !== '') return null;
  const isWanted = (status: Status): boolean =>
    (statuses.length === 0 || statuses.includes(status)) && (!attention || asksForAttention(status));
  const found = paymentGroups(ledger).filter(
    ({ evidence, dueDay, paidOn }) =>
      (from === null || (paidOn !== null && paidOn >= from)) &&
      (to === null || (paidOn !== null && paidOn <= to)) &&
      isWanted(judge(decodeEvidence(evidence), dueDay !== null && dueDay < today).status),
  );
  return {
    count: found.reduce((sum, group) => sum + group.count, 0),
    cents: found.reduce((sum, group) => sum + group.cents, 0),
  };
}
