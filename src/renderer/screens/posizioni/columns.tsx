import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { positionFlagLabels, positionLabels } from '../../../shared/wording/labels.ts';
import classes from '../../components/evidence.module.css';
import { Pallino } from '../../components/pallino.tsx';
import type { Column } from '../../components/table/column.ts';
import { dotOfPosition, type Position, type PositionFilter, type PositionSort } from './reading.ts';

/** The columns of the positions; a cell can narrow the list to what it says. */
export function positionColumns(
  serviceName: (id: string) => string,
  setFilter: (part: Partial<PositionFilter>) => void,
): readonly (Column<Position> & { readonly sort?: PositionSort })[] {
  const bySearch = (text: (row: Position) => string | null) => (row: Position) => {
    const search = text(row);
    return search === null || search === '' ? null : () => setFilter({ search });
  };
  return [
    {
      id: 'stato',
      title: 'Stato',
      width: 200,
      least: 160,
      sort: 'status',
      text: (row) => positionLabels[row.status],
      show: (row) => <PositionBadge position={row} />,
      narrow: (row) => () => setFilter({ statuses: [row.status] }),
    },
    {
      id: 'scadenza',
      title: 'Scadenza',
      width: 112,
      sort: 'dueDay',
      text: (row) => italianDay(row.dueDay),
      narrow: ({ dueDay }) => (dueDay === null ? null : () => setFilter({ from: dueDay, to: dueDay })),
    },
    {
      id: 'dovuto',
      title: 'Dovuto',
      width: 112,
      align: 'right',
      sort: 'cents',
      text: (row) => euro(row.cents),
      narrow: (row) => () => setFilter({ centsFrom: row.cents, centsTo: row.cents }),
    },
    {
      id: 'pagato',
      title: 'Pagato',
      width: 112,
      align: 'right',
      text: (row) => (row.paidCents === null ? '' : euro(row.paidCents)),
    },
    {
      id: 'debitore',
      title: 'Debitore',
      width: 190,
      least: 130,
      sort: 'debtor',
      text: (row) => row.debtor.name ?? '',
      narrow: bySearch((row) => row.debtor.name),
    },
    {
      id: 'servizio',
      title: 'Servizio',
      width: 152,
      least: 110,
      sort: 'service',
      text: (row) => (row.service === null ? '' : serviceName(row.service)),
      narrow: (row) => () => setFilter({ services: [row.service ?? ''] }),
    },
    { id: 'descrizione', title: 'Causale', width: 260, least: 150, text: (row) => row.description ?? '' },
    {
      id: 'iuv',
      title: 'IUV',
      width: 160,
      hidden: 'narrow',
      sort: 'iuv',
      text: (row) => row.iuv ?? '',
      show: (row) => row.iuv !== null && <span className="code">{row.iuv}</span>,
      personal: 'codice',
      narrow: bySearch((row) => row.iuv),
    },
    {
      id: 'note',
      title: 'Altro da sapere',
      width: 240,
      least: 140,
      hidden: 'narrow',
      text: (row) => row.flags.map((flag) => positionFlagLabels[flag]).join(', '),
    },
    {
      id: 'avviso',
      title: 'Numero avviso',
      width: 186,
      hidden: true,
      text: (row) => row.noticeNumber ?? '',
      personal: 'codice',
      narrow: bySearch((row) => row.noticeNumber),
    },
    {
      id: 'codice-fiscale',
      title: 'Codice fiscale',
      width: 170,
      hidden: true,
      text: (row) => row.debtor.codiceFiscale ?? '',
      personal: 'cf',
      narrow: bySearch((row) => row.debtor.codiceFiscale),
    },
    { id: 'tipo', title: 'Tipo dovuto', width: 150, hidden: true, text: (row) => row.tipoDovuto ?? '' },
    { id: 'iud', title: 'IUD', width: 220, hidden: true, text: (row) => row.iud ?? '' },
  ];
}

/** Where a position stands: a shape and a word. */
function PositionBadge({ position }: { readonly position: Position }) {
  return (
    <span className={classes['badge']}>
      <Pallino dot={dotOfPosition(position)} size={17} />
      <span className={classes['badgeText']}>{positionLabels[position.status]}</span>
    </span>
  );
}
