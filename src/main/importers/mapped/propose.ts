import {
  settled,
  type ProfileDraft,
  type TableColumn,
  type TableToMatch,
} from '../../../shared/domain/profile-draft.ts';
import {
  columnsOf,
  fieldsOfKind,
  missingFields,
  profileKinds,
  type ProfileColumns,
  type ProfileField,
  type ProfileKind,
} from '../../../shared/domain/profile.ts';
import type { ValueKind } from '../../../shared/domain/profile-values.ts';
import { plainHeader } from '../table/layout.ts';
import type { Row } from '../table/table.ts';
import { aliasesOfKind } from './aliases.ts';
import { lookAtTable } from './look.ts';

/** What a list could be, before a person says so. */
export interface Proposal {
  readonly table: TableToMatch;
  /** The kind that it looks like. */
  readonly what: ProfileKind;
  readonly drafts: Readonly<Record<ProfileKind, ProfileDraft>>;
}

/**
 * Looks at the first rows of a list that nobody knows, and says what its columns could be: by their headers, and by what
 * stands in them. Null when it is no list. Nothing is decided here: a person confirms it.
 */
export function proposeProfile(rows: readonly Row[]): Proposal | null {
  const table = lookAtTable(rows);
  if (table === null) return null;
  const drafts = {
    tesoreria: draftOf('tesoreria', table),
    ricevute: draftOf('ricevute', table),
    posizioni: draftOf('posizioni', table),
  };
  return { table, what: likeliest(table, drafts), drafts };
}

function draftOf(what: ProfileKind, table: TableToMatch): ProfileDraft {
  const columns: { [Field in ProfileField]?: readonly number[] } = {};
  const free = new Set(table.columns.keys());
  for (const field of fieldsOfKind[what]) {
    if (isTold(what, field, columns)) continue;
    const found = byHeader(what, field, table.columns, free);
    for (const index of found) free.delete(index);
    if (found.length > 0) columns[field] = found;
  }
  for (const [field, kind] of looks[what]) {
    if (isTold(what, field, columns) || columns[field] !== undefined) continue;
    const alike = [...free].filter((index) => kind(table, index));
    const [only] = alike;
    // Of two columns that look alike a person says which.
    if (only === undefined || alike.length > 1) continue;
    free.delete(only);
    columns[field] = [only];
  }
  return settled(table.columns, {
    what,
    columns,
    decimals: null,
    days: null,
    credits: [],
    debits: [],
    conto: '',
  });
}

/** True for the money of a row that is told in another way already. */
function isTold(what: ProfileKind, field: ProfileField, columns: ProfileColumns): boolean {
  if (what !== 'tesoreria') return false;
  const inColumns = columnsOf(columns, 'avere').length > 0;
  const withSign = columnsOf(columns, 'amount').length > 0;
  if (field === 'avere' || field === 'dare') return withSign;
  return (field === 'segno' || field === 'amount') && inColumns;
}

/** The first of its headers that is there once; the causale also in several columns of the same name. */
function byHeader(
  what: ProfileKind,
  field: ProfileField,
  columns: readonly TableColumn[],
  free: ReadonlySet<number>,
): readonly number[] {
  for (const alias of aliasesOfKind[what][field] ?? []) {
    const alike = [...free].filter((index) => {
      const column = columns[index];
      return column !== undefined && sameName(column.header, alias, field) && suits(field, column.kind);
    });
    if (alike.length === 1 || (field === 'causale' && alike.length > 0)) return alike;
    // Two columns of one name: a person says which.
    if (alike.length > 1) return [];
  }
  return [];
}

/** «Causale 1», «Causale 2» are the lines of one text. */
function sameName(header: string, alias: string, field: ProfileField): boolean {
  const name = plainHeader(header);
  const wanted = plainHeader(alias);
  return name === wanted || (field === 'causale' && name.replace(/\d$/, '') === wanted);
}

const kindsOfField: Partial<Readonly<Record<ProfileField, readonly ValueKind[]>>> = {
  day: ['day'],
  valueDay: ['day'],
  due: ['day'],
  amount: ['amount', 'digits'],
  avere: ['amount', 'digits'],
  dare: ['amount', 'digits'],
  segno: ['text'],
  esercizio: ['digits'],
  causale: ['text'],
  payer: ['text'],
  debtorName: ['text'],
  debtorCf: ['text', 'digits'],
};

/** A column «Valuta» may hold days or the name of a currency: its values say which. An empty one may be anything. */
function suits(field: ProfileField, kind: ValueKind): boolean {
  return kind === 'empty' || (kindsOfField[field]?.includes(kind) ?? true);
}

type Look = (table: TableToMatch, index: number) => boolean;

const ofKind =
  (...kinds: readonly ValueKind[]): Look =>
  ({ columns }, index) =>
    kinds.includes(columns[index]?.kind ?? 'empty');

const holds =
  (pattern: RegExp): Look =>
  ({ samples }, index) =>
    samples.some(({ cells }) => pattern.test(cells[index]?.text ?? ''));

const pagoPa = /LGPE|RIVERSAMENTO|\/URI\/|\/RF[BS]\//i;
const looksLikeIuv = holds(/^(?:\d{15}|\d{17}|RF\d\d[0-9A-Z]{1,21})$/);
const looksLikeNotice = holds(/^[0123]\d{17}$/);
const looksLikePerson = holds(/^[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]$/i);

/** What a column can be told by alone, when its header says nothing. */
const looks: Readonly<Record<ProfileKind, readonly (readonly [ProfileField, Look])[]>> = {
  tesoreria: [
    ['day', ofKind('day')],
    ['amount', ofKind('amount')],
    ['causale', holds(pagoPa)],
    ['causale', ofKind('text')],
  ],
  ricevute: [
    ['iuv', looksLikeIuv],
    ['notice', looksLikeNotice],
    ['day', ofKind('day')],
    ['amount', ofKind('amount')],
    ['debtorCf', looksLikePerson],
  ],
  posizioni: [
    ['iuv', looksLikeIuv],
    ['notice', looksLikeNotice],
    ['due', ofKind('day')],
    ['amount', ofKind('amount')],
    ['debtorCf', looksLikePerson],
  ],
};

/** Treasury first: it is what banks send. Codes of payments beside a day due say what people owe. */
function likeliest(table: TableToMatch, drafts: Proposal['drafts']): ProfileKind {
  const known = (what: ProfileKind): number => {
    const { columns } = drafts[what];
    const count = fieldsOfKind[what].filter((field) => columnsOf(columns, field).length > 0).length;
    return count - 2 * missingFields(what, columns).length;
  };
  const speaksOfMoney = table.columns.some((_, index) => holds(pagoPa)(table, index));
  if (speaksOfMoney || columnsOf(drafts.tesoreria.columns, 'avere').length > 0) return 'tesoreria';
  const named =
    columnsOf(drafts.ricevute.columns, 'iuv').length + columnsOf(drafts.ricevute.columns, 'notice').length;
  const [best = 'tesoreria'] = profileKinds
    .filter((what) => what === 'tesoreria' || named > 0)
    .toSorted((a, b) => known(b) - known(a));
  return best;
}
