import type { DocumentProblem } from '../../../shared/domain/document.ts';
import {
  allProfileFields,
  columnsOf,
  plainMark,
  type Fingerprint,
  type Profile,
  type ProfileField,
} from '../../../shared/domain/profile.ts';
import { dayOf, moneyOf, plainCents, type CellOf } from '../../../shared/domain/profile-row.ts';
import { kindOfColumn, kindOfValue, type ValueKind } from '../../../shared/domain/profile-values.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { cut } from '../check.ts';
import type { Row } from '../table/table.ts';
import { areEqual, areNear, firstDifference, namesOf } from './header-names.ts';
import { widthOf } from './look.ts';

export type ColumnsShifted = Extract<DocumentProblem, { readonly code: 'columns-shifted' }>;

/** Rows among which the header is looked for, and rows below it that are tried. */
export const enoughRows = 60;
const rowsTried = 30;

/**
 * Where a list begins that this profile reads: the place of its header among the first rows, -1 where it has none. A
 * problem when the list is nearly the one of the profile: columns in another order, one more, one less, or values that
 * are no longer what their column should hold. Null when it is another list.
 */
export function placeOf(profile: Profile, rows: readonly Row[]): Result<number, ColumnsShifted> | null {
  const { fingerprint } = profile;
  if (fingerprint.by === 'kinds') return placeWithoutHeader(profile, fingerprint.kinds, rows);
  const wanted = namesOf(fingerprint.headers);
  const at = rows.findIndex(({ cells }) => areEqual(namesOf(cells.map(({ text }) => text)), wanted));
  if (at !== -1) return firstMisfit(profile, rows.slice(at + 1)) ?? ok(at);
  for (const row of rows) {
    const found = namesOf(row.cells.map(({ text }) => text));
    if (!areNear(wanted, found)) continue;
    const index = firstDifference(wanted, found);
    const value = cut(row.cells[index]?.text ?? '');
    return fail({
      code: 'columns-shifted',
      profile: profile.name,
      column: fingerprint.headers[index] ?? '',
      row: row.row,
      value,
    });
  }
  return null;
}

/** True when a file could not tell one of these lists from the other. */
export function areAlike(a: Fingerprint, b: Fingerprint): boolean {
  if (a.by === 'headers' && b.by === 'headers') return areEqual(namesOf(a.headers), namesOf(b.headers));
  return a.by === 'kinds' && b.by === 'kinds' && misfitOfKinds(a.kinds, b.kinds) === null;
}

function placeWithoutHeader(
  profile: Profile,
  kinds: readonly ValueKind[],
  rows: readonly Row[],
): Result<number, ColumnsShifted> | null {
  const filled = rows.filter(({ cells }) => widthOf([cells]) > 1);
  const width = widthOf(filled.map(({ cells }) => cells));
  if (filled.length === 0 || Math.abs(width - lastFilled(kinds)) > 1) return null;
  const found = Array.from({ length: Math.max(width, kinds.length) }, (_, index) =>
    kindOfColumn(filled.map(({ cells }) => cells[index] ?? { text: '' })),
  );
  const misfit = misfitOfKinds(kinds, found);
  if (misfit === null) return firstMisfit(profile, rows) ?? ok(-1);
  const fitting = kinds.filter((kind, index) => kind !== 'empty' && kind === found[index]).length;
  const told = kinds.filter((kind) => kind !== 'empty').length;
  // Less than this in common is another list.
  if (fitting * 2 < told) return null;
  const [row] = filled;
  return fail({
    code: 'columns-shifted',
    profile: profile.name,
    column: nameOfPlace(misfit),
    row: row?.row ?? 1,
    value: cut(row?.cells[misfit]?.text ?? ''),
  });
}

function lastFilled(kinds: readonly ValueKind[]): number {
  return kinds.findLastIndex((kind) => kind !== 'empty') + 1;
}

/** The first column that holds something else; null when all of them fit. */
function misfitOfKinds(a: readonly ValueKind[], b: readonly ValueKind[]): number | null {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [one = 'empty', other = 'empty'] = [a[index], b[index]];
    if (one === other || one === 'empty' || other === 'empty') continue;
    // A column of whole amounts, or of references without letters, is the same column all the same.
    const pair = new Set([one, other]);
    if (!pair.has('digits') || pair.has('day')) return index;
  }
  return null;
}

/** A column without a header, as a spreadsheet calls it. */
export function nameOfPlace(index: number): string {
  return `colonna ${index + 1}`;
}

/** The first column of which more than half of the first values cannot be read. */
function firstMisfit(profile: Profile, rows: readonly Row[]): Result<number, ColumnsShifted> | null {
  const tried = rows.filter(({ cells }) => widthOf([cells]) > 1).slice(0, rowsTried);
  for (const field of allProfileFields) {
    for (const index of columnsOf(profile.columns, field)) {
      const bad = tried.filter((row) => !isReadable(profile, field, row, index));
      const [first] = bad;
      if (first === undefined || bad.length * 2 <= tried.length) continue;
      const headers = profile.fingerprint.by === 'headers' ? profile.fingerprint.headers : [];
      const column = headers[index] ?? '';
      return fail({
        code: 'columns-shifted',
        profile: profile.name,
        column: column === '' ? nameOfPlace(index) : column,
        row: first.row,
        value: cut(first.cells[index]?.text ?? ''),
      });
    }
  }
  return null;
}

function isReadable(profile: Profile, field: ProfileField, { cells }: Row, index: number): boolean {
  const cell = cells[index] ?? { text: '' };
  const isEmpty = cell.text.trim() === '';
  const cellOf: CellOf = (asked) => (asked === field && !isEmpty ? cell : null);
  switch (field) {
    case 'day':
      return (!isEmpty || profile.what !== 'tesoreria') && dayOf(profile, field, cellOf).ok;
    case 'valueDay':
    case 'due':
      return dayOf(profile, field, cellOf).ok;
    case 'amount': {
      const read =
        profile.what === 'tesoreria' ? unsignedMoney(profile, cellOf) : plainCents(profile, cellOf);
      return read.ok;
    }
    case 'avere':
    case 'dare':
      return isEmpty || unsignedMoney({ ...profile, columns: { [field]: [index] } }, cellOf).ok;
    case 'segno':
      return [...profile.credits, ...profile.debits].map(plainMark).includes(plainMark(cell.text));
    case 'causale':
      return kindOfValue(cell) !== 'day' && kindOfValue(cell) !== 'amount';
    case 'esercizio':
      return isEmpty || /^\d{4}$/.test(cell.text.trim());
    case 'iuv':
    case 'notice':
    case 'iud':
    case 'iur':
      return kindOfValue(cell) !== 'day' && kindOfValue(cell) !== 'amount';
    case 'payer':
    case 'numero':
    case 'conto':
    case 'bolletta':
    case 'debtorCf':
    case 'debtorName':
    case 'tipo':
      return true;
  }
}

/** The amount alone, without the word beside it. */
function unsignedMoney(profile: Pick<Profile, 'columns' | 'decimals' | 'days'>, cellOf: CellOf) {
  return moneyOf({ ...profile, credits: [], debits: [] }, cellOf);
}
