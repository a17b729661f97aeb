import { iufKey } from '../../../shared/domain/iuf.ts';
import { labelOfFlusso, labelOfPayment, labelOfProvvisorio } from '../../../shared/domain/label.ts';
import { isSuspect } from '../../../shared/domain/bucket.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { decodeEvidence, judge } from '../../../shared/domain/verdict.ts';
import type { PaymentPart } from '../../exports/columns.ts';
import type { FlowRow } from '../../exports/flussi.ts';
import type { PaymentRow } from '../../exports/pagamenti.ts';
import type { ProvvisorioRow } from '../../exports/provvisori.ts';
import type { ChainRow } from '../../exports/riconciliazione.ts';
import type { BaseFilter } from '../../ledger/filters.ts';
import { countFlussi, listFlussi, type FlowFilter } from '../../ledger/flow-list.ts';
import type { Page } from '../../ledger/pages/listing.ts';
import type { PaymentFilter } from '../../ledger/payment-filter.ts';
import { countPayments, listPayments, type ListedPayment } from '../../ledger/payment-list.ts';
import { keysOfMoney } from '../../ledger/payment-money.ts';
import type { ProvvisorioKey } from '../../ledger/provvisori.ts';
import {
  countProvvisori,
  listProvvisori,
  type ListedProvvisorio,
  type ProvvisorioFilter,
} from '../../ledger/provvisorio-list.ts';
import { pspOf } from '../../ledger/payment-card.ts';
import type { ExportJob } from './maker.ts';
import type { RowSource } from './open-export.ts';

export const paymentRows: RowSource<PaymentRow> = {
  count: ({ ledger, today, ...job }) => countPayments(ledger, today, paymentFilter(job)).count,
  *pages({ ledger, today, settings, ...job }) {
    const filter = paymentFilter(job);
    for (const page of pagesOf((after) => listPayments(ledger, today, filter, from(after)))) {
      const rows = page.map((row) => ({
        ...partOf(row, settings),
        provvisori: keysOfMoney(ledger, row.iufKey, row.provvisorioId),
      }));
      yield { rows, steps: rows.length };
    }
  },
};

export const flowRows: RowSource<FlowRow> = {
  count: ({ ledger, today, ...job }) => countFlussi(ledger, today, flowFilter(job)).count,
  *pages({ ledger, today, ...job }) {
    const filter = flowFilter(job);
    for (const page of pagesOf((after) => listFlussi(ledger, today, filter, from(after)))) {
      const rows = page.map((row) => ({
        ...row,
        psp: pspOf(row.pspCode, row.pspName),
        provvisori: keysOfMoney(ledger, row.iufKey, null),
        label: labelOfFlusso(row.bucket),
      }));
      yield { rows, steps: rows.length };
    }
  },
};

export const provvisorioRows: RowSource<ProvvisorioRow> = {
  count: ({ ledger, today, ...job }) => countProvvisori(ledger, today, provvisorioFilter(job), null).count,
  *pages({ ledger, today, ...job }) {
    const filter = provvisorioFilter(job);
    for (const page of pagesOf((after) => listProvvisori(ledger, today, filter, null, from(after)))) {
      const rows = page.map((row) => ({
        ...row,
        suspect: isSuspect(row),
        quote: row.shares.map(({ iuf, cents }) => ({ iuf, importo_centesimi: cents })),
        label: labelOfProvvisorio({ ...row, hasFlusso: row.shares.length > 0 }),
      }));
      yield { rows, steps: rows.length };
    }
  },
};

/** By provvisorio: the period is that of the money. */
export const chainRows: RowSource<ChainRow> = {
  count: (job) => provvisorioRows.count(job),
  *pages({ ledger, today, settings, ...job }) {
    const filter = provvisorioFilter(job);
    for (const page of pagesOf((after) => listProvvisori(ledger, today, filter, null, from(after)))) {
      for (const row of page) {
        const { esercizio, numero, conto } = row;
        const brought = broughtBy(job, { esercizio, numero, conto });
        for (const payments of pagesOf((after) => listPayments(ledger, today, brought, from(after))))
          yield {
            rows: payments.map((payment) => ({
              ...partOf(payment, settings),
              provvisorio: { ...row, share: shareOf(row, payment) },
            })),
            steps: 0,
          };
        yield { rows: [], steps: 1 };
      }
    }
  },
};

/** How much of a provvisorio is the money of a payment's flusso; all of it, where it came for the payment alone. */
function shareOf({ cents, shares }: ListedProvvisorio, { iufKey: flusso }: ListedPayment): number {
  return shares.find(({ iuf }) => iufKey(iuf) === flusso)?.cents ?? cents;
}

export function partOf(row: ListedPayment, { servizi }: Settings): PaymentPart {
  const { iuv, iur, index, noticeNumber, cents, paidOn, partner, iuf, flowDate } = row;
  const evidence = decodeEvidence(row.evidence);
  const isLate = row.late === 1;
  const servizio = servizi.find(({ id }) => id === row.service);
  return {
    iuv,
    iur,
    index,
    noticeNumber,
    cents,
    paidOn,
    partner,
    iuf,
    flowDate,
    ...judge(evidence, isLate),
    service:
      servizio === undefined
        ? null
        : {
            id: servizio.id,
            nome: servizio.nome,
            capitolo: servizio.capitolo ?? null,
            accertamento: servizio.accertamento ?? null,
          },
    debtor: { name: row.debtorName, codiceFiscale: row.debtorCf },
    label: labelOfPayment(evidence, isLate),
  };
}

type Asked = Pick<ExportJob, 'filter'>;

const noLimit: BaseFilter = {
  search: null,
  from: null,
  to: null,
  centsFrom: null,
  centsTo: null,
  document: null,
  attention: false,
};

export function paymentFilter({ filter: { servizio, dal, al } }: Asked): PaymentFilter {
  const services = servizio === null ? [] : [servizio];
  return {
    ...noLimit,
    from: dal,
    to: al,
    statuses: [],
    services,
    partners: [],
    iuf: null,
    provvisorio: null,
    has: [],
    lacks: [],
    conti: [],
  };
}

/** The payments of a provvisorio, whenever they were made. */
function broughtBy(job: Asked, provvisorio: ProvvisorioKey): PaymentFilter {
  return { ...paymentFilter(job), from: null, to: null, provvisorio };
}

export function flowFilter({ filter: { servizio, dal, al } }: Asked): FlowFilter {
  return { ...noLimit, from: dal, to: al, buckets: [], service: servizio };
}

export function provvisorioFilter({ filter: { servizio, dal, al } }: Asked): ProvvisorioFilter {
  return {
    ...noLimit,
    from: dal,
    to: al,
    buckets: [],
    states: [],
    iuf: null,
    conflict: false,
    service: servizio,
  };
}

/** Small pages are gone before the collector has moved them: the memory stays that of one. */
export const pageSize = 200;

function from(after: string | null) {
  return { sort: null, after, limit: pageSize, backward: false } as const;
}

/** The rows of a list, a page at a time, in order of their natural keys. */
export function* pagesOf<Row>(page: (after: string | null) => Page<Row>): Generator<readonly Row[]> {
  for (let after: string | null = null; ;) {
    const { rows, next } = page(after);
    if (rows.length > 0) yield rows;
    if (next === null) return;
    after = next;
  }
}
