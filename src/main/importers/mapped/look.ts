import {
  evidenceOfAmounts,
  evidenceOfDays,
  kindOfColumn,
  kindOfValue,
  type ListCell,
} from '../../../shared/domain/profile-values.ts';
import type { TableColumn, TableToMatch } from '../../../shared/domain/profile-draft.ts';
import type { Row } from '../table/table.ts';
import { plainHeader } from '../table/layout.ts';
import { aliasesOfKind } from './aliases.ts';

/** Titles, logos and empty lines may stand above the header. */
const rowsToHeader = 30;
const fewMarks = 12;
const longestMark = 20;
/** As much of a cell as a person needs to know it again. */
const longestSample = 500;

const knownHeaders: ReadonlySet<string> = new Set(
  Object.values(aliasesOfKind).flatMap((aliases) => Object.values(aliases).flat().map(plainHeader)),
);

/** The columns of a table that nobody knows, and what its first rows say of them. Null when it is no list in columns. */
export function lookAtTable(rows: readonly Row[]): TableToMatch | null {
  const at = headerOf(rows);
  const below = rows.slice(at === null ? firstOfData(rows) : at + 1).filter(isFilled);
  const header = at === null ? [] : (rows[at]?.cells ?? []);
  const width = widthOf([header, ...below.map(({ cells }) => cells)]);
  const columns = Array.from({ length: width }, (_, index) =>
    columnOf(
      header[index]?.text ?? '',
      below.map(({ cells }) => cells[index] ?? { text: '' }),
    ),
  );
  if (!isList(columns, below.length, at !== null)) return null;
  return {
    headerRow: at === null ? null : (rows[at]?.row ?? null),
    fingerprint:
      at === null
        ? { by: 'kinds', kinds: columns.map(({ kind }) => kind) }
        : { by: 'headers', headers: columns.map((column) => column.header) },
    columns,
    samples: below.slice(0, 3).map(({ row, cells }) => ({
      row,
      cells: columns.map((_, index) => sampleOf(cells[index])),
    })),
  };
}

/** Place of the header among the rows: the row with most known headers, else the row of words above days and amounts. */
function headerOf(rows: readonly Row[]): number | null {
  let best: { readonly at: number; readonly known: number } | null = null;
  for (let at = 0; at < Math.min(rows.length, rowsToHeader); at++) {
    const cells = rows[at]?.cells ?? [];
    if (!areWords(cells)) continue;
    const known = new Set(
      cells.map(({ text }) => plainHeader(text)).filter((name) => knownHeaders.has(name)),
    );
    if (known.size > 1 && known.size > (best?.known ?? 0)) best = { at, known: known.size };
  }
  if (best !== null) return best.at;
  const first = firstOfData(rows);
  const above = rows.slice(0, first).findLastIndex(isFilled);
  const words = rows[above]?.cells ?? [];
  const wide = (rows[first]?.cells ?? []).length;
  return above >= 0 && areWords(words) && filled(words) > 1 && filled(words) * 2 > wide ? above : null;
}

/** The first row that holds a day or an amount among other things. */
function firstOfData(rows: readonly Row[]): number {
  const found = rows.findIndex(({ cells }) => filled(cells) > 1 && !areWords(cells));
  return found === -1 ? rows.length : found;
}

/** No days and no amounts: what a header, or a title, is made of. */
function areWords(cells: readonly ListCell[]): boolean {
  return cells.every((cell) => ['empty', 'text'].includes(kindOfValue(cell)));
}

function isFilled({ cells }: Row): boolean {
  return filled(cells) > 0;
}

function filled(cells: readonly ListCell[]): number {
  return cells.filter(({ text }) => text.trim() !== '').length;
}

/** How far the cells go that hold something. */
export function widthOf(rows: readonly (readonly ListCell[])[]): number {
  return Math.max(0, ...rows.map((cells) => cells.findLastIndex(({ text }) => text.trim() !== '') + 1));
}

function columnOf(header: string, cells: readonly ListCell[]): TableColumn {
  const filledCells = cells.filter(({ text }) => text.trim() !== '');
  const marks = new Set(filledCells.map(({ text }) => text.trim()));
  const areMarks = marks.size <= fewMarks && [...marks].every((mark) => mark.length <= longestMark);
  return {
    header: header.trim().replaceAll(/\s+/g, ' ').slice(0, 200),
    kind: kindOfColumn(cells),
    amounts: evidenceOfAmounts(filledCells),
    days: evidenceOfDays(filledCells),
    marks: areMarks ? [...marks] : [],
  };
}

function sampleOf(cell: ListCell | undefined): ListCell {
  const { text = '', number } = cell ?? {};
  const short = text.slice(0, longestSample);
  return number === undefined ? { text: short } : { text: short, number };
}

/** Words with commas are no list: one has headers that banks use, or days beside amounts. */
function isList(columns: readonly TableColumn[], rows: number, hasHeader: boolean): boolean {
  const known = columns.filter(({ header }) => knownHeaders.has(plainHeader(header))).length;
  const has = (...kinds: readonly string[]): boolean => columns.some(({ kind }) => kinds.includes(kind));
  if (columns.length < 2) return false;
  if (rows === 0) return known > 2;
  if (known > 1) return true;
  return columns.length > 2 && has('day') && has('amount', ...(hasHeader ? ['digits'] : []));
}
