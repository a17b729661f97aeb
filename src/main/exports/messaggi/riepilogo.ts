import type { MessageState } from '../../../shared/domain/message/state.ts';
import { messageStates } from '../../../shared/domain/message/state.ts';
import { italianDay, sayMoment } from '../../../shared/wording/figures.ts';
import { messageStateLabels, messageStateMeanings } from '../../../shared/wording/messages/states.ts';
import { rangeOf, type List } from '../tesoriere/list-sheet.ts';
import type { Cell, Row, Sheet } from '../workbook/model.ts';

/** What the first sheet of a report tells. Instants are ISO. */
export interface CampaignSummary {
  readonly ente: string | null;
  readonly name: string;
  readonly service: string;
  readonly template: string;
  readonly listName: string | null;
  readonly author: string;
  readonly today: string;
  readonly now: string;
  readonly createdAt: string;
  /** Null while nobody confirmed it. */
  readonly queuedAt: string | null;
  readonly clear: boolean;
  /** Rows of data of the list. */
  readonly rows: number;
  readonly byState: readonly {
    readonly state: MessageState;
    readonly count: number;
    readonly cents: number;
  }[];
  readonly refused: number;
  readonly onPaper: number;
  /** In words. */
  readonly warnings: readonly string[];
}

/** Counted again from the sheet of the messages. */
export interface Counted {
  readonly list: List<never>;
  readonly rows: number;
}

const columns = [
  { width: 36, kind: 'text' },
  { width: 12, kind: 'count' },
  { width: 16, kind: 'euro' },
  { width: 90, kind: 'long' },
] as const;

/** Which campaign this is, and what became of it. */
export function campaignSummary(told: CampaignSummary, counted: Counted): Sheet {
  const rows: Row[] = [
    ...introduction(told).map((cell) => ({ cells: [cell] })),
    ...section(
      'Messaggi',
      'Stato',
      messageStates.flatMap((state) => {
        const found = told.byState.find((one) => one.state === state);
        return found === undefined ? [] : [stateCells(found, counted)];
      }),
    ),
    ...section('Chi non riceve un messaggio', 'Foglio', [
      ['Righe rifiutate', told.refused, null, 'Righe dell’elenco per cui non è stato preparato nulla.'],
      [
        'Da mandare su carta',
        told.onPaper,
        null,
        'Persone che nessun messaggio può raggiungere: vanno avvisate in altro modo.',
      ],
    ]),
    ...(told.warnings.length === 0
      ? []
      : section(
          'Avvertenze',
          'Alla preparazione',
          told.warnings.map((warning) => ['Avvertenza', null, null, warning]),
        )),
  ];
  return { name: 'Riepilogo', columns, header: null, listed: 0, printed: columns.length, rows: [rows] };
}

function introduction(told: CampaignSummary): Cell[] {
  const { ente, name, service, template, listName, author, createdAt, queuedAt, clear } = told;
  return [
    { look: 'title', value: `Messaggi IO · ${name}` },
    note(ente ?? 'Ente non indicato'),
    note(`Situazione al ${italianDay(told.today)}, esportata il ${sayMoment(told.now)}`),
    note(`Servizio: ${service}. Modello: ${template}.`),
    note(`Elenco: ${listName ?? 'nessuno'}, ${told.rows.toLocaleString('it-IT')} righe.`),
    note(`Preparata il ${sayMoment(createdAt)} da ${author}.`),
    note(queuedAt === null ? 'Non ancora confermata.' : `Confermata il ${sayMoment(queuedAt)}.`),
    note(
      clear
        ? 'Contiene nomi e codici fiscali in chiaro: va conservato e trasmesso come dato personale.'
        : 'I nomi e i codici fiscali sono coperti.',
    ),
  ];
}

const note = (value: string): Cell => ({ look: 'note', value });

function section(title: string, first: string, rows: readonly (readonly Cell[])[]): Row[] {
  return [
    { cells: [] },
    { cells: columns.map((_, i) => ({ look: 'section', value: i === 0 ? title : null })) },
    {
      cells: [
        { look: 'header', value: first },
        { look: 'headerOfNumbers', value: 'Numero' },
        { look: 'headerOfNumbers', value: 'Importo' },
        { look: 'header', value: 'Che cosa vuol dire' },
      ],
    },
    ...rows.map((cells) => ({ cells })),
  ];
}

function stateCells(
  { state, count, cents }: CampaignSummary['byState'][number],
  { list, rows }: Counted,
): Cell[] {
  const label = messageStateLabels[state];
  const states = rangeOf(list, 'Stato', rows);
  return [
    label,
    { look: 'plainCount', value: count, formula: `COUNTIF(${states},"${label}")` },
    {
      look: 'plainEuro',
      value: cents,
      formula: `SUMIF(${states},"${label}",${rangeOf(list, 'Importo', rows)})`,
    },
    messageStateMeanings[state],
  ];
}
