import { iufKey } from '../../shared/domain/iuf.ts';
import { iuvOfNotice } from '../../shared/domain/iuv.ts';
import type { PaymentStep } from '../../shared/domain/quadratura.ts';
import type { Status } from '../../shared/domain/verdict.ts';
import { debtorOf, ofPosition } from './debtor.ts';
import {
  baseConditions,
  keyValues,
  oneOf,
  type BaseFilter,
  type FilteredColumns,
  type ProvvisorioWanted,
} from './filters.ts';
import type { ReadableLedger } from './open.ts';
import type { Condition } from './pages/listing.ts';
import { contiCondition, stepsCondition } from './payment-steps.ts';
import { pendingPayments } from './payment-texts.ts';
import { searchedPayments } from './search-index.ts';
import { paymentAttention, statusToday } from './today.ts';

/** Which payments are wanted. */
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

/** Nothing is asked for that is found before any order is looked at. */
export function isAlongKey(filter: PaymentFilter): boolean {
  const { search, from, to, centsFrom, centsTo, document, iuf, provvisorio } = filter;
  const { iuv = null, noticeNumber: notice = null, codiceFiscale = null } = filter;
  return (
    [from, to, centsFrom, centsTo, document, iuf, provvisorio, iuv, notice, codiceFiscale].every(
      (asked) => asked === null,
    ) && (search ?? '').trim() === ''
  );
}

/** Whether an order is gone along, and further than its first page. */
export type Along = Pick<Parameters<typeof searchedPayments>[1], 'goesAlong' | 'goesOn'>;
/** All that meet it are wanted. */
export const allAtOnce: Along = { goesAlong: false, goesOn: false };

/** What a filter says, of a payment `p`. */
export function paymentConditions(ledger: ReadableLedger, filter: PaymentFilter, along: Along): Condition[] {
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

/** The search index answers in place of the texts, where it can. */
function searched(ledger: ReadableLedger, filter: PaymentFilter, along: Along): Condition[] {
  const search = filter.search?.trim() ?? '';
  const found =
    search === '' ? null : searchedPayments(ledger, { search, ...along, pending: pendingPayments });
  return baseConditions(
    filter,
    found === null ? columns : { ...columns, texts: found.sql, values: found.values },
  );
}

/** In SQL: what the receipt `r` says of the payment `p`, and where it says nothing, its position. */
export const noticeNumber = `coalesce(r.notice_number, (${ofPosition('notice_number', 'p.iuv')}))`;
export const debtorCf = debtorOf('debtor_cf', 'p.iuv');

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

/** The IUV inside finds the payment by an index; what the papers say of its notice decides. */
function ofNotice(notice: string): Condition {
  return {
    sql: `p.iuv = @noticeIuv AND coalesce(${noticeNumber}, @notice) = @notice`,
    values: { noticeIuv: iuvOfNotice(notice) ?? '', notice },
  };
}

const thatProvvisorio = `FROM provvisori v WHERE v.esercizio = @esercizio AND v.numero = @numero
  AND v.conto = coalesce(@conto, v.conto)`;
const broughtByProvvisorio = `p.provvisorio_id IN (SELECT v.id ${thatProvvisorio})
  OR p.iuf_key IN (
    SELECT q.iuf_key FROM quote q WHERE q.provvisorio_id IN (SELECT v.id ${thatProvvisorio}) AND q.cents > 0)`;

/** First whoever it could be, where they stand: asking payment by payment takes several times as long. */
const owedBy = `p.iuv IN (
    SELECT t.iuv FROM ricevute c JOIN transfers t ON t.ricevuta_id = c.id WHERE c.debtor_cf = @codiceFiscale
    UNION SELECT d.iuv FROM posizioni d WHERE d.debtor_cf = @codiceFiscale)
  AND ${debtorCf} = @codiceFiscale`;
