import type { Day } from '../../shared/domain/day.ts';
import type { Cents } from '../../shared/domain/euro.ts';
import type { Status } from '../../shared/domain/verdict.ts';
import { isLate, statusToday } from './dashboard.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** A payment as the lists show it. */
export interface ListedPayment {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly noticeNumber: string | null;
  readonly cents: number;
  readonly paidOn: Day | null;
  readonly service: string | null;
  readonly partner: string | null;
  readonly iuf: string | null;
  readonly evidence: number;
  readonly late: 0 | 1;
  readonly iufKey: string | null;
  readonly provvisorioId: number | null;
}

export interface PaymentFilter {
  readonly today: Day;
  /** Any part of IUV, IUR, numero avviso, name, codice fiscale, description or IUF. */
  readonly search: string | null;
  /** The same text as an amount, when it is one. */
  readonly amount: Cents | null;
  readonly status: Status | null;
  /** The key after which the page begins. */
  readonly after: PaymentKey | null;
  readonly limit: number;
}

export interface PaymentKey {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
}

/** One page of payments in order of their key. */
export function listPayments(ledger: ReadableLedger, filter: PaymentFilter): ListedPayment[] {
  const { today, search, amount, status, after, limit } = filter;
  const conditions = [
    after === null ? null : `(p.iuv, p.iur, p.idx) > (@iuv, @iur, @index)`,
    status === null ? null : `${statusToday} = @status`,
    search === null ? null : searchCondition(amount !== null),
  ].filter((condition) => condition !== null);
  return all<ListedPayment>(
    ledger,
    `SELECT p.iuv, p.iur, p.idx AS "index", r.notice_number AS noticeNumber, p.cents, p.paid_on AS paidOn,
       p.service, p.partner, f.iuf, p.evidence, ${isLate} AS late, p.iuf_key AS iufKey,
       p.provvisorio_id AS provvisorioId
     FROM payments p
     LEFT JOIN transfers x ON x.id = p.transfer_id
     LEFT JOIN ricevute r ON r.id = x.ricevuta_id
     LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key
     ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
     ORDER BY p.iuv, p.iur, p.idx LIMIT @limit`,
    {
      today,
      iuv: after?.iuv ?? null,
      iur: after?.iur ?? null,
      index: after?.index ?? null,
      status,
      pattern: search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`,
      amount,
      limit,
    },
  );
}

/** An amount is looked for only when the text is one. */
function searchCondition(withAmount: boolean): string {
  const texts = [
    'p.iuv',
    'p.iur',
    'r.notice_number',
    'r.debtor_name',
    'r.debtor_cf',
    'r.description',
    'x.description',
    'f.iuf',
  ].map((column) => `${column} LIKE @pattern ESCAPE '\\'`);
  return `(${[...texts, ...(withAmount ? ['p.cents = @amount'] : [])].join(' OR ')})`;
}

/** The provvisori that hold the money of a flusso, or the single one, as of now. */
export function provvisoriOfMoney(
  ledger: ReadableLedger,
  iufKey: string | null,
  provvisorioId: number | null,
): { esercizio: number; numero: string }[] {
  if (iufKey === null && provvisorioId === null) return [];
  return all(
    ledger,
    `SELECT esercizio, numero FROM provvisori WHERE state <> 'cancelled' AND iuf_key = @iufKey
     UNION SELECT esercizio, numero FROM provvisori WHERE id = @provvisorioId
     ORDER BY esercizio, numero`,
    { iufKey, provvisorioId },
  );
}
