import { listFlussi, type FlowSort } from '../../src/main/ledger/flow-list.ts';
import type { Page, PageRequest } from '../../src/main/ledger/pages/listing.ts';
import type { ReadableLedger } from '../../src/main/ledger/open.ts';
import { listPayments, type PaymentSort } from '../../src/main/ledger/payment-list.ts';
import { listPositions, type PositionSort } from '../../src/main/ledger/position-list.ts';
import { listProvvisori, type ProvvisorioSort } from '../../src/main/ledger/provvisorio-list.ts';
import { listRegularisations, type RegularisationSort } from '../../src/main/ledger/regularisation-list.ts';
import { flussoFilter } from '../../src/shared/contract/schemas/flussi.ts';
import { paymentFilter } from '../../src/shared/contract/schemas/payments.ts';
import { positionFilter } from '../../src/shared/contract/schemas/positions.ts';
import { provvisorioFilter } from '../../src/shared/contract/schemas/provvisori.ts';
import { regularisationFilter } from '../../src/shared/contract/schemas/regularisation.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import type { Waits } from './lists.ts';
import { milliseconds } from './measure.ts';

interface Table<Sort extends string> {
  readonly sorts: readonly Sort[];
  readonly filters: Readonly<Record<string, object>>;
  readonly read: (filter: object, request: PageRequest<Sort>) => Page<unknown>;
}

const pagesEachWay = 20;

/** The pages after the first, of each list in each order and with each filter, from its beginning on and from its end back. */
export function pageWaits(ledger: ReadableLedger, today: Day): Waits[] {
  const found: Waits[] = [];
  const month = { from: '2025-06-01', to: '2025-06-30' };
  const measure = <Sort extends string>(name: string, { sorts, filters, read }: Table<Sort>): void => {
    for (const [told, filter] of Object.entries(filters))
      for (const by of sorts)
        found.push({
          what: `${name}, ${told}, by ${by}`,
          took: tookOf((request) => read(filter, request), by),
        });
  };
  measure<PaymentSort>('payments', {
    sorts: ['paidOn', 'cents', 'iuv', 'status', 'service', 'debtor'],
    filters: {
      everything: {},
      'the difference': { attention: true },
      'one status': { statuses: ['receipt-missing'] },
      'most of them': { statuses: ['complete'] },
      'a service': { services: ['mensa'] },
      'a month': month,
      'some amounts': { centsFrom: 1_000, centsTo: 1_100 },
      'without money': { has: ['paid'], lacks: ['settled'] },
      'a document': { document: 3 },
      'a surname': { search: 'zuccala' },
    },
    read: (filter, request) => listPayments(ledger, today, paymentFilter.parse(filter), request),
  });
  measure<FlowSort>('flussi', {
    sorts: ['attention', 'date', 'cents', 'received', 'iuf', 'rows', 'bucket'],
    filters: { everything: {}, 'the difference': { attention: true }, 'a month': month },
    read: (filter, request) => listFlussi(ledger, today, flussoFilter.parse(filter), request),
  });
  measure<ProvvisorioSort>('provvisori', {
    sorts: ['attention', 'date', 'cents', 'numero', 'bucket', 'payer'],
    filters: { everything: {}, 'the difference': { attention: true }, 'a month': month },
    read: (filter, request) => listProvvisori(ledger, today, provvisorioFilter.parse(filter), null, request),
  });
  measure<PositionSort>('positions', {
    sorts: ['status', 'dueDay', 'cents', 'iuv', 'service', 'debtor'],
    filters: { everything: {}, 'the difference': { attention: true }, 'a service': { services: ['mensa'] } },
    read: (filter, request) => listPositions(ledger, today, positionFilter.parse(filter), request),
  });
  measure<RegularisationSort>('regularisation', {
    sorts: ['date', 'cents', 'openCents', 'numero'],
    filters: { everything: {}, 'the difference': { attention: true }, 'a month': month },
    read: (filter, request) =>
      listRegularisations(ledger, today, regularisationFilter.parse(filter), request),
  });
  return found;
}

function tookOf<Sort extends string>(
  read: (request: PageRequest<Sort>) => Page<unknown>,
  by: Sort,
): number[] {
  const took: number[] = [];
  for (const descending of [false, true])
    for (const backward of [false, true]) {
      const page = (after: string | null): Page<unknown> =>
        read({ sort: { by, descending }, after, limit: 200, backward });
      let at = page(null);
      for (let i = 0; i < pagesEachWay; i++) {
        const next = backward ? at.previous : at.next;
        if (next === null) break;
        took.push(milliseconds(() => (at = page(next))));
      }
    }
  return took;
}
