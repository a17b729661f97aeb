/** The columns that an importer knows, by its own names for them: the headers that they bear in files, best first. */
export type Layout<Key extends string> = Readonly<Record<Key, ColumnSpec>>;

export interface ColumnSpec {
  readonly headers: readonly string[];
  /** Without it the file is no file of this layout. */
  readonly required?: true;
  /** Of the columns that bear the same word here at least one is needed. */
  readonly oneOf?: string;
  /** With it the file is of another layout. */
  readonly unwanted?: true;
}

/** For files that may come without a header: the columns in their order, and what a row of theirs looks like. */
export interface Headless<Key extends string> {
  /** Null for a column of no use. */
  readonly columns: readonly (Key | null)[];
  readonly isRow: (cells: readonly string[]) => boolean;
}

/** A header that has every required column of a layout. */
export interface FoundHeader<Key extends string> {
  /** Its place among the rows, from 0; -1 when the file has none. */
  readonly at: number;
  /** Place and header as written of each column that is there. */
  readonly places: ReadonlyMap<Key, Place>;
  readonly width: number;
  /** The header, as written, that a known column has twice; null when none has. */
  readonly twice: string | null;
}

export interface Place {
  readonly index: number;
  readonly header: string;
}

/** Titles, logos and empty lines may stand above the header. */
const rowsToHeader = 30;

/** Finds the header of a layout among the first rows; null when it is not there. */
export function findHeader<Key extends string>(
  rows: readonly (readonly string[])[],
  layout: Layout<Key>,
  headless: Headless<Key> | null = null,
): FoundHeader<Key> | null {
  for (let at = 0; at < Math.min(rows.length, rowsToHeader); at++) {
    const found = headerAt(rows[at] ?? [], layout);
    if (found !== null) return { at, ...found };
  }
  return headless === null ? null : withoutHeader(rows, layout, headless);
}

/** The first row must be such a row, or it might be a header that nobody knows; of the others a few may be spoilt. */
function withoutHeader<Key extends string>(
  rows: readonly (readonly string[])[],
  layout: Layout<Key>,
  { columns, isRow }: Headless<Key>,
): FoundHeader<Key> | null {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [first] = filled;
  if (first === undefined || !isRow(first) || filled.filter(isRow).length * 2 < filled.length) return null;
  const places = new Map<Key, Place>();
  columns.forEach((key, index) => {
    if (key !== null) places.set(key, { index, header: layout[key].headers[0] ?? key });
  });
  return { at: -1, places, width: columns.length, twice: null };
}

/**
 * What keeps a table from being of a layout: the first required column that is missing from the row which has most of
 * them.
 */
export function missingColumn<Key extends string>(
  rows: readonly (readonly string[])[],
  layout: Layout<Key>,
): string {
  const needed = neededKeys(layout);
  let least = needed;
  for (const cells of rows.slice(0, rowsToHeader)) {
    const names = new Set(cells.map(plainHeader));
    const isThere = (key: Key): boolean =>
      layout[key].headers.some((header) => names.has(plainHeader(header)));
    const missing = needed.filter((keys) => !keys.some(isThere));
    if (missing.length < least.length) least = missing;
  }
  const [key] = least[0] ?? [];
  return key === undefined ? '' : (layout[key].headers[0] ?? key);
}

function headerAt<Key extends string>(
  cells: readonly string[],
  layout: Layout<Key>,
): Omit<FoundHeader<Key>, 'at'> | null {
  const indexes = new Map<string, number[]>();
  cells.forEach((cell, index) => {
    const name = plainHeader(cell);
    if (name === '') return;
    const same = indexes.get(name);
    if (same === undefined) indexes.set(name, [index]);
    else same.push(index);
  });
  const places = new Map<Key, Place>();
  let twice: string | null = null;
  for (const key in layout) {
    const { headers, required, unwanted } = layout[key];
    const found = headers.map(plainHeader).find((header) => indexes.has(header));
    const [index, second] = indexes.get(found ?? '') ?? [];
    if (index === undefined) {
      if (required === true) return null;
      continue;
    }
    if (unwanted === true) return null;
    places.set(key, { index, header: (cells[index] ?? '').trim() });
    if (second !== undefined) twice ??= (cells[index] ?? '').trim();
  }
  const isWhole = neededKeys(layout).every((keys) => keys.some((key) => places.has(key)));
  return places.size === 0 || !isWhole ? null : { places, width: cells.length, twice };
}

/** The columns of which at least one is needed, each alone or together with those that may stand for it. */
export function neededKeys<Key extends string>(layout: Layout<Key>): readonly (readonly Key[])[] {
  const alone: Key[][] = [];
  const together = new Map<string, Key[]>();
  for (const key in layout) {
    const { required, oneOf } = layout[key];
    if (required === true) alone.push([key]);
    if (oneOf !== undefined) together.set(oneOf, [...(together.get(oneOf) ?? []), key]);
  }
  return [...alone, ...together.values()];
}

/** The form in which headers are compared: letters and digits only, without accents and case. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
