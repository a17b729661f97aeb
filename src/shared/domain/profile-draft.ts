import type { DayOrder } from './day.ts';
import type { Decimals } from './euro.ts';
import {
  allProfileFields,
  columnsOf,
  missingFields,
  plainMark,
  type Fingerprint,
  type Profile,
  type ProfileColumns,
  type ProfileField,
  type ProfileKind,
} from './profile.ts';
import { together, type Evidence, type ListCell, type ValueKind } from './profile-values.ts';

/** A column of a list that nobody knows yet, and what its values say. */
export interface TableColumn {
  /** As written; empty where the list has none. */
  readonly header: string;
  readonly kind: ValueKind;
  readonly amounts: Evidence<Decimals>;
  readonly days: Evidence<DayOrder>;
  /** Its different values, where they are few and short: a column that tells money in from money out is such a one. */
  readonly marks: readonly string[];
}

/** A list that nobody knows yet, as it is shown to a person. */
export interface TableToMatch {
  /** Row of the header, as the program that opens the file numbers them; null without one. */
  readonly headerRow: number | null;
  readonly fingerprint: Fingerprint;
  readonly columns: readonly TableColumn[];
  readonly samples: readonly { readonly row: number; readonly cells: readonly ListCell[] }[];
}

/** A profile while it is being made: what the list does not prove is open until a person says it. */
export interface ProfileDraft {
  readonly what: ProfileKind;
  readonly columns: ProfileColumns;
  readonly decimals: Decimals | null;
  readonly days: DayOrder | null;
  readonly credits: readonly string[];
  readonly debits: readonly string[];
  readonly conto: string;
}

/** What only a person can say, once for each profile. */
export type ProfileQuestion =
  | { readonly code: 'decimals'; readonly example: string; readonly choices: readonly Decimals[] }
  | { readonly code: 'days'; readonly example: string; readonly choices: readonly DayOrder[] }
  /** Which values of the column `segno` say that money came in. */
  | { readonly code: 'marks'; readonly values: readonly string[] };

const amountFields: readonly ProfileField[] = ['amount', 'avere', 'dare'];
const dayFields: readonly ProfileField[] = ['day', 'valueDay', 'due'];

/** The questions that the chosen columns leave open, whether they were answered already or not. */
export function questionsOf(
  table: readonly TableColumn[],
  columns: ProfileColumns,
): readonly ProfileQuestion[] {
  const questions: ProfileQuestion[] = [];
  const amounts = together(chosen(table, columns, amountFields).map((column) => column.amounts));
  if (amounts.told === null && amounts.example !== null) {
    const isWhole = /^\D*\d+\D*$/.test(amounts.example);
    const choices = isWhole ? (['comma', 'cents'] as const) : (['comma', 'dot'] as const);
    questions.push({ code: 'decimals', example: amounts.example, choices });
  }
  const days = together(chosen(table, columns, dayFields).map((column) => column.days));
  if (days.told === null && days.example !== null)
    questions.push({ code: 'days', example: days.example, choices: ['dmy', 'mdy'] });
  const [segno] = chosen(table, columns, ['segno']);
  if (segno !== undefined && marksOf(segno.marks) === null)
    questions.push({ code: 'marks', values: segno.marks });
  return questions;
}

/** The draft with all that its columns prove; what was answered before stays where they prove nothing. */
export function settled(table: readonly TableColumn[], draft: ProfileDraft): ProfileDraft {
  const { columns } = draft;
  const open = new Set(questionsOf(table, columns).map(({ code }) => code));
  const amounts = together(chosen(table, columns, amountFields).map((column) => column.amounts));
  const days = together(chosen(table, columns, dayFields).map((column) => column.days));
  const [segno] = chosen(table, columns, ['segno']);
  const marks = segno === undefined ? { credits: [], debits: [] } : marksOf(segno.marks);
  return {
    ...draft,
    decimals: open.has('decimals') ? draft.decimals : (amounts.told ?? 'comma'),
    days: open.has('days') ? draft.days : (days.told ?? 'ymd'),
    ...(marks ?? { credits: draft.credits, debits: draft.debits }),
  };
}

/** What a draft still lacks before it can be saved. */
export function lacks(
  table: readonly TableColumn[],
  draft: ProfileDraft,
): { readonly fields: readonly (readonly ProfileField[])[]; readonly questions: number } {
  const unanswered = questionsOf(table, draft.columns).filter(({ code }) => {
    if (code === 'marks') return draft.credits.length === 0;
    return draft[code] === null;
  });
  return { fields: missingFields(draft.what, draft.columns), questions: unanswered.length };
}

/** A draft that lacks nothing, as a profile; null for any other. */
export function profileOf(name: string, table: TableToMatch, draft: ProfileDraft): Profile | null {
  const { decimals, days, ...rest } = draft;
  const { fields, questions } = lacks(table.columns, draft);
  if (decimals === null || days === null || fields.length > 0 || questions > 0) return null;
  return { name: name.trim(), fingerprint: table.fingerprint, ...rest, decimals, days };
}

/** The columns with this field in this one: it is taken from where it was, and the causale alone goes on in more. */
export function withField(
  columns: ProfileColumns,
  column: number,
  field: ProfileField | null,
): ProfileColumns {
  const next: { [Field in ProfileField]?: readonly number[] } = {};
  for (const other of allProfileFields) {
    const left = columnsOf(columns, other).filter((index) => index !== column);
    const kept = other === field && field !== 'causale' ? [] : left;
    const now = other === field ? [...kept, column].toSorted((a, b) => a - b) : kept;
    if (now.length > 0) next[other] = now;
  }
  return next;
}

/** What a column holds in this mapping; null for nothing. */
export function fieldOf(columns: ProfileColumns, column: number): ProfileField | null {
  return allProfileFields.find((field) => columnsOf(columns, field).includes(column)) ?? null;
}

function chosen(
  table: readonly TableColumn[],
  columns: ProfileColumns,
  fields: readonly ProfileField[],
): TableColumn[] {
  return fields.flatMap((field) => columnsOf(columns, field).flatMap((index) => table[index] ?? []));
}

/** Words that banks put beside an amount: in, out. Letters mean something only beside each other. */
const knownMarks: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['+'], ['-']],
  [
    ['A', 'AVERE'],
    ['D', 'DARE'],
  ],
  [
    ['C', 'CR', 'CREDITO', 'ACCREDITO', 'CREDIT'],
    ['D', 'DR', 'DB', 'DEBITO', 'ADDEBITO', 'DEBIT'],
  ],
  [
    ['E', 'ENTRATA', 'ENTRATE', 'INCASSO'],
    ['U', 'USCITA', 'USCITE', 'PAGAMENTO'],
  ],
];

/** What the values of a column `segno` mean; null where nobody can tell. */
function marksOf(
  values: readonly string[],
): { readonly credits: readonly string[]; readonly debits: readonly string[] } | null {
  const marks = values.map(plainMark);
  const fitting = knownMarks.filter(([credits, debits]) =>
    marks.every((mark) => credits.includes(mark) || debits.includes(mark)),
  );
  // «A» alone may be avere or addebito.
  if (marks.length === 0 || fitting.length === 0 || marks.every((mark) => mark === 'A')) return null;
  return {
    credits: fitting.flatMap(([credits]) => credits),
    debits: unique(fitting.flatMap(([, out]) => out)),
  };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
