import { join } from 'node:path';
import { feedSearch } from '../../src/main/ledger/feed-search.ts';
import { openReadable, type ReadableLedger } from '../../src/main/ledger/open.ts';
import { listPayments, type PaymentFilter, type PaymentSort } from '../../src/main/ledger/payment-list.ts';
import { dashboardHandlers } from '../../src/main/operations/dashboard.ts';
import type { Environment } from '../../src/main/operations/environment.ts';
import { paymentFilter } from '../../src/shared/contract/schemas/payments.ts';
import { isDay, type Day } from '../../src/shared/domain/day.ts';
import { ok } from '../../src/shared/domain/result.ts';
import { largeLedger, largeToday } from './large-ledger.ts';

/** What a person waits for at the lists, beside what the same costs where nothing is prepared; milliseconds, p95. */
interface Wait {
  readonly what: string;
  readonly found: number;
  readonly limit: number;
  readonly target: number;
}

/** The lists of a ledger of so many payments, which is kept in `folder` for the next time. */
export async function measureLists(folder: string, payments: number): Promise<string> {
  largeLedger(folder, payments, (what) => console.error(`A ledger of ${payments} payments: ${what}…`));
  const archive = join(folder, 'archivio');
  console.error('Its index of texts…');
  feedSearch(archive, () => false, 0);
  const opened = openReadable(archive);
  if (!opened.ok || opened.value === null) throw new Error('the ledger does not open');
  const ledger = opened.value;
  try {
    if (!isDay(largeToday)) throw new Error('not a day');
    const waits = [
      ...(await dashboardWaits(ledger, largeToday)),
      ...searchWaits(ledger, largeToday),
      ...pageWaits(ledger, largeToday),
    ];
    return [
      '',
      `Lists of ${payments} payments, ms at the host`.padEnd(62) + '     p95   unprepared    target',
      ...waits.map(
        ({ what, found, limit, target }) =>
          `${what.padEnd(62)}${found.toFixed(2).padStart(8)}${limit.toFixed(1).padStart(13)}${String(target).padStart(10)}  ${found <= target ? 'met' : 'MISSED'}`,
      ),
    ].join('\n');
  } finally {
    ledger.close();
  }
}

const rounds = 20;

async function p95(ask: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  return at95(took);
}

function at95(took: number[]): number {
  return took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? 0;
}

function once(ask: () => unknown): number {
  const began = performance.now();
  ask();
  return performance.now() - began;
}

async function dashboardWaits(ledger: ReadableLedger, today: Day): Promise<Wait[]> {
  const environment = { ledger: async () => ok(ledger), today: () => today } as unknown as Environment;
  const handlers = dashboardHandlers(environment);
  const limit = once(() =>
    ledger
      .prepare(`SELECT evidence, due_day, paid_on, count(*), sum(cents) FROM payments GROUP BY 1, 2, 3`)
      .all(),
  );
  const options = {} as never;
  return [
    { what: 'dashboard', found: await p95(() => handlers['dashboard.read']({}, options)), limit, target: 10 },
    {
      what: 'its details',
      found: await p95(() => handlers['dashboard.details']({}, options)),
      limit,
      target: 10,
    },
  ];
}

const firstPage = { sort: null, after: null, limit: 100, backward: false } as const;

/** Each kind of text by which a payment is searched, of payments spread over the ledger. */
function searchWaits(ledger: ReadableLedger, today: Day): Wait[] {
  const some = ledger
    .prepare<
      [],
      { iuv: string; notice: string; cf: string; name: string; words: string; iuf: string; cents: number }
    >(
      `SELECT p.iuv, r.notice_number AS notice, r.debtor_cf AS cf, r.debtor_name AS name, r.description AS words, f.iuf, p.cents
       FROM payments p JOIN transfers x ON x.id = p.transfer_id JOIN ricevute r ON r.id = x.ricevuta_id
       JOIN flow_states f ON f.iuf_key = p.iuf_key
       WHERE p.id IN (SELECT max(payments.id) * value / 21 FROM payments, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]') GROUP BY value)`,
    )
    .all();
  const kinds: Readonly<Record<string, (one: (typeof some)[number]) => string>> = {
    IUV: ({ iuv }) => iuv,
    'beginning of an IUV': ({ iuv }) => iuv.slice(0, 9),
    'middle of an IUV': ({ iuv }) => iuv.slice(5, 13),
    'numero avviso': ({ notice }) => notice,
    'codice fiscale': ({ cf }) => cf,
    'middle of a codice fiscale': ({ cf }) => cf.slice(4, 12),
    name: ({ name }) => name,
    'surname without accents': ({ name }) =>
      (name.split(' ')[1] ?? '').normalize('NFD').replaceAll(/\p{M}/gu, ''),
    'words of a causale': ({ words }) => words.slice(-14),
    'one common word': ({ words }) => words.split(' ')[0] ?? '',
    IUF: ({ iuf }) => iuf,
    'end of an IUF': ({ iuf }) => iuf.slice(15),
    amount: ({ cents }) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`,
  };
  const limit = once(() =>
    ledger
      .prepare(
        `SELECT count(*) FROM ricevute WHERE iuv LIKE @x OR debtor_cf LIKE @x OR debtor_name LIKE @x OR description LIKE @x`,
      )
      .all({ x: '%zzqq%' }),
  );
  return Object.entries(kinds).map(([kind, of]) => {
    const took = some.map((one) =>
      once(() => listPayments(ledger, today, paymentFilter.parse({ search: of(one) }), firstPage)),
    );
    return { what: `search: ${kind}`, found: at95(took), limit, target: 20 };
  });
}

const filters: Readonly<Record<string, object>> = {
  everything: {},
  'the difference': { attention: true },
  'one rare status': { statuses: ['receipt-missing'] },
  'a service': { services: ['mensa'] },
  'a month': { from: '2025-06-01', to: '2025-06-30' },
  'some amounts': { centsFrom: 1_000, centsTo: 1_100 },
};
const sorts: readonly PaymentSort[] = ['paidOn', 'cents', 'iuv', 'status', 'service', 'debtor'];

/** Pages after the second, to and fro: the first of a list that no index answers takes as long as it takes, and is told apart. */
function pageWaits(ledger: ReadableLedger, today: Day): Wait[] {
  const limit = once(() =>
    ledger
      .prepare(
        `SELECT * FROM payments ORDER BY iuv, iur, idx LIMIT 100 OFFSET (SELECT count(*) * 9 / 10 FROM payments)`,
      )
      .all(),
  );
  return Object.entries(filters).flatMap(([name, asked]) =>
    sorts.map((by) => pagesOf(ledger, today, paymentFilter.parse(asked), by, name, limit)),
  );
}

function pagesOf(
  ledger: ReadableLedger,
  today: Day,
  filter: PaymentFilter,
  by: PaymentSort,
  name: string,
  limit: number,
): Wait {
  const sort = { by, descending: true };
  const page = (after: string | null, backward: boolean) =>
    listPayments(ledger, today, filter, { sort, after, limit: 100, backward });
  let begin = '';
  const first = once(() => void (begin = page(null, false).next ?? ''));
  const second = once(() => page(begin, false));
  const took: number[] = [];
  for (const backward of [false, true]) {
    let at = page(null, backward);
    for (let i = 0; i < rounds; i++) {
      const next = backward ? at.previous : at.next;
      if (next === null) break;
      took.push(once(() => void (at = page(next, backward))));
    }
  }
  return {
    what: `pages: ${name}, by ${by} (first ${first.toFixed(0)}, second ${second.toFixed(0)})`,
    found: at95(took),
    limit,
    target: 5,
  };
}
