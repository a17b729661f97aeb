import type { Dot } from '../../../shared/domain/verdict.ts';
import { sayMoment } from '../../../shared/wording/evidence.ts';
import { euro, italianDay } from '../../../shared/wording/figures.ts';
import { stageLabels } from '../../../shared/wording/regularisation.ts';
import evidence from '../../components/evidence.module.css';
import { Pallino } from '../../components/pallino.tsx';
import type { Column } from '../../components/table/column.ts';
import { namePart } from './parts.tsx';
import type { Regularisation, RegularisationFilter, RegularisationSort } from './reading.ts';

export const stageDots: Readonly<Record<Regularisation['stage'], Dot>> = {
  open: 'none',
  sent: 'waiting',
  partly: 'warning',
  done: 'yes',
};

/** Its stage, and that the proposal is another one since it was sent. */
export function sayStage({ stage, sent }: Regularisation): string {
  return sent?.changed === true && stage !== 'done' ? 'Cambiata dopo l’invio' : stageLabels[stage];
}

export function regularisationColumns(
  serviceName: (id: string) => string,
  setFilter: (part: Partial<RegularisationFilter>) => void,
): readonly (Column<Regularisation> & { readonly sort?: RegularisationSort })[] {
  return [
    {
      id: 'stato',
      title: 'Stato',
      width: 200,
      text: sayStage,
      show: (row) => (
        <span className={evidence['badge']}>
          <Pallino
            dot={row.sent?.changed === true && row.stage !== 'done' ? 'problem' : stageDots[row.stage]}
            size={17}
          />
          <span className={evidence['badgeText']}>{sayStage(row)}</span>
        </span>
      ),
      narrow: (row) => () => setFilter({ stages: [row.stage] }),
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
      id: 'giorni',
      title: 'Giorni',
      explain: 'Giorni dalla data del movimento',
      width: 78,
      align: 'right',
      text: (row) => row.days.toLocaleString('it-IT'),
    },
    {
      id: 'numero',
      title: 'Provvisorio',
      width: 110,
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
    },
    {
      id: 'aperto',
      title: 'Da coprire',
      explain: 'Ciò che nessuna reversale copre ancora',
      width: 116,
      align: 'right',
      sort: 'openCents',
      text: (row) => euro(row.openCents),
    },
    {
      id: 'proposta',
      title: 'Reversali proposte',
      width: 380,
      least: 240,
      text: (row) =>
        row.parts.map((part) => `${namePart(part, serviceName)} ${euro(part.cents)}`).join(' · '),
    },
    {
      id: 'inviata',
      title: 'Inviata il',
      width: 150,
      least: 120,
      hidden: 'narrow',
      text: (row) => (row.sent === null ? '' : sayMoment(row.sent.at)),
    },
    {
      id: 'reversali',
      title: 'Coperto da',
      explain: 'Le reversali che lo coprono',
      width: 140,
      hidden: 'narrow',
      text: (row) => row.reversali.map(({ numero, esercizio }) => `${numero}/${esercizio}`).join(' '),
    },
    { id: 'conto', title: 'Conto', width: 130, hidden: true, text: (row) => row.conto },
    { id: 'causale', title: 'Causale', width: 380, least: 220, hidden: true, text: (row) => row.causale },
  ];
}
