import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  flussiByBucket,
  freshness,
  openProvvisori,
  paymentGroups,
  provvisoriByBucket,
} from '../../../src/main/ledger/dashboard.ts';
import { countExpected, listExpected } from '../../../src/main/ledger/expected.ts';
import { countWithoutService, hintGroups } from '../../../src/main/ledger/unknown-services.ts';
import { feedSearch } from '../../../src/main/ledger/feed-search.ts';
import { openReadable, type ReadableLedger } from '../../../src/main/ledger/open.ts';
import { mostCandidates } from '../../../src/main/ledger/search-index.ts';
import { changedPayments, listPayments, paymentByKey } from '../../../src/main/ledger/payment-list.ts';
import { countPositions, listPositions } from '../../../src/main/ledger/position-list.ts';
import { listProvvisori } from '../../../src/main/ledger/provvisorio-list.ts';
import { paymentFilter } from '../../../src/shared/contract/schemas/payments.ts';
import { positionFilter } from '../../../src/shared/contract/schemas/positions.ts';
import { provvisorioFilter } from '../../../src/shared/contract/schemas/provvisori.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { plansIn, plansOf } from '../../helpers/query-plans.ts';
import { aPayment, aRicevuta, anOffice } from '../../scenarios/papers.ts';

const today = '2026-03-31' as Day;
const page = { sort: null, after: null, limit: 100, backward: false };
const next = { ...page, after: JSON.stringify(['', '0', '0', 1]) };
const expectedFrom = { ...page, after: JSON.stringify(['-iuf', '2026-03-11BINVIT9X-1']) };
const provvisorio = { esercizio: 2026, numero: '1', conto: '1' };

const payments =
  (filter: object, request: Parameters<typeof listPayments>[3] = page) =>
  (ledger: ReadableLedger): unknown =>
    listPayments(ledger, today, paymentFilter.parse(filter), request);

