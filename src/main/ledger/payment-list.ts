import type { Day } from '../../shared/domain/day.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { PaymentStep } from '../../shared/domain/quadratura.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import {
  asksForAttention,
  decodeEvidence,
  judge,
  statuses,
  type Status,
} from '../../shared/domain/verdict.ts';
import { iuvOfNotice } from '../../shared/domain/iuv.ts';
import { countedPayments } from './counted-payments.ts';
import { readChanged, type Changed, type ChangedPage } from './changed-rows.ts';
import {
  asOf,
  baseConditions,
  keyValues,
  oneOf,
  type BaseFilter,
  type FilteredColumns,
  type ProvvisorioWanted,
} from './filters.ts';
import { debtorOf, ofPosition } from './debtor.ts';
import { readPageOfParts } from './keyset-parts.ts';
import { countRows, readPage, readRowsWhere } from './keyset.ts';
import type { Condition, Listing, Page, PageRequest } from './keyset.ts';
import type { ReadableLedger } from './open.ts';
import { knownEvidence, statusesOn } from './payment-counts.ts';
import { contiCondition, stepsCondition } from './payment-steps.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { searchedPayments, withSearch } from './search-index.ts';
import { rankOf, type SortKey } from './sort-keys.ts';
import { all as allRows } from './statements.ts';
import { isLate, paymentAttention, statusToday } from './today.ts';

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

