import type { Output } from '../../../shared/contract/api.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { flowLabels } from '../../../shared/wording/labels.ts';
import { BucketBadge } from '../../components/bucket-badge.tsx';
import type { Column } from '../../components/table/column.ts';
import type { FlussoFilter, FlussoSort } from './reading.ts';

export type Flusso = Output<'flussi.list'>['rows'][number];

/** What has not arrived of a flusso; negative when too much has. Money without its flusso misses nothing. */
export function missingCents({ revision, cents, receivedCents }: Flusso): number {
  return revision === null ? 0 : cents - receivedCents;
}

export function flussoColumns(
  setFilter: (part: Partial<FlussoFilter>) => void,
): readonly (Column<Flusso> & { readonly sort?: FlussoSort })[] {
  return [
    {
      id: 'dove',
      title: 'Dove sta',
      width: 300,
      least: 200,
      sort: 'bucket',
      text: (row) => flowLabels[row.bucket],
      show: (row) => <BucketBadge bucket={row.bucket} label={flowLabels[row.bucket]} />,
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
      id: 'iuf',
      title: 'IUF',
      width: 290,
      least: 200,
      sort: 'iuf',
      text: (row) => row.iuf,
      show: (row) => <span className="code">{row.iuf}</span>,
      narrow: (row) => () => setFilter({ search: row.iuf }),
    },
    {
      id: 'psp',
      title: 'PSP',
      width: 140,
      least: 110,
      text: (row) => row.psp?.name ?? row.psp?.code ?? '',
      narrow: ({ psp }) => (psp === null ? null : () => setFilter({ search: psp.name ?? psp.code })),
    },
    {
      id: 'righe',
      title: 'Pagamenti',
      width: 108,
      align: 'right',
      sort: 'rows',
      text: (row) => (row.revision === null ? '' : row.rows.toLocaleString('it-IT')),
    },
    {
      id: 'importo',
      title: 'Importo',
      width: 122,
      align: 'right',
      sort: 'cents',
      text: (row) => (row.revision === null ? 'non importato' : euro(row.cents)),
      narrow: (row) => () => setFilter({ centsFrom: row.cents, centsTo: row.cents }),
    },
    {
      id: 'ricevuto',
      title: 'Ricevuto',
      width: 122,
      hidden: 'narrow',
      align: 'right',
      sort: 'received',
      text: (row) => euro(row.receivedCents),
    },
    {
      id: 'mancano',
      title: 'Mancano',
      width: 112,
      align: 'right',
      text: (row) => (missingCents(row) === 0 ? '' : euro(missingCents(row))),
    },
    {
      id: 'provvisori',
      title: 'Provvisori',
      width: 140,
      hidden: 'narrow',
      text: (row) => row.provvisori.map(({ esercizio, numero }) => `${numero}/${esercizio}`).join(', '),
    },
    {
      id: 'revisione',
      title: 'Revisione',
      width: 100,
      align: 'right',
      hidden: true,
      text: (row) => (row.revision === null ? '' : String(row.revision)),
    },
  ];
}