/** On a million payments a page that reads them all would take seconds, and no small test would be slow. */
describe('a page of payments', () => {
  it.each([
    ['the first', payments({})],
    ['the last', payments({}, { ...page, backward: true })],
    ['the next', payments({}, next)],
    ['the one before', payments({}, { ...next, backward: true })],
  ])('by key, %s, goes along the key and sorts nothing', (_which, ask) => {
    const plans = plansOf(ask);
    expect(plans.filter((plan) => plan.includes('sqlite_autoindex_payments_1'))).not.toEqual([]);
    expect(plans.filter((plan) => /SCAN p$|TEMP B-TREE/.test(plan))).toEqual([]);
  });

  it.each([
    ['paidOn', ['2026-03-09', '0', '0', 1], 'payments_paid ((paid_sort,iuv)'],
    ['cents', [1, '0', '0', 1], 'payments_cents ((cents,iuv)'],
    ['service', ['tari', '0', '0', 1], 'payments_service ((service_sort,iuv)'],
  ] as const)('by %s, from somewhere on, goes along the order', (by, place, index) => {
    for (const descending of [false, true]) {
      const after = JSON.stringify([`${descending ? '-' : '+'}${by}`, ...place]);
      const plans = plansOf(payments({}, { ...page, sort: { by, descending }, after }));
      expect(plans.filter((plan) => plan.includes(index))).not.toEqual([]);
      expect(plans.filter((plan) => /SCAN p$|TEMP B-TREE FOR ORDER BY/.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['the difference', { attention: true }],
    ['what is not settled', { statuses: ['receipt-missing', 'settlement-missing'] }],
  ])('of %s reads the index of what is open, and puts in order what it finds there', (_which, filter) => {
    for (const by of ['paidOn', 'cents', 'iuv', 'service', 'debtor'] as const) {
      const plans = plansOf(payments(filter, { ...page, sort: { by, descending: true } }));
      expect(plans.filter((plan) => plan.includes('INDEX payments_open'))).not.toEqual([]);
      expect(plans.filter((plan) => /SCAN p\b(?!.* INDEX payments_open)/.test(plan))).toEqual([]);
    }
  });

  it.each([
    ['of a flusso', payments({ iuf: 'X' }), 'payments_iuf'],
    ['of a flusso, from somewhere on', payments({ iuf: 'X' }, next), 'payments_iuf'],
    ['of a provvisorio', payments({ provvisorio }), 'payments_provvisorio'],
    ['of a provvisorio, from somewhere on', payments({ provvisorio }, next), 'payments_provvisorio'],
    ['of a document', payments({ document: 3 }), 'sqlite_autoindex_payments_1 (iuv=?)'],
    [
      'of one key',
      (ledger: ReadableLedger) => paymentByKey(ledger, today, { iuv: '1', iur: '2', index: 1 }),
      'sqlite_autoindex_payments_1 (iuv=? AND iur=? AND idx=?)',
    ],
  ])('%s finds them by an index', (_which, ask, index) => {
    const plans = plansOf(ask);
    expect(plans.filter((plan) => plan.includes(index))).not.toEqual([]);
    expect(plans.filter((plan) => /SCAN (p|x|r|f|t|g|v)\b/.test(plan))).toEqual([]);
  });
});

it('a search among payments looks once through each list of texts, and nowhere else', () => {
  const plans = plansOf(payments({ search: 'Rossi' }));
  const scans = plans.filter((plan) => /SCAN (?!p\b|page\b)/.test(plan));
  expect(scans.toSorted()).toEqual(['SCAN c', 'SCAN d', 'SCAN s', 'SCAN t', 'SCAN w']);
});

describe('a page of positions', () => {
  const positions =
    (filter: object, request: Parameters<typeof listPositions>[3] = page) =>
    (ledger: ReadableLedger): unknown =>
      listPositions(ledger, today, positionFilter.parse(filter), request);

  it.each([
    ['by key', positions({}), ''],
    [
      'by key, from somewhere on',
      positions({}, { ...page, after: JSON.stringify(['', 'iuv/0']) }),
      'PRIMARY KEY',
    ],
    [
      'by the last day to pay',
      positions({}, { ...page, sort: { by: 'dueDay', descending: false } }),
      'position_states_due',
    ],
    [
      'by the last day to pay, from somewhere on',
      positions(
        {},
        {
          ...page,
          sort: { by: 'dueDay', descending: false },
          after: JSON.stringify(['+dueDay', '2026-03-31', 'iuv/0']),
        },
      ),
      'position_states_due ((due_sort,key)>(?,?))',
    ],
  ])('%s goes along the order and sorts nothing', (_which, ask, index) => {
    const plans = plansOf(ask);
    expect(plans.filter((plan) => plan.includes(index))).not.toEqual([]);
    expect(plans.filter((plan) => /SCAN (q|t|w)\b|TEMP B-TREE/.test(plan))).toEqual([]);
  });

  it('of a document finds them by their names', () => {
    const plans = plansOf(positions({ document: 3 }));
    expect(plans.filter((plan) => /SCAN (o|q|t|w)\b/.test(plan))).toEqual([]);
  });

  it('is counted, whatever its status, without the words of the lists', () => {
    const plans = plansOf((ledger) =>
      countPositions(ledger, today, positionFilter.parse({ statuses: ['overdue'] })),
    );
    expect(plans.filter((plan) => /\bq\b/.test(plan))).toEqual([]);
  });
});

it('what somebody pays is found by the codice fiscale, wherever it stands', () => {
  const codiceFiscale = 'FNTRSL80A01Z999X';
  const plans = plansOf((ledger) =>
    listPayments(ledger, today, paymentFilter.parse({ codiceFiscale }), page),
  );
  expect(plans.filter((plan) => /SEARCH [cd] USING .*_debtor/.test(plan))).toHaveLength(2);
  expect(plans.filter((plan) => /SCAN [cdt]$/.test(plan))).toEqual([]);
});

it('payments without a service are found, and counted, by the index that holds them alone', () => {
  expect(plansOf(countWithoutService)).toEqual([
    expect.stringContaining('COVERING INDEX payments_without_service'),
  ]);
  const plans = plansOf(hintGroups);
  expect(plans.filter((plan) => plan.includes('payments_without_service'))).toHaveLength(1);
  expect(plans.filter((plan) => /SCAN (p$|x|r|o|q)\b/.test(plan))).toEqual([]);
});

it('the provvisori of the difference ask for the payments that name them, one by one', () => {
  const plans = plansOf((ledger) =>
    listProvvisori(ledger, today, provvisorioFilter.parse({ attention: true }), null, page),
  );
  expect(plans.filter((plan) => plan.includes('SEARCH q USING INDEX'))).toHaveLength(2);
  expect(plans.filter((plan) => plan.includes('SCAN q'))).toEqual([]);
});

describe('what changed among the payments', () => {
  it.each([
    ['the first page', null],
    ['a later page', JSON.stringify(['', 7])],
  ])('in one revision is found by its stamp and in order: %s', (_which, after) => {
    const plans = plansOf((ledger) =>
      changedPayments(ledger, today, { how: 'written', revision: 3 }, { after, limit: 100 }),
    );
    expect(plans.filter((plan) => plan.includes('payments_changed (changed=?'))).not.toEqual([]);
    expect(plans.filter((plan) => /SCAN p$|TEMP B-TREE/.test(plan))).toEqual([]);
  });

  it('because of the day is found by what is awaited', () => {
    const days = { from: today, to: '2026-04-03' as Day, upTo: 3 };
    const plans = plansOf((ledger) =>
      changedPayments(ledger, today, { how: 'turned', ...days }, { after: null, limit: 100 }),
    );
    expect(plans.filter((plan) => plan.includes('payments_due (due_day>? AND due_day<?)'))).not.toEqual([]);
    expect(plans.filter((plan) => plan.endsWith('SCAN p'))).toEqual([]);
  });
});

it('the dashboard reads no payments, but what is counted of them', () => {
  expect(plansOf(paymentGroups)).toEqual(['SCAN payment_counts']);
  const plans = [
    ...plansOf((ledger) => flussiByBucket(ledger, today)),
    ...plansOf(provvisoriByBucket),
    ...plansOf((ledger) => openProvvisori(ledger, today)),
    ...plansOf(freshness),
  ];
  const read = plans.filter(
    (plan) => /^(SCAN|SEARCH) /.test(plan) && !/INDEX|PRIMARY KEY|json_each|CONSTANT/.test(plan),
  );
  expect(read).toEqual([]);
});

describe('a search that the index of texts answers', () => {
  it.each([
    ['of few candidates', { listed: 3_000, sifted: 40_000 }, 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'],
    ['of many', { listed: 0, sifted: 40_000 }, 'SCAN p USING INDEX payments_paid'],
    ['of very many', { listed: 0, sifted: 0 }, 'SCAN p USING INDEX payments_paid'],
  ])('%s looks through no list of texts', async (_which, candidates, way) => {
    const before = { ...mostCandidates };
    onTestFinished(() => void Object.assign(mostCandidates, before));
    Object.assign(mostCandidates, candidates);
    const office = await anOffice();
    await office.drop({ 'rt.xml': aRicevuta(aPayment(1, 100)) });
    const folder = join(office.folder, 'archivio');
    feedSearch(folder, () => false, 0);
    const opened = openReadable(folder);
    if (!opened.ok || opened.value === null) throw new Error('no ledger');
    onTestFinished(() => void (opened.ok && opened.value?.close()));
    const by = { by: 'paidOn', descending: true } as const;
    const plans = plansIn(
      opened.value,
      payments({ search: aPayment(1, 100).iuv.slice(3, 9) }, { ...page, sort: by }),
    );
    expect(plans.filter((plan) => plan.startsWith(way))).not.toEqual([]);
    expect(plans.filter((plan) => /SCAN (t|x|r|c|d|q|o|f|s)\b(?! VIRTUAL)/.test(plan))).toEqual([]);
    expect(plans.filter((plan) => plan === 'SCAN p')).toEqual([]);
  });
});

it.each([
  ['the first page', (ledger: ReadableLedger) => listExpected(ledger, ['missing'], page)],
  ['a later page', (ledger: ReadableLedger) => listExpected(ledger, [], expectedFrom)],
  ['their count', countExpected],
])('the flussi that lists name go along their IUFs and ask for each by an index: %s', (_which, ask) => {
  const plans = plansOf(ask).filter((plan) => !/json_each|page$/.test(plan));
  expect(plans.filter((plan) => plan.includes('flussi_attesi_iuf'))).not.toEqual([]);
  expect(plans.filter((plan) => /SCAN (f|o)\b/.test(plan))).toEqual([]);
  expect(
    plans.filter((plan) => /SCAN a\b(?! USING (?:COVERING )?INDEX flussi_attesi_iuf)/.test(plan)),
  ).toEqual([]);
});
