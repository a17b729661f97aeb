/** The columns that an importer knows, by its own names for them: the headers that they bear in files, best first. */
export type Layout<Key extends string> = Readonly<Record<Key, ColumnSpec>>;

export interface ColumnSpec {
  readonly headers: readonly string[];
  /** Without it the file is no file of this layout. */
  readonly required?: true;
}

/** A header that has every required column of a layout. */
export interface FoundHeader<Key extends string> {
  /** Its place among the rows, from 0. */
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
): FoundHeader<Key> | null {
  for (let at = 0; at < Math.min(rows.length, rowsToHeader); at++) {
    const found = headerAt(rows[at] ?? [], layout);
    if (found !== null) return { at, ...found };
  }
  return null;
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
    const { headers, required } = layout[key];
    const found = headers.map(plainHeader).find((header) => indexes.has(header));
    const [index, second] = indexes.get(found ?? '') ?? [];
    if (index === undefined) {
      if (required === true) return null;
      continue;
    }
    places.set(key, { index, header: (cells[index] ?? '').trim() });
    if (second !== undefined) twice ??= (cells[index] ?? '').trim();
  }
  return places.size === 0 ? null : { places, width: cells.length, twice };
}

/** The form in which headers are compared: letters and digits only, without accents and case. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
