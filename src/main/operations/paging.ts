/**
 * Where a page of a list ended, as one opaque text. Keys hold any character, so they travel as JSON.
 * A text that is not one of ours counts as the beginning.
 */
export function encodeCursor(key: readonly (string | number)[]): string {
  return JSON.stringify(key);
}

export function decodeCursor(cursor: string | null): readonly unknown[] | null {
  if (cursor === null) return null;
  try {
    const key: unknown = JSON.parse(cursor);
    return Array.isArray(key) ? key : null;
  } catch {
    return null;
  }
}

/** The page as the contract wants it; `next` is null when the list is over. */
export function toPage<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  show: (row: Row) => Shown,
): { rows: Shown[]; next: string | null } {
  const last = rows.at(-1);
  return {
    rows: rows.map(show),
    next: last === undefined || rows.length < limit ? null : encodeCursor(keyOf(last)),
  };
}
