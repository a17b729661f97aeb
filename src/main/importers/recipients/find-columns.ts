import type { InstalmentColumns, ListField } from '../../../shared/domain/message/list-profile.ts';
import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { nameOfPlace } from '../mapped/fits.ts';
import type { Row } from '../table/table.ts';
import { fieldOfHeader, instalmentOfHeader } from './columns.ts';

/** What a header is known to mean, and how good a name for it it is: 0 is the best. */
export interface KnownHeader<Field extends string> {
  readonly field: Field;
  readonly rank: number;
}

/** Which column, from 0, holds what. */
export type Places<Field extends string> = { readonly [Key in Field]?: number };

/** The columns of a table whose header was found. */
export interface FoundColumns<Field extends string> {
  /** Place of the header among the rows. */
  readonly at: number;
  /** One name for each column, as written; two of one name, or none, are told apart. */
  readonly headers: readonly string[];
  readonly places: Places<Field>;
}

/** Titles, logos and notes may stand above the header. */
const rowsToHeader = 30;

/** Finds the row that has most of the known headers, and the needed ones among them; the first of several. */
export function findColumns<Field extends string>(
  rows: readonly Row[],
  fieldOf: (header: string) => KnownHeader<Field> | null,
  isEnough: (places: Places<Field>) => boolean,
): Result<FoundColumns<Field> | null, ListProblem> {
  let best: { readonly at: number; readonly count: number; readonly placed: Placed<Field> } | null = null;
  for (const [at, { cells }] of rows.slice(0, rowsToHeader).entries()) {
    const placed = placesOf(
      cells.map(({ text }) => text),
      fieldOf,
    );
    const count = Object.keys(placed.places).length;
    if (isEnough(placed.places) && count > (best?.count ?? 0)) best = { at, count, placed };
  }
  if (best === null) return ok(null);
  const { at, placed } = best;
  if (placed.twice !== null) return fail({ code: 'list-column-twice', column: placed.twice });
  return ok({ at, headers: namesOfColumns(rows[at]), places: placed.places });
}

interface Placed<Field extends string> {
  readonly places: Places<Field>;
  /** A header that is there twice and is the best for what it means. */
  readonly twice: string | null;
}

function placesOf<Field extends string>(
  headers: readonly string[],
  fieldOf: (header: string) => KnownHeader<Field> | null,
): Placed<Field> {
  const best = new Map<Field, { readonly rank: number; readonly indexes: readonly number[] }>();
  for (const [index, header] of headers.entries()) {
    const known = fieldOf(header);
    if (known === null) continue;
    const { field, rank } = known;
    const now = best.get(field);
    if (now === undefined || rank < now.rank) best.set(field, { rank, indexes: [index] });
    else if (rank === now.rank) best.set(field, { rank, indexes: [...now.indexes, index] });
  }
  const places: { [Key in Field]?: number } = {};
  let twice: string | null = null;
  for (const [field, { indexes }] of best) {
    const [first, second] = indexes;
    if (first !== undefined) places[field] = first;
    if (second !== undefined) twice ??= (headers[second] ?? '').trim();
  }
  return { places, twice };
}

/** The names of the columns of a header, all different. */
export function namesOfColumns(row: Row | undefined): readonly string[] {
  const seen = new Map<string, number>();
  return (row?.cells ?? []).map(({ text }, index) => {
    const written = text.trim().replaceAll(/\s+/g, ' ');
    const name = written === '' ? nameOfPlace(index) : written;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The columns of a list of people. */
export interface ListColumns extends FoundColumns<ListField> {
  /** Columns of instalments that stand beside each other; none for a list of one avviso in a row. */
  readonly instalments: readonly InstalmentColumns[];
}

/** Finds the columns of a list of people by the names that programs give them. */
export function findListColumns(rows: readonly Row[]): Result<ListColumns, ListProblem> {
  const found = findColumns(rows, fieldOfHeader, ({ fiscalCode }) => fiscalCode !== undefined);
  if (!found.ok) return found;
  if (found.value === null) return fail(columnMissing('person', rows));
  const { at } = found.value;
  const header = rows[at]?.cells.map(({ text }) => text) ?? [];
  return ok({ ...found.value, instalments: instalmentsIn(header) });
}

function instalmentsIn(headers: readonly string[]): readonly InstalmentColumns[] {
  const parts = new Map<number, { notice?: number; amount?: number; due?: number }>();
  for (const [index, header] of headers.entries()) {
    const known = instalmentOfHeader(header);
    if (known !== null) parts.set(known.rata, { [known.part]: index, ...parts.get(known.rata) });
  }
  return [...parts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([rata, { notice, amount, due }]) =>
      notice === undefined ? [] : [{ rata, notice, amount: amount ?? null, due: due ?? null }],
    );
}

/** What is told when a needed column is not there: the fullest of the first rows is most likely the header. */
export function columnMissing(
  needed: (ListProblem & { code: 'list-column-missing' })['needed'],
  rows: readonly Row[],
): ListProblem {
  const [fullest] = rows.slice(0, rowsToHeader).toSorted((a, b) => filled(b) - filled(a));
  const found = (fullest?.cells ?? []).map(({ text }) => text.trim().slice(0, 40));
  return { code: 'list-column-missing', needed, found: found.filter((text) => text !== '').slice(0, 12) };
}

function filled({ cells }: Row): number {
  return cells.filter(({ text }) => text.trim() !== '').length;
}
