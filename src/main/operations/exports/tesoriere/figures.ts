import { flowBuckets, provvisorioBuckets } from '../../../../shared/domain/bucket.ts';
import { asksForAttention, statuses } from '../../../../shared/domain/verdict.ts';
import { flowLabels, provvisorioLabels, statusLabels } from '../../../../shared/wording/labels.ts';
import { sayService, type PartItem } from '../../../exports/tesoriere/da-regolarizzare.ts';
import { differenceList, sayDifferenceReason } from '../../../exports/tesoriere/differenze.ts';
import { flowList } from '../../../exports/tesoriere/flussi.ts';
import { rangeOf, type List, type Promised } from '../../../exports/tesoriere/list-sheet.ts';
import type { Figure, Section } from '../../../exports/tesoriere/riepilogo.ts';
import { countFlussi } from '../../../ledger/flow-list.ts';
import { countPayments } from '../../../ledger/payment-list.ts';
import { countProvvisori } from '../../../ledger/provvisorio-list.ts';
import type { ExportJob } from '../maker.ts';
import { flowFilter, paymentFilter, provvisorioFilter } from '../rows.ts';

interface Counted {
  readonly count: number;
  readonly cents: number;
}

/** All that is in one list. */
export function wholeList<Item>(list: List<Item>, { rows, count, sums }: Promised): Figure {
  const [first] = list.columns;
  const counted = list.counted ?? first?.title ?? '';
  return {
    says: list.name,
    count,
    cents: sums['Importo'] ?? 0,
    formulas: () => ({
      count: `COUNTA(${rangeOf(list, counted, rows)})`,
      cents: `SUM(${rangeOf(list, 'Importo', rows)})`,
    }),
  };
}

/** The part of a list whose rows say the same as the figure in one column. */
function partOfList<Item>(list: List<Item>, column: string, rows: number, says: string, of: Counted): Figure {
  const range = rangeOf(list, column, rows);
  return {
    says,
    count: of.count,
    cents: of.cents,
    formulas: (row) => ({
      count: `COUNTIF(${range},A${row})`,
      cents: `SUMIF(${range},A${row},${rangeOf(list, 'Importo', rows)})`,
    }),
  };
}

/** Where the payments, the flussi and the provvisori stand. */
export function standings<Payment, Provvisorio>(
  job: ExportJob,
  payments: List<Payment>,
  provvisori: List<Provvisorio>,
  rows: { readonly payments: number; readonly flussi: number; readonly provvisori: number },
): Section[] {
  const { ledger, today } = job;
  return [
    {
      title: 'Pagamenti, per stato',
      figures: some(
        statuses.map((status) => {
          const counted = countPayments(ledger, today, { ...paymentFilter(job), statuses: [status] });
          return partOfList(payments, 'Stato', rows.payments, statusLabels[status], counted);
        }),
      ),
    },
    {
      title: 'Flussi, per stato',
      figures: some(
        flowBuckets.map((bucket) => {
          const counted = countFlussi(ledger, today, { ...flowFilter(job), buckets: [bucket] });
          return partOfList(flowList, 'Stato', rows.flussi, flowLabels[bucket], counted);
        }),
      ),
    },
    {
      title: 'Provvisori, per stato',
      figures: some(
        provvisorioBuckets.map((bucket) => {
          const counted = countProvvisori(
            ledger,
            today,
            { ...provvisorioFilter(job), buckets: [bucket] },
            null,
          );
          return partOfList(provvisori, 'Stato', rows.provvisori, provvisorioLabels[bucket], counted);
        }),
      ),
    },
  ];
}

/** The difference, reason by reason. */
export function differenceFigures(job: ExportJob, rows: number): Figure[] {
  const { ledger, today } = job;
  const ofPayments = statuses.filter(asksForAttention).map((status) => ({
    says: sayDifferenceReason({ of: 'payments', status }),
    ...countPayments(ledger, today, { ...paymentFilter(job), statuses: [status] }),
  }));
  const ofProvvisori = provvisorioBuckets.map((bucket) => ({
    says: sayDifferenceReason({ of: 'provvisori', bucket }),
    ...countProvvisori(
      ledger,
      today,
      { ...provvisorioFilter(job), attention: true, buckets: [bucket] },
      null,
    ),
  }));
  return some(
    [...ofPayments, ...ofProvvisori]
      .toSorted((a, b) => b.cents - a.cents)
      .map(({ says, ...counted }) => partOfList(differenceList, 'Motivo', rows, says, counted)),
  );
}

/** The reversali to make, service by service. */
export function serviceFigures(list: List<PartItem>, parts: readonly PartItem[], rows: number): Figure[] {
  const [servizio, capitolo, accertamento, importo] = ['Servizio', 'Capitolo', 'Accertamento', 'Importo'].map(
    (title) => rangeOf(list, title, rows),
  );
  const groups = Map.groupBy(parts, (item) =>
    JSON.stringify([sayService(item), item.service?.capitolo ?? null, item.service?.accertamento ?? null]),
  );
  return [...groups.values()]
    .flatMap((items) => {
      const [first] = items;
      if (first === undefined) return [];
      return [
        {
          says: sayService(first),
          capitolo: first.service?.capitolo ?? null,
          accertamento: first.service?.accertamento ?? null,
          count: items.length,
          cents: items.reduce((sum, { part }) => sum + part.cents, 0),
          formulas: (row: number) => {
            // By EXACT, for the name of a service may begin like a comparison.
            const same = `EXACT(${servizio},$A${row})*EXACT(${capitolo},$B${row})*EXACT(${accertamento},$C${row})`;
            return {
              count: `SUMPRODUCT(${same}*ISNUMBER(${importo}))`,
              cents: `SUMPRODUCT(${same}*${importo})`,
            };
          },
        },
      ];
    })
    .toSorted((a, b) => b.cents - a.cents);
}

/** What nothing fell into is not told. */
function some(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ count }) => count > 0);
}
