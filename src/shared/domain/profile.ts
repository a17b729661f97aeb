import type { DayOrder } from './day.ts';
import type { Decimals } from './euro.ts';
import type { ValueKind } from './profile-values.ts';

/** What a list of a bank or of a program can be: movements of the treasury, receipts, or debt positions. */
export const profileKinds = ['tesoreria', 'ricevute', 'posizioni'] as const;
export type ProfileKind = (typeof profileKinds)[number];

/** What the columns of each kind of list can be, in the order in which a person is asked. */
export const fieldsOfKind = {
  tesoreria: [
    'day',
    'amount',
    'avere',
    'dare',
    'segno',
    'causale',
    'payer',
    'numero',
    'esercizio',
    'valueDay',
    'conto',
    'bolletta',
  ],
  ricevute: ['iuv', 'notice', 'amount', 'day', 'iur', 'debtorCf', 'debtorName'],
  posizioni: ['iuv', 'notice', 'iud', 'amount', 'due', 'debtorCf', 'debtorName', 'tipo', 'causale'],
} as const satisfies Record<ProfileKind, readonly string[]>;
export type ProfileField = (typeof fieldsOfKind)[ProfileKind][number];

export const allProfileFields: readonly ProfileField[] = [
  ...new Set<ProfileField>([...fieldsOfKind.tesoreria, ...fieldsOfKind.ricevute, ...fieldsOfKind.posizioni]),
];

/** Which column, counted from 0, holds what. Only the causale may be in several, which are read one after the other. */
export type ProfileColumns = { readonly [Field in ProfileField]?: readonly number[] };

/** By what a list is known again: its headers in their order, or, without headers, what its columns hold. */
export type Fingerprint =
  | { readonly by: 'headers'; readonly headers: readonly string[] }
  | { readonly by: 'kinds'; readonly kinds: readonly ValueKind[] };

/**
 * How the columns of one bank's list are read, as a person confirmed it once. No fact: what was imported with it stays
 * when it goes.
 */
export interface Profile {
  readonly name: string;
  readonly what: ProfileKind;
  readonly fingerprint: Fingerprint;
  readonly columns: ProfileColumns;
  readonly decimals: Decimals;
  readonly days: DayOrder;
  /** The values of the column `segno` that say that money came in, and those that say that it went out. */
  readonly credits: readonly string[];
  readonly debits: readonly string[];
  /** The account, where no column tells it; empty where nobody does. */
  readonly conto: string;
}

/** What must be known of each row: one of these columns, for each of these lists. */
const needed: Readonly<Record<ProfileKind, readonly (readonly ProfileField[])[]>> = {
  tesoreria: [['day'], ['amount', 'avere'], ['causale']],
  ricevute: [['iuv', 'notice'], ['amount']],
  posizioni: [['iuv', 'notice', 'iud'], ['amount']],
};

/** What a list still needs before it can be read: of each group one column at least. */
export function missingFields(
  what: ProfileKind,
  columns: ProfileColumns,
): readonly (readonly ProfileField[])[] {
  return needed[what].filter((group) => group.every((field) => columnsOf(columns, field).length === 0));
}

export function columnsOf(columns: ProfileColumns, field: ProfileField): readonly number[] {
  return columns[field] ?? [];
}

/** Why a profile cannot be used. */
export type ProfileFlaw =
  | { readonly code: 'no-name' }
  | { readonly code: 'field-missing'; readonly fields: readonly ProfileField[] }
  | { readonly code: 'field-of-another-list'; readonly field: ProfileField }
  | { readonly code: 'no-such-column'; readonly field: ProfileField; readonly column: number }
  | { readonly code: 'several-columns'; readonly field: ProfileField }
  | { readonly code: 'column-used-twice'; readonly column: number }
  | { readonly code: 'amount-told-twice' }
  | { readonly code: 'sign-not-told' };

/** What is wrong with a profile; nothing for one that can be used. */
export function profileFlaws(profile: Profile): readonly ProfileFlaw[] {
  const { name, what, columns, fingerprint } = profile;
  const flaws: ProfileFlaw[] = name.trim() === '' ? [{ code: 'no-name' }] : [];
  const width = fingerprint.by === 'headers' ? fingerprint.headers.length : fingerprint.kinds.length;
  const known: ReadonlySet<string> = new Set(fieldsOfKind[what]);
  const used = new Set<number>();
  for (const field of allProfileFields) {
    const indexes = columnsOf(columns, field);
    if (indexes.length > 0 && !known.has(field)) flaws.push({ code: 'field-of-another-list', field });
    if (indexes.length > 1 && field !== 'causale') flaws.push({ code: 'several-columns', field });
    for (const column of indexes) {
      if (column >= width) flaws.push({ code: 'no-such-column', field, column });
      if (used.has(column)) flaws.push({ code: 'column-used-twice', column });
      used.add(column);
    }
  }
  for (const fields of missingFields(what, columns)) flaws.push({ code: 'field-missing', fields });
  return [...flaws, ...signFlaws(profile)];
}

function signFlaws({ columns, credits, debits }: Profile): readonly ProfileFlaw[] {
  const has = (field: ProfileField): boolean => columnsOf(columns, field).length > 0;
  const inColumns = has('avere') || has('dare');
  if (has('amount') && inColumns) return [{ code: 'amount-told-twice' }];
  if (!has('segno')) return [];
  const marks = [...credits, ...debits].map(plainMark);
  const isTold = credits.length > 0 && new Set(marks).size === marks.length && !inColumns;
  return isTold ? [] : [{ code: 'sign-not-told' }];
}

/** The form in which the values of the column `segno` are compared. */
export function plainMark(text: string): string {
  return text.trim().replace('\u2212', '-').toUpperCase();
}
