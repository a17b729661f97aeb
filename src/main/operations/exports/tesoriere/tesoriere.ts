import { isSuspect } from '../../../../shared/domain/bucket.ts';
import { formatDay } from '../../../../shared/domain/day.ts';
import { anomalyList, type Anomaly } from '../../../exports/tesoriere/storni-e-doppi.ts';
import { partList } from '../../../exports/tesoriere/da-regolarizzare.ts';
import { differenceList, type Difference } from '../../../exports/tesoriere/differenze.ts';
import { flowList, type FlowItem } from '../../../exports/tesoriere/flussi.ts';
import { listSheet, mostListed, type Listed, type Promised } from '../../../exports/tesoriere/list-sheet.ts';
import { paymentList } from '../../../exports/tesoriere/pagamenti.ts';
import {
  otherMoneyList,
  provvisorioList,
  type ProvvisorioItem,
} from '../../../exports/tesoriere/provvisori.ts';
import { summarySheet } from '../../../exports/tesoriere/riepilogo.ts';
import { sayNumero } from '../../../exports/tesoriere/words.ts';
import type { PaymentRow } from '../../../exports/pagamenti.ts';
import type { Workbook } from '../../../exports/workbook/model.ts';
import { writeWorkbook } from '../../../exports/workbook/write-workbook.ts';
import { listFlussi, sumFlussi } from '../../../ledger/flow-list.ts';
import type { PageRequest } from '../../../ledger/pages/listing.ts';
import { pspOf } from '../../../ledger/payment-card.ts';
import type { PaymentFilter } from '../../../ledger/payment-filter.ts';
import { countPayments, listPayments, type ListedPayment } from '../../../ledger/payment-list.ts';
import { keysOfMoney } from '../../../ledger/payment-money.ts';
import type { ProvvisorioKey } from '../../../ledger/provvisori.ts';
import {
  countProvvisori,
  listProvvisori,
  stornedProvvisori,
  type ListedProvvisorio,
  type ProvvisorioFilter,
} from '../../../ledger/provvisorio-list.ts';
import { TooManyRows, type ExportJob } from '../maker.ts';
import { flowFilter, pagesOf, pageSize, partOf, paymentFilter, provvisorioFilter } from '../rows.ts';
import { differenceFigures, serviceFigures, standings, wholeList } from './figures.ts';
import { openParts, openProvvisorioFilter, partRows, type OpenPart } from './parts.ts';

/** The workbook of the treasurer: everything of a period, under totals that are those of the ledger. */
export async function treasurerWorkbook(job: ExportJob): Promise<number> {
  const { workbook, rows } = workbookOf(job);
  await writeWorkbook(workbook, (bytes) => job.write(bytes));
  return rows;
}

function workbookOf(job: ExportJob): { readonly workbook: Workbook; readonly rows: number } {
  const { ledger, today, settings, filter, head } = job;
  const payments = paymentList(filter.chiaro);
  const toRegularise = partList(filter.chiaro);
  const provvisori = provvisorioList(filter.chiaro);
  const otherMoney = otherMoneyList(filter.chiaro);
  const parts = openParts(job);
  const anomalies = anomaliesOf(job);
  const notPagoPa = { ...provvisorioFilter(job), buckets: ['notPagoPa'] } as const;
  const difference = sumOf([
    countPayments(ledger, today, { ...paymentFilter(job), attention: true }),
    countProvvisori(ledger, today, { ...provvisorioFilter(job), attention: true }, null),
  ]);
  const promised = {
    payments: promise(countPayments(ledger, today, paymentFilter(job))),
    toRegularise: promisedParts(job, parts),
    provvisori: promise(countProvvisori(ledger, today, provvisorioFilter(job), null)),
    flussi: promisedFlussi(job),
    differences: promise(difference),
    anomalies: {
      ...promise({ count: anomalies.length, cents: sumBy(anomalies, ({ cents }) => cents) }, [
        ['Di cui stornato', sumBy(anomalies, ({ stornedCents }) => stornedCents ?? 0)],
      ]),
    },
    otherMoney: promise(countProvvisori(ledger, today, notPagoPa, null)),
  };
  for (const [{ name }, { rows: some }] of [
    [payments, promised.payments],
    [toRegularise, promised.toRegularise],
  ] as const)
    if (some > mostListed) throw new TooManyRows(name, some);
  const rows = Object.values(promised).reduce((sum, { rows: some }) => sum + some, 0);
  const breathing = breathingFor(job, rows);
  const sections = [
    {
      title: 'In questa cartella',
      figures: [
        wholeList(toRegularise, promised.toRegularise),
        wholeList(provvisori, promised.provvisori),
        wholeList(flowList, promised.flussi),
        wholeList(payments, promised.payments),
        wholeList(differenceList, promised.differences),
        wholeList(anomalyList, promised.anomalies),
        wholeList(otherMoney, promised.otherMoney),
      ],
    },
    {
      title: 'Da regolarizzare, per servizio',
      figures: serviceFigures(toRegularise, parts, promised.toRegularise.rows),
    },
    { title: 'Differenze, per motivo', figures: differenceFigures(job, promised.differences.rows) },
    ...standings(job, payments, provvisori, {
      payments: promised.payments.rows,
      flussi: promised.flussi.rows,
      provvisori: promised.provvisori.rows,
    }),
  ];
  const service = settings.servizi.find(({ id }) => id === filter.servizio)?.nome ?? null;
  const ente = head.ente?.denominazione ?? '';
  return {
    rows,
    workbook: {
      title: `Riconciliazione pagoPA al ${formatDay(today)}`,
      ente,
      created: head.generato,
      sheets: [
        summarySheet({ head, service, difference, sections }),
        listSheet(toRegularise, promised.toRegularise, breathing(partRows(job, parts))),
        listSheet(provvisori, promised.provvisori, breathing(provvisorioPages(job, provvisorioFilter(job)))),
        listSheet(flowList, promised.flussi, breathing(flowPages(job))),
        listSheet(payments, promised.payments, breathing(paymentPages(job))),
        listSheet(differenceList, promised.differences, breathing(differencePages(job))),
        listSheet(anomalyList, promised.anomalies, breathing([each(anomalies)])),
        listSheet(otherMoney, promised.otherMoney, breathing(provvisorioPages(job, notPagoPa))),
      ],
    },
  };
}

