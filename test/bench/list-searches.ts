import type { ReadableLedger } from '../../src/main/ledger/open.ts';
import { listPayments } from '../../src/main/ledger/payment-list.ts';
import { paymentFilter } from '../../src/shared/contract/schemas/payments.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { milliseconds } from './measure.ts';
import type { Waits } from './lists.ts';

interface Sought {
  readonly iuv: string;
  readonly iur: string;
  readonly notice: string;
  readonly cf: string;
  readonly name: string;
  readonly words: string;
  readonly iuf: string;
  readonly cents: number;
}

/** Each kind of text by which a payment is searched. */
const kinds: Readonly<Record<string, (one: Sought) => string>> = {
  IUV: ({ iuv }) => iuv,
  'beginning of an IUV': ({ iuv }) => iuv.slice(0, 9),
  'middle of an IUV': ({ iuv }) => iuv.slice(5, 13),
  'end of an IUV': ({ iuv }) => iuv.slice(-6),
  IUR: ({ iur }) => iur,
  'middle of an IUR': ({ iur }) => iur.slice(2, 10),
  'numero avviso': ({ notice }) => notice,
  'codice fiscale': ({ cf }) => cf,
  'beginning of a codice fiscale': ({ cf }) => cf.slice(0, 6),
  'middle of a codice fiscale': ({ cf }) => cf.slice(4, 12),
  name: ({ name }) => name,
  'surname without accents': ({ name }) => plain(name.split(' ')[1] ?? ''),
  'three letters of a name': ({ name }) => name.slice(1, 4),
  'words of a causale': ({ words }) => words.slice(-14),
  'one common word': ({ words }) => words.split(' ')[0] ?? '',
  'two letters': ({ name }) => name.slice(0, 2),
  IUF: ({ iuf }) => iuf,
  'end of an IUF': ({ iuf }) => iuf.slice(15),
  amount: ({ cents }) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`,
  nothing: ({ iuv }) => `${iuv.slice(0, 6)}zq`,
};

/** Payments spread over the ledger, each searched by what it says: the first page, newest first. */
export function searchWaits(ledger: ReadableLedger, today: Day): Waits[] {
  const some = ledger
    .prepare<[], Sought>(
      `SELECT p.iuv, p.iur, r.notice_number AS notice, r.debtor_cf AS cf, r.debtor_name AS name, r.description AS words,
         f.iuf, p.cents
       FROM payments p JOIN transfers x ON x.id = p.transfer_id JOIN ricevute r ON r.id = x.ricevuta_id
       JOIN flow_states f ON f.iuf_key = p.iuf_key
       WHERE p.id IN (
         WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20)
         SELECT (SELECT max(id) FROM payments) * value / 21 FROM n)`,
    )
    .all();
  const page = {
    sort: { by: 'paidOn', descending: true },
    after: null,
    limit: 200,
    backward: false,
  } as const;
  return Object.entries(kinds).map(([kind, of]) => ({
    what: `search: ${kind}`,
    took: some.map((one) =>
      milliseconds(() => listPayments(ledger, today, paymentFilter.parse({ search: of(one) }), page)),
    ),
  }));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
