import { provvisorioStates } from '../../../shared/wording/evidence.ts';
import { euro, italianDay, many } from '../../../shared/wording/figures.ts';
import { provvisorioLabels } from '../../../shared/wording/labels.ts';
import { BucketBadge } from '../../components/bucket-badge.tsx';
import { Causale } from '../../components/causale.tsx';
import type { Column } from '../../components/table/column.ts';
import type { Provvisorio, ProvvisorioFilter, ProvvisorioSort } from './reading.ts';

type Placed = Pick<Provvisorio, 'bucket' | 'suspect' | 'conflict'>;

/** Where it stands, that somebody must look at it again, or that it looks like pagoPA's when it says nothing more. */
export function sayPlace({ bucket, suspect, conflict }: Placed): string {
  if (conflict !== null) return `${provvisorioLabels[bucket]}, da rivedere`;
  return suspect ? 'forse pagoPA, da chiarire' : provvisorioLabels[bucket];
}

export function provvisorioColumns(
  setFilter: (part: Partial<ProvvisorioFilter>) => void,
): readonly (Column<Provvisorio> & { readonly sort?: ProvvisorioSort })[] {
  return [
    {
      id: 'dove',
      title: 'Dove sta',
      width: 222,
      sort: 'bucket',
      text: sayPlace,
      show: (row) => <BucketBadge bucket={row.suspect ? 'partial' : row.bucket} label={sayPlace(row)} />,
      narrow: (row) => () => setFilter({ buckets: [row.bucket] }),
    },
    {
      id: 'data',
      title: 'Data',
      width: 104,
      sort: 'date',
      text: (row) => italianDay(row.date),
      narrow: (row) => () => setFilter({ from: row.date, to: row.date }),
    },
    {
      id: 'numero',
      title: 'Numero',
      width: 98,
      sort: 'numero',
      text: (row) => `${row.numero}/${row.esercizio}`,
    },
    {
      id: 'importo',
      title: 'Importo',
      width: 116,
      align: 'right',
      sort: 'cents',
      text: (row) => euro(row.cents),
      narrow: (row) => () => setFilter({ centsFrom: row.cents, centsTo: row.cents }),
    },
    {
      id: 'versante',
      title: 'Versante',
      width: 168,
      least: 110,
      sort: 'payer',
      text: (row) => row.payer ?? '',
      narrow: ({ payer }) => (payer === null ? null : () => setFilter({ search: payer })),
    },
    {
      id: 'causale',
      title: 'Causale',
      width: 380,
      least: 220,
      text: (row) => row.causale,
      show: (row) => <Causale short text={row.causale} codes={[row.extraction.iuf, row.extraction.iuv]} />,
    },
    {
      id: 'iuf',
      title: 'IUF',
      width: 270,
      least: 180,
      hidden: 'narrow',
      text: (row) => row.shares.map(({ iuf }) => iuf).join(' '),
      show: (row) =>
        row.shares.length > 1 ? (
          many(row.shares.length, 'flusso', 'flussi')
        ) : (
          <span className="code">{row.iuf}</span>
        ),
      narrow: ({ iuf }) => (iuf === null ? null : () => setFilter({ iuf })),
    },
    {
      id: 'stato',
      title: 'Regolarizzazione',
      width: 170,
      least: 140,
      hidden: 'narrow',
      text: (row) => provvisorioStates[row.state],
      narrow: (row) => () => setFilter({ states: [row.state] }),
    },
    { id: 'conto', title: 'Conto', width: 150, hidden: true, text: (row) => row.conto },
  ];
}