interface Counted {
  readonly count: number;
  readonly cents: number;
}

function promise({ count, cents }: Counted, others: readonly (readonly [string, number])[] = []): Promised {
  return { rows: count, count, sums: Object.fromEntries([['Importo', cents], ...others]) };
}

/** The parts must be worth the open provvisori, also by the ledger's own sum of these. */
function promisedParts(job: ExportJob, parts: readonly OpenPart[]): Promised {
  const cents = sumBy(parts, ({ part }) => part.cents);
  const open = countProvvisori(job.ledger, job.today, openProvvisorioFilter(job), null);
  if (job.filter.servizio === null && open.cents !== cents)
    throw new Error(`the parts of the open provvisori come to ${cents}, the provvisori to ${open.cents}`);
  return {
    rows: parts.length + sumBy(parts, ({ behind }) => behind),
    count: parts.length,
    sums: {
      Importo: cents,
      'Già regolarizzato': sumBy(parts, ({ regularisedCents }) => regularisedCents ?? 0),
      Pagamenti: sumBy(parts, ({ part }) => part.payments),
    },
  };
}

function promisedFlussi({ ledger, today, filter }: ExportJob): Promised {
  const { count, cents, receivedCents, rows } = sumFlussi(ledger, today, flowFilter({ filter }));
  return promise({ count, cents }, [
    ['Ricevuto', receivedCents],
    ['Ancora da ricevere', cents - receivedCents],
    ['Righe', rows],
  ]);
}

function sumOf(counted: readonly Counted[]): Counted {
  return { count: sumBy(counted, ({ count }) => count), cents: sumBy(counted, ({ cents }) => cents) };
}

function sumBy<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** Others get a turn after each page, and the person hears how far it is. */
function breathingFor(job: ExportJob, total: number) {
  let done = 0;
  return async function* breathing<Item>(
    pages: Iterable<readonly Listed<Item>[]>,
  ): AsyncGenerator<readonly Listed<Item>[]> {
    let since = 0;
    for (const page of pages) {
      yield page;
      done += page.length;
      since += page.length;
      if (since < 2_000) continue;
      since = 0;
      await job.breathe(done, total);
    }
  };
}

const each = <Item>(items: readonly Item[]): Listed<Item>[] => items.map((item) => ({ item }));

function byDate(after: string | null): PageRequest<'date'> {
  return { sort: { by: 'date', descending: false }, after, limit: pageSize, backward: false };
}

function* provvisorioPages(
  { ledger, today }: ExportJob,
  filter: ProvvisorioFilter,
): Generator<Listed<ProvvisorioItem>[]> {
  for (const page of pagesOf((after) => listProvvisori(ledger, today, filter, null, byDate(after))))
    yield each(page.map((row) => ({ ...row, suspect: isSuspect(row) })));
}

