import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { Rata } from '../../../shared/domain/message/recipient.ts';
import type { MessageState } from '../../../shared/domain/message/state.ts';
import { addressColumns, type UnreachedFlaw } from '../../../shared/domain/message/unreached.ts';
import { italianDay } from '../../../shared/wording/figures.ts';
import { sayRata, sayRowFlaw } from '../../../shared/wording/messages/list.ts';
import { sayReason } from '../../../shared/wording/messages/reasons.ts';
import { messageStateLabels } from '../../../shared/wording/messages/states.ts';
import { csvLine, csvMark, type CsvCell } from '../csv.ts';
import { listSheet, type List, type ListColumn } from '../tesoriere/list-sheet.ts';
import type { Sheet } from '../workbook/model.ts';
import { inClear, type People } from './people.ts';

/** Somebody whom no message reached, with what a letter needs. */
export interface OnPaper {
  /** As a person calls it. */
  readonly campaign: string;
  readonly row: number;
  /** As the list has it: also a number that is no person's. */
  readonly fiscalCode: string;
  readonly name: string | null;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly dueDay: string | null;
  readonly rata: Rata | null;
  readonly why:
    | { readonly state: MessageState; readonly reason: MessageReason | null }
    | { readonly flaw: UnreachedFlaw };
  /** Every cell of the row by its header. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Who has to be told on paper; where people are told in clear, with the address that the list has. */
export function paperSheet(people: People, rows: readonly OnPaper[]): Sheet {
  const cents = rows.reduce((sum, one) => sum + (one.cents ?? 0), 0);
  const promised = { rows: rows.length, count: rows.length, sums: { Importo: cents } };
  return listSheet(paperList(people, rows), promised, [rows.map((item) => ({ item }))]);
}

function paperList(people: People, rows: readonly OnPaper[]): List<OnPaper> {
  const addresses = people.clear ? headersOf(rows) : [];
  return {
    name: 'Da mandare su carta',
    columns: [
      { title: 'Nome', width: 28, kind: 'text', value: ({ name }) => people.name(name) },
      {
        title: 'Codice fiscale',
        width: 21,
        kind: 'text',
        value: ({ fiscalCode }) => people.fiscalCode(fiscalCode),
      },
      ...addresses.map((header): ListColumn<OnPaper> => ({
        title: header,
        width: 22,
        kind: 'text',
        value: ({ fields }) => fields[header] ?? null,
      })),
      { title: 'Numero avviso', width: 21, kind: 'text', value: ({ noticeNumber }) => noticeNumber },
      { title: 'Importo', width: 14, kind: 'euro', total: true, value: ({ cents }) => cents },
      { title: 'Scadenza', width: 11, kind: 'day', value: ({ dueDay }) => dueDay },
      {
        title: 'Rata',
        width: 12,
        kind: 'text',
        value: ({ rata }) => (rata === null ? null : sayRata(rata)),
      },
      { title: 'Perché non su IO', width: 60, kind: 'long', value: (one) => sayWhy(people, one) },
      { title: 'Campagna', width: 34, kind: 'text', value: ({ campaign }) => campaign },
      { title: 'Riga', width: 9, kind: 'count', value: ({ row }) => row },
    ],
    counted: 'Riga',
  };
}

/** The same as text in columns, for whoever prints the letters. */
export function* paperCsv(rows: readonly OnPaper[]): Generator<string> {
  const { columns } = paperList(inClear, rows);
  yield `${csvMark}${csvLine(columns.map(({ title }) => title))}`;
  for (const row of rows) yield csvLine(columns.map((column) => cellOf(column, row)));
}

function cellOf({ kind, value }: ListColumn<OnPaper>, row: OnPaper): CsvCell {
  const cell = value(row);
  if (cell === null || typeof cell === 'object') return null;
  if (kind === 'euro') return { cents: Number(cell) };
  return kind === 'day' ? italianDay(String(cell)) : cell;
}

/** Lists have different columns; those of an address of any of them, in the order in which they come. */
function headersOf(rows: readonly OnPaper[]): string[] {
  return addressColumns([...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))]);
}

function sayWhy(people: People, { why }: OnPaper): string {
  if ('flaw' in why)
    return sayRowFlaw({ ...why.flaw, value: people.fiscalCode(why.flaw.value) ?? why.flaw.value });
  return why.reason === null ? messageStateLabels[why.state] : people.sentence(sayReason(why.reason));
}
