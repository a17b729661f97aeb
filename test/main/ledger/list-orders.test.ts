import { describe, expect, it } from 'vitest';
import { listFlussi } from '../../../src/main/ledger/flow-list.ts';
import type { ReadableLedger } from '../../../src/main/ledger/open.ts';
import { listPayments } from '../../../src/main/ledger/payment-list.ts';
import { listPositions } from '../../../src/main/ledger/position-list.ts';
import { listProvvisori } from '../../../src/main/ledger/provvisorio-list.ts';
import { listRegularisations } from '../../../src/main/ledger/regularisation-list.ts';
import { flussoFilter, flussoSorts } from '../../../src/shared/contract/schemas/flussi.ts';
import { paymentFilter, paymentSorts } from '../../../src/shared/contract/schemas/payments.ts';
import { positionFilter, positionSorts } from '../../../src/shared/contract/schemas/positions.ts';
import { provvisorioFilter, provvisorioSorts } from '../../../src/shared/contract/schemas/provvisori.ts';
import {
  regularisationFilter,
  regularisationSorts,
} from '../../../src/shared/contract/schemas/regularisation.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { statuses } from '../../../src/shared/domain/verdict.ts';
import { usualVerdicts } from '../../../src/main/reconciliation/usual-verdicts.ts';
import { plansOf } from '../../helpers/query-plans.ts';

const today = '2026-03-31' as Day;
const month = { from: '2026-03-01', to: '2026-03-31' };

/** Places in an order, as a page tells them. */
const key = ['0', '0', 1];
const places: Readonly<Record<(typeof paymentSorts)[number], readonly unknown[]>> = {
  paidOn: ['2026-03-09', ...key],
  cents: [1, ...key],
  iuv: key,
  status: [statuses.indexOf('complete'), ...key],
  service: ['tari', ...key],
  debtor: ['rossi', ...key],
};

/** All four ways to go on from a place, and the first and the last page. */
function everyPage<Sort extends string>(by: Sort, place: readonly unknown[] | null) {
  return [true, false].flatMap((descending) =>
    [true, false].flatMap((backward) =>
      [null, ...(place === null ? [] : [JSON.stringify([`${descending ? '-' : '+'}${by}`, ...place])])].map(
        (after) => ({
          sort: { by, descending },
          after,
          limit: 100,
          backward,
        }),
      ),
    ),
  );
}

function plansOfPayments(by: (typeof paymentSorts)[number], filter: object): string[] {
  return everyPage(by, places[by]).flatMap((request) =>
    plansOf((ledger: ReadableLedger) => {
      // Payments by status are read status by status, of those that there are.
      for (const { evidence } of usualVerdicts())
        ledger.exec(
          `INSERT INTO payment_counts VALUES (${evidence}, '2026-03-11', '2026-03-09', 1, 1) ON CONFLICT DO NOTHING`,
        );
      listPayments(ledger, today, paymentFilter.parse(filter), request);
    }),
  );
}

describe.each(paymentSorts)('payments by %s', (by) => {
  it.each([
    ['all', {}],
    ['those of most', { statuses: ['complete'] }],
    ['those of a service', { services: ['tari'] }],
    ['those of no partner', { partners: [''] }],
    ['those that came so far', { has: ['paid'], lacks: ['settled'] }],
    ['those of a conto', { conti: ['1'] }],
    ['those of a conto, and a service', { conti: ['1'], services: ['tari'] }],
  ])('%s go along an index, and are not sorted', (_which, filter) => {
    const plans = plansOfPayments(by, filter).filter((plan) => !/INDEX payments_open/.test(plan));
    expect(plans.filter((plan) => /SCAN (p|x|r|f|o|q|t)\b(?! USING)/.test(plan))).toEqual([]);
    // The statuses that few payments have are sorted, and found by the index that holds them alone.
    const sorts = by === 'status' ? [] : plans.filter((plan) => plan === 'USE TEMP B-TREE FOR ORDER BY');
    expect(sorts).toEqual([]);
  });

  it.each([
    ['the difference', { attention: true }],
    ['some statuses', { statuses: ['receipt-missing', 'awaiting-report'] }],
    ['a month', month],
    ['some amounts', { centsFrom: 100, centsTo: 200 }],
    ['a flusso', { iuf: 'X' }],
    ['a provvisorio', { provvisorio: { esercizio: 2026, numero: '1', conto: null } }],
    ['a document', { document: 3 }],
    ['one IUV', { iuv: '01' }],
    ['one numero avviso', { noticeNumber: '301000000000000001' }],
  ])('of %s are found by an index', (_which, filter) => {
    const plans = plansOfPayments(by, filter);
    expect(plans.filter((plan) => /^SCAN (p|x|r|f|o|q|t|g|c|d)\b(?! USING)/.test(plan))).toEqual([]);
  });
});

/** Each is one row of its table with what hangs on it: whatever the order, nothing else is gone through. */
describe.each([
  [
    'flussi',
    flussoSorts,
    (ledger: ReadableLedger, filter: object, request: never) =>
      listFlussi(ledger, today, flussoFilter.parse(filter), request),
  ],
  [
    'provvisori',
    provvisorioSorts,
    (ledger: ReadableLedger, filter: object, request: never) =>
      listProvvisori(ledger, today, provvisorioFilter.parse(filter), null, request),
  ],
  [
    'positions',
    positionSorts,
    (ledger: ReadableLedger, filter: object, request: never) =>
      listPositions(ledger, today, positionFilter.parse(filter), request),
  ],
  [
    'what the ragioneria is asked for',
    regularisationSorts,
    (ledger: ReadableLedger, filter: object, request: never) =>
      listRegularisations(ledger, today, regularisationFilter.parse(filter), request),
  ],
] as const)('%s', (_list, sorts, list) => {
  it.each([
    ['all', {}],
    ['the difference', { attention: true }],
    ['a month', month],
    ['a document', { document: 3 }],
  ])('of %s look through no other table, in any order', (_which, filter) => {
    for (const by of sorts)
      for (const request of everyPage(by, null)) {
        const plans = plansOf((ledger) => list(ledger, filter, request as never));
        expect(
          plans.filter((plan) => /^SCAN (?!(?:p|f|o|page|json_each|CONSTANT)\b)\w+(?! VIRTUAL)/.test(plan)),
        ).toEqual([]);
      }
  });
});