export interface PaymentFilter extends BaseFilter {
  readonly statuses: readonly Status[];
  /** Ids of services; `''` is no service. */
  readonly services: readonly string[];
  /** Names of partners; `''` is none. */
  readonly partners: readonly string[];
  /** How far they have come. */
  readonly has: readonly PaymentStep[];
  readonly lacks: readonly PaymentStep[];
  /** The conti on which their money came, or `noMoneyYet`. */
  readonly conti: readonly string[];
  /** Payments that this flusso lists. */
  readonly iuf: string | null;
  /** Payments whose money this provvisorio brings. */
  readonly provvisorio: ProvvisorioWanted | null;
  readonly iuv?: string | undefined;
  readonly noticeNumber?: string | undefined;
  /** Of whoever owes. */
  readonly codiceFiscale?: string | undefined;
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
    ...conditionsOf(ledger, wanted, along),
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

/** Nothing is asked for that is found before any order is looked at. */
function isAlongKey(filter: PaymentFilter): boolean {
  const { search, from, to, centsFrom, centsTo, document, iuf, provvisorio } = filter;
  const { iuv = null, noticeNumber: notice = null, codiceFiscale = null } = filter;
  return (
    [from, to, centsFrom, centsTo, document, iuf, provvisorio, iuv, notice, codiceFiscale].every(
      (asked) => asked === null,
    ) && (search ?? '').trim() === ''
  );
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
    countRows(ledger, payments, [asOf(today), ...conditionsOf(ledger, filter, all)]),
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

/** The provvisori that hold the money of a flusso, or the single one, as of now. */
export function provvisoriOfMoney(
  ledger: ReadableLedger,
  flussoKey: string | null,
  provvisorioId: number | null,
): { esercizio: number; numero: string }[] {
  return ofMoney(ledger, 'esercizio, numero', flussoKey, provvisorioId);
}

/** The same by their whole natural keys. */
export function keysOfMoney(
  ledger: ReadableLedger,
  flussoKey: string | null,
  provvisorioId: number | null,
): ProvvisorioKey[] {
  return ofMoney(ledger, 'esercizio, numero, conto', flussoKey, provvisorioId);
}

function ofMoney<Row>(
  ledger: ReadableLedger,
  columns: string,
  flussoKey: string | null,
  provvisorioId: number | null,
): Row[] {
  if (flussoKey === null && provvisorioId === null) return [];
  return allRows(
    ledger,
    `SELECT ${columns} FROM quote q CROSS JOIN provvisori v ON v.id = q.provvisorio_id
     WHERE q.iuf_key = @iufKey AND q.cents > 0
     UNION SELECT ${columns} FROM provvisori WHERE id = @provvisorioId
     ORDER BY ${columns}`,
    { iufKey: flussoKey, provvisorioId },
  );
}

const key: readonly SortKey[] = [
  { sql: 'p.iuv', of: 'text' },
  { sql: 'p.iur', of: 'text' },
  { sql: 'p.idx', of: 'number' },
];

const noticeNumber = `coalesce(r.notice_number, (${ofPosition('notice_number', 'p.iuv')}))`;
const debtorCf = debtorOf('debtor_cf', 'p.iuv');

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

/**
 * The texts of receipts, positions and flussi are looked through where they stand, one table after the other: fetching them
 * payment by payment takes several times as long.
 */
const columns: FilteredColumns = {
  day: 'p.paid_on',
  cents: 'p.cents',
  texts: (has) => `${has('p.iuv')} OR ${has('p.iur')}
    OR p.transfer_id IN (
      SELECT t.id FROM transfers t WHERE ${has('t.description')} OR t.ricevuta_id IN (
        SELECT c.id FROM ricevute c WHERE ${has('c.notice_number')} OR ${has('c.debtor_name')}
          OR ${has('c.debtor_cf')} OR ${has('c.description')}))
    OR p.iuv IN (
      SELECT w.iuv FROM position_states w WHERE w.iuv IS NOT NULL AND w.posizione_id IN (
        SELECT d.id FROM posizioni d WHERE ${has('d.notice_number')} OR ${has('d.debtor_name')}
          OR ${has('d.debtor_cf')} OR ${has('d.description')}))
    OR p.iuf_key IN (SELECT s.iuf_key FROM flow_states s WHERE ${has('s.iuf')})`,
  amounts: ['p.cents'],
  // A line counts for its payment also where another document tells it better; without IUR it tells of its IUV.
  document: `p.iuv IN (
      SELECT t.iuv FROM transfers t WHERE t.id BETWEEN @first AND @last
      UNION SELECT g.iuv FROM righe g WHERE g.id BETWEEN @first AND @last)
    AND (p.transfer_id BETWEEN @first AND @last OR p.riga_id BETWEEN @first AND @last
      OR EXISTS (SELECT 1 FROM transfers t WHERE t.id BETWEEN @first AND @last AND t.standing IS NOT NULL
        AND t.iuv = p.iuv AND (t.iur = '' OR t.iur = p.iur AND t.idx = p.idx))
      OR EXISTS (SELECT 1 FROM righe g WHERE g.id BETWEEN @first AND @last
        AND g.iuv = p.iuv AND g.iur = p.iur AND g.idx = p.idx))`,
  attention: paymentAttention,
};

/** Every column in which a payment is searched. */
const texts = [
  'p.iuv',
  'p.iur',
  'x.description',
  'r.notice_number',
  'r.debtor_name',
  'r.debtor_cf',
  'r.description',
  // A position mostly says what the receipt says.
  ...['notice_number', 'debtor_name', 'debtor_cf', 'description'].map(
    (column) => `nullif(q.${column}, r.${column})`,
  ),
  'f.iuf',
];

const joinsOfTexts = `LEFT JOIN transfers x ON x.id = p.transfer_id
  LEFT JOIN ricevute r ON r.id = p.ricevuta_id
  LEFT JOIN position_states o ON o.iuv = p.iuv
  LEFT JOIN posizioni q ON q.id = o.posizione_id
  LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key`;

/** So many payments of the revision `?` from behind the id `?`, each with its texts line by line: the same as are searched. */
export function paymentTexts(limit: number): string {
  const told = texts.map((column) => `replace(${column}, char(10), ' ')`);
  return `SELECT p.id, concat_ws(char(10), ${told.join(', ')}) AS text
    FROM payments p INDEXED BY payments_changed ${joinsOfTexts}
    WHERE p.changed = ? AND p.id > ? ORDER BY p.id LIMIT ${limit}`;
}

/** The payments that the index does not know yet, in SQL, one by one. */
function pending(has: (column: string) => string): string {
  return `SELECT p.id FROM main.payments p INDEXED BY payments_changed ${joinsOfTexts}
    WHERE p.changed > @indexed AND (${texts.map(has).join(' OR ')})`;
}

/** Whether an order is gone along, and further than its first page. */
type Along = Pick<Parameters<typeof searchedPayments>[1], 'goesAlong' | 'goesOn'>;
const all: Along = { goesAlong: false, goesOn: false };

/** The search index answers in place of the texts, where it can. */
function searched(ledger: ReadableLedger, filter: PaymentFilter, along: Along): Condition[] {
  const search = filter.search?.trim() ?? '';
  const found = search === '' ? null : searchedPayments(ledger, { search, ...along, pending });
  return baseConditions(
    filter,
    found === null ? columns : { ...columns, texts: found.sql, values: found.values },
  );
}

function conditionsOf(ledger: ReadableLedger, filter: PaymentFilter, along: Along): Condition[] {
  const { iuf, provvisorio, iuv, noticeNumber: notice, codiceFiscale } = filter;
  const conditions: Condition[] = [
    ...searched(ledger, filter, along),
    ...oneOf('statuses', statusToday, filter.statuses),
    ...oneOf('services', `coalesce(p.service, '')`, filter.services),
    ...oneOf('partners', `coalesce(p.partner, '')`, filter.partners),
    ...stepsCondition(ledger, filter),
    ...contiCondition(filter.conti),
  ];
  // Told once more by the column that the order has: the index gives the days alone.
  if (filter.from !== null) conditions.push({ sql: 'p.paid_sort >= @from', bound: 'lower' });
  if (filter.to !== null) conditions.push({ sql: 'p.paid_sort <= @to', bound: 'upper' });
  // Told once more by the index that holds these alone.
  if (filter.attention || (filter.statuses.length > 0 && !filter.statuses.includes('complete')))
    conditions.push({ sql: `p.status <> 'complete' OR p.late_status <> 'complete'`, few: true });
  if (iuf !== null) conditions.push({ sql: 'p.iuf_key = @iufKey', values: { iufKey: iufKey(iuf) } });
  if (provvisorio !== null) conditions.push({ sql: broughtByProvvisorio, values: keyValues(provvisorio) });
  if (iuv !== undefined) conditions.push({ sql: 'p.iuv = @wantedIuv', values: { wantedIuv: iuv } });
  if (notice !== undefined) conditions.push(ofNotice(notice));
  if (codiceFiscale !== undefined) conditions.push({ sql: owedBy, values: { codiceFiscale } });
  return conditions;
}

const thatProvvisorio = `FROM provvisori v WHERE v.esercizio = @esercizio AND v.numero = @numero
  AND v.conto = coalesce(@conto, v.conto)`;
const broughtByProvvisorio = `p.provvisorio_id IN (SELECT v.id ${thatProvvisorio})
  OR p.iuf_key IN (
    SELECT q.iuf_key FROM quote q WHERE q.provvisorio_id IN (SELECT v.id ${thatProvvisorio}) AND q.cents > 0)`;

/** The IUV inside finds the payment by an index; what the papers say of its notice decides. */
function ofNotice(notice: string): Condition {
  return {
    sql: `p.iuv = @noticeIuv AND coalesce(${noticeNumber}, @notice) = @notice`,
    values: { noticeIuv: iuvOfNotice(notice) ?? '', notice },
  };
}

/** First whoever it could be, where they stand: asking payment by payment takes several times as long. */
const owedBy = `p.iuv IN (
    SELECT t.iuv FROM ricevute c JOIN transfers t ON t.ricevuta_id = c.id WHERE c.debtor_cf = @codiceFiscale
    UNION SELECT d.iuv FROM posizioni d WHERE d.debtor_cf = @codiceFiscale)
  AND ${debtorCf} = @codiceFiscale`;
