import type { Day } from '../../shared/domain/day.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import {
  asksForAttention,
  decodeEvidence,
  judge,
  statuses,
  type Status,
} from '../../shared/domain/verdict.ts';
import { readChanged, type Changed, type ChangedPage } from './changed-rows.ts';
import { countedPayments } from './counted-payments.ts';
import { ofPosition } from './debtor.ts';
import { asOf } from './filters.ts';
import type { ReadableLedger } from './open.ts';
import {
  countRows,
  readRowsWhere,
  type Condition,
  type Listing,
  type Page,
  type PageRequest,
} from './pages/listing.ts';
import { readPageOfParts } from './pages/page-of-parts.ts';
import { readPage } from './pages/read-page.ts';
import { knownEvidence, statusesOn } from './payment-counts.ts';
import {
  allAtOnce,
  debtorCf,
  isAlongKey,
  noticeNumber,
  paymentConditions,
  type PaymentFilter,
} from './payment-filter.ts';
import { withSearch } from './search-index.ts';
import { rankOf, type SortKey } from './sort-keys.ts';
import { isLate, statusToday } from './today.ts';

/** A payment as the lists show it. */
export interface ListedPayment {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly noticeNumber: string | null;
  readonly cents: number;
  readonly paidOn: Day | null;
  readonly service: string | null;
  readonly serviceSource: ServiceSource | null;
  readonly partner: string | null;
  readonly iuf: string | null;
  /** Of the flusso that lists it. */
  readonly flowDate: Day | null;
  readonly evidence: number;
  readonly dueDay: Day | null;
  readonly late: 0 | 1;
  readonly debtorName: string | null;
  readonly debtorCf: string | null;
  readonly description: string | null;
  readonly iufKey: string | null;
  readonly provvisorioId: number | null;
  readonly transferId: number | null;
  readonly rigaId: number | null;
}

export interface PaymentKey {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
}

export type PaymentSort = 'paidOn' | 'cents' | 'iuv' | 'status' | 'service' | 'debtor';

export function listPayments(
  ledger: ReadableLedger,
  today: Day,
  filter: PaymentFilter,
  request: PageRequest<PaymentSort>,
): Page<ListedPayment> {
  const { sort } = request;
  const isInParts = sort?.by === 'status' && isAlongKey(filter);
  const along = { goesAlong: sort?.by !== 'status', goesOn: request.after !== null };
  const conditions = (wanted: PaymentFilter): Condition[] => [
    asOf(today),
    ...paymentConditions(ledger, wanted, along),
  ];
  return withSearch(ledger, () => {
    if (!isInParts) return readPage(ledger, payments, conditions(filter), request);
    const parts = statusesWanted(ledger, today, filter).map((status) => ({
      rank: statuses.indexOf(status),
      conditions: conditions({ ...filter, statuses: [status] }),
    }));
    const { descending } = sort;
    return readPageOfParts(
      ledger,
      payments,
      { by: 'status', within: 'iuv', parts },
      { ...request, descending },
    );
  });
}

/** The statuses that payments have on a day, of those that a filter asks for. */
function statusesWanted(ledger: ReadableLedger, today: Day, filter: PaymentFilter): Status[] {
  const found = statusesOn(ledger, today);
  return statuses.filter(
    (status) =>
      found.has(status) &&
      (filter.statuses.length === 0 || filter.statuses.includes(status)) &&
      (!filter.attention || asksForAttention(status)),
  );
}

export function countPayments(
  ledger: ReadableLedger,
  today: Day,
  filter: PaymentFilter,
): { readonly count: number; readonly cents: number } {
  const counted = countedPayments(ledger, today, filter);
  if (counted !== null) return counted;
  const { count, cents } = withSearch(ledger, () =>
    countRows(ledger, payments, [asOf(today), ...paymentConditions(ledger, filter, allAtOnce)]),
  );
  return { count, cents };
}

/** A page of the payments that changed; see {@link readChanged}. */
export function changedPayments(
  ledger: ReadableLedger,
  today: Day,
  changed: Changed,
  page: ChangedPage,
): Page<ListedPayment> {
  const turns = changed.how === 'turned' ? turning(ledger) : { sql: 'TRUE' };
  const id: SortKey = { sql: 'p.id', of: 'number' };
  return readChanged(ledger, payments, { alias: 'p', id, turns }, changed, today, page);
}

/**
 * The payments of which something is awaited: they are told otherwise when it is late, and then none of them is complete. That
 * is said as the index of due days says it.
 */
function turning(ledger: ReadableLedger): Condition {
  const codes = knownEvidence(ledger).filter((code) => {
    const evidence = decodeEvidence(code);
    return JSON.stringify(judge(evidence, false)) !== JSON.stringify(judge(evidence, true));
  });
  return {
    sql: `p.late_status <> 'complete' AND +p.evidence IN (SELECT value FROM json_each(@turning))`,
    values: { turning: JSON.stringify(codes) },
  };
}

export function paymentByKey(ledger: ReadableLedger, today: Day, key: PaymentKey): ListedPayment | undefined {
  const { iuv, iur, index } = key;
  const condition = { sql: 'p.iuv = @iuv AND p.iur = @iur AND p.idx = @index', values: { iuv, iur, index } };
  return readRowsWhere<ListedPayment>(ledger, payments, [asOf(today), condition])[0];
}

export function paymentsOfIuv(ledger: ReadableLedger, today: Day, iuv: string): ListedPayment[] {
  return readRowsWhere(ledger, payments, [asOf(today), { sql: 'p.iuv = @iuv', values: { iuv } }]);
}

const key: readonly SortKey[] = [
  { sql: 'p.iuv', of: 'text' },
  { sql: 'p.iur', of: 'text' },
  { sql: 'p.idx', of: 'number' },
];

const payments: Listing<PaymentSort> = {
  table: 'payments p',
  id: 'p.id',
  joins: `LEFT JOIN ricevute r ON r.id = p.ricevuta_id LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key`,
  columns: `p.iuv, p.iur, p.idx AS "index", ${noticeNumber} AS noticeNumber, p.cents,
     p.paid_on AS paidOn, p.service, p.service_source AS serviceSource, p.partner, f.iuf, f.day AS flowDate, p.evidence, p.due_day AS dueDay, ${isLate} AS late,
     p.debtor AS debtorName, ${debtorCf} AS debtorCf,
     coalesce(r.description, (SELECT x.description FROM transfers x WHERE x.id = p.transfer_id),
       (${ofPosition('description', 'p.iuv')})) AS description,
     p.iuf_key AS iufKey, p.provvisorio_id AS provvisorioId, p.transfer_id AS transferId, p.riga_id AS rigaId`,
  cents: 'p.cents',
  key,
  sorts: {
    // A payment without a day is older than all others.
    paidOn: [{ sql: 'p.paid_sort', of: 'text' }],
    cents: [{ sql: 'p.cents', of: 'number' }],
    iuv: [],
    // Read part by part: see `listPayments`.
    status: [rankOf(statusToday, statuses)],
    // A payment without a service comes after all others.
    service: [{ sql: 'p.service_sort', of: 'text' }],
    // A payment of nobody comes after all others.
    debtor: [{ sql: 'p.debtor_sort', of: 'text' }],
  },
};