function* flowPages(job: ExportJob): Generator<Listed<FlowItem>[]> {
  const { ledger, today } = job;
  const filter = flowFilter(job);
  for (const page of pagesOf((after) => listFlussi(ledger, today, filter, byDate(after))))
    yield each(
      page.map((row) => ({
        ...row,
        rows: row.flussoId === null ? null : row.rows,
        psp: pspName(row),
        provvisori: keysOfMoney(ledger, row.iufKey, null),
      })),
    );
}

function pspName({
  pspCode,
  pspName: name,
}: {
  readonly pspCode: string | null;
  readonly pspName: string | null;
}) {
  const psp = pspOf(pspCode, name);
  return psp === null ? null : (psp.name ?? psp.code);
}

function* paymentPages(job: ExportJob): Generator<Listed<PaymentRow>[]> {
  const { ledger, today, settings } = job;
  const keys = keysRemembered(job);
  const filter = paymentFilter(job);
  for (const page of pagesOf((after) =>
    listPayments(ledger, today, filter, {
      sort: { by: 'paidOn', descending: false },
      after,
      limit: pageSize,
      backward: false,
    }),
  ))
    yield each(page.map((row) => ({ ...partOf(row, settings), provvisori: keys(row) })));
}

/** The provvisori of many payments: those of one flusso have the same. */
function keysRemembered({ ledger }: ExportJob) {
  const known = new Map<string, readonly ProvvisorioKey[]>();
  return ({ iufKey, provvisorioId }: ListedPayment): readonly ProvvisorioKey[] => {
    const name = `${provvisorioId ?? ''} ${iufKey ?? ''}`;
    const found = known.get(name) ?? keysOfMoney(ledger, iufKey, provvisorioId);
    known.set(name, found);
    return found;
  };
}

/** Payments first, then provvisori; those of one reason together. */
function* differencePages(job: ExportJob): Generator<Listed<Difference>[]> {
  const { ledger, today, settings } = job;
  const payments: PaymentFilter = { ...paymentFilter(job), attention: true };
  const byStatus = { sort: { by: 'status', descending: false }, limit: pageSize, backward: false } as const;
  for (const page of pagesOf((after) => listPayments(ledger, today, payments, { ...byStatus, after })))
    yield each(
      page.map((row): Difference => {
        const { iuv, paidOn, cents, iuf, service, status } = partOf(row, settings);
        return { of: 'payments', name: iuv, day: paidOn, cents, iuf, service: service?.nome ?? null, status };
      }),
    );
  const provvisori: ProvvisorioFilter = { ...provvisorioFilter(job), attention: true };
  const byBucket = { sort: { by: 'bucket', descending: false }, limit: pageSize, backward: false } as const;
  for (const page of pagesOf((after) =>
    listProvvisori(ledger, today, provvisori, null, { ...byBucket, after }),
  ))
    yield each(
      page.map((row): Difference => {
        const { date, cents, bucket, shares } = row;
        const iuf = shares.map((share) => share.iuf).join(', ');
        return { of: 'provvisori', name: sayNumero(row), day: date, cents, iuf, service: null, bucket };
      }),
    );
}

function anomaliesOf(job: ExportJob): Anomaly[] {
  const { ledger, today, settings } = job;
  const storni = stornedProvvisori(ledger, today, provvisorioFilter(job)).map((row): Anomaly => {
    const isWhole = row.state === 'cancelled';
    return {
      kind: isWhole ? 'storno' : 'storno-parziale',
      name: sayNumero(row),
      day: row.date,
      cents: wholeCents(row),
      stornedCents: isWhole ? wholeCents(row) : row.stornedCents,
      iuf: row.shares.map(({ iuf }) => iuf).join(', '),
      service: null,
    };
  });
  const filter: PaymentFilter = { ...paymentFilter(job), statuses: ['double-payment', 'revoked'] };
  const payments = [
    ...pagesOf((after) =>
      listPayments(ledger, today, filter, {
        sort: { by: 'status', descending: true },
        after,
        limit: 1_000,
        backward: false,
      }),
    ),
  ].flat();
  return [
    ...storni,
    ...payments.map((row): Anomaly => {
      const { iuv, paidOn, cents, iuf, service, status } = partOf(row, settings);
      return {
        kind: status === 'revoked' ? 'revocato' : 'doppio',
        name: iuv,
        day: paidOn,
        cents,
        stornedCents: null,
        iuf,
        service: service?.nome ?? null,
      };
    }),
  ];
}

function wholeCents({ state, cents, stornedCents }: ListedProvvisorio): number {
  return state === 'cancelled' ? cents : cents + stornedCents;
}
