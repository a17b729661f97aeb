import {
  listFields,
  type InstalmentColumns,
  type ListColumn,
  type ListField,
  type ListProfile,
} from '../../../shared/domain/message/list-profile.ts';
import { flawOfFiscalCode, plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { cut } from '../check.ts';
import { areEqual, areNear, firstDifference, namesOf } from '../mapped/header-names.ts';
import { plainHeader } from '../table/layout.ts';
import type { Row } from '../table/table.ts';
import { bare } from './cells.ts';
import { namesOfColumns, type ListColumns } from './find-columns.ts';

const rowsToHeader = 30;
const rowsTried = 30;

/** The columns of a list as its profile names them. A list whose columns are not where they were is refused. */
export function columnsByProfile(
  rows: readonly Row[],
  profile: ListProfile,
): Result<ListColumns, ListProblem> {
  const at = profile.headers === null ? placeByNames(rows, profile) : placeByHeaders(rows, profile.headers);
  if (at === null) return fail(shifted(rows, profile));
  const names = (rows[at]?.cells ?? []).map(({ text }) => plainHeader(text));
  const lost = namedColumns(profile).find((column) => indexOf(names, column) === null);
  if (lost !== undefined) return fail(shiftedAt(profile, true, String(lost), ''));
  const twice = namedColumns(profile).find(
    (column) => typeof column === 'string' && names.filter((name) => name === plainHeader(column)).length > 1,
  );
  if (twice !== undefined) return fail({ code: 'list-column-twice', column: String(twice) });
  const places: { [Field in ListField]?: number } = {};
  for (const field of listFields) {
    const index = indexOf(names, profile.columns[field] ?? null);
    if (index !== null) places[field] = index;
  }
  const instalments = profile.instalments.flatMap((one) => placed(names, one));
  const columns = { at, headers: namesOfColumns(rows[at]), places, instalments };
  return misfit(rows.slice(at + 1), columns, profile) ?? ok(columns);
}

function placeByHeaders(rows: readonly Row[], headers: readonly string[]): number | null {
  const wanted = namesOf(headers);
  const at = rows
    .slice(0, rowsToHeader)
    .findIndex(({ cells }) => areEqual(namesOf(cells.map(({ text }) => text)), wanted));
  return at === -1 ? null : at;
}

/** The first row that has all the named columns. */
function placeByNames(rows: readonly Row[], profile: ListProfile): number | null {
  const at = rows.slice(0, rowsToHeader).findIndex(({ cells }) => {
    const names = cells.map(({ text }) => plainHeader(text));
    return namedColumns(profile).every((column) => indexOf(names, column) !== null);
  });
  return at === -1 ? null : at;
}

function namedColumns({ columns, instalments }: ListProfile): readonly ListColumn[] {
  return [
    ...listFields.flatMap((field) => columns[field] ?? []),
    ...instalments.flatMap(({ notice, amount, due }) => [notice, amount ?? [], due ?? []].flat()),
  ];
}

function indexOf(names: readonly string[], column: ListColumn | null): number | null {
  if (column === null) return null;
  if (typeof column === 'number') return column < names.length ? column : null;
  const index = names.indexOf(plainHeader(column));
  return index === -1 ? null : index;
}

function placed(
  names: readonly string[],
  { rata, notice, amount, due }: InstalmentColumns<ListColumn>,
): readonly InstalmentColumns[] {
  const index = indexOf(names, notice);
  if (index === null) return [];
  return [{ rata, notice: index, amount: indexOf(names, amount), due: indexOf(names, due) }];
}

/** Where the list differs from the one of the profile: the first header that is another, or is missing. */
function shifted(rows: readonly Row[], profile: ListProfile): ListProblem {
  const { headers } = profile;
  if (headers === null) {
    const all = new Set(
      rows.slice(0, rowsToHeader).flatMap(({ cells }) => cells.map(({ text }) => plainHeader(text))),
    );
    const lost = namedColumns(profile).find((column) => !all.has(plainHeader(String(column))));
    return shiftedAt(profile, false, String(lost ?? ''), '');
  }
  const wanted = namesOf(headers);
  const near = rows
    .slice(0, rowsToHeader)
    .find(({ cells }) => areNear(wanted, namesOf(cells.map(({ text }) => text))));
  const cells = (near ?? rows[0])?.cells ?? [];
  const index = firstDifference(wanted, namesOf(cells.map(({ text }) => text)));
  return shiftedAt(profile, near !== undefined, headers[index] ?? '', cut(cells[index]?.text ?? ''));
}

function shiftedAt(
  { name: profile }: ListProfile,
  near: boolean,
  column: string,
  value: string,
): ListProblem {
  return { code: 'list-columns-shifted', profile, near, column, value };
}

const noPerson: ReadonlySet<string> = new Set(['cf-length', 'cf-shape']);

/** Headers may stay while values move: more than half of the first codici fiscali, or avvisi, are something else. */
function misfit(
  rows: readonly Row[],
  { places, headers }: ListColumns,
  profile: ListProfile,
): Result<never, ListProblem> | null {
  const tried = rows.slice(0, rowsTried);
  const fits: readonly (readonly [number | undefined, (text: string) => boolean])[] = [
    [places.fiscalCode, (text) => !noPerson.has(flawOfFiscalCode(plainFiscalCode(text))?.code ?? '')],
    [places.notice, (text) => /^[\d ]{15,}$|E\+/i.test(text)],
  ];
  for (const [index, isFit] of fits) {
    if (index === undefined) continue;
    const texts = tried.map(({ cells }) => bare(cells[index]?.text ?? '')).filter((text) => text !== '');
    const bad = texts.filter((text) => !isFit(text));
    const [first] = bad;
    if (first !== undefined && bad.length * 2 > texts.length)
      return fail(shiftedAt(profile, true, headers[index] ?? '', cut(first)));
  }
  return null;
}
