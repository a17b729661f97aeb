/**
 * One thing that rows are put in order by. In SQL it is never null: an expression that could be says where the rows
 * without it stand, so that an order is total and a page can begin after any row.
 */
export interface SortKey {
  readonly sql: string;
  readonly of: 'text' | 'number';
}

/** Two keys for a text that may be missing: rows without it come after all others. */
export function missingLast(sql: string): readonly SortKey[] {
  return [
    { sql: `${sql} IS NULL`, of: 'number' },
    { sql: `coalesce(lower(${sql}), '')`, of: 'text' },
  ];
}

/** The place of a code in a list of codes. */
export function rankOf(sql: string, codes: readonly string[]): SortKey {
  const places = codes.map((code, place) => `WHEN '${code}' THEN ${place}`).join(' ');
  return { sql: `CASE ${sql} ${places} ELSE ${codes.length} END`, of: 'number' };
}

/** Rows with one of these codes come before all others. */
export function codesFirst(sql: string, codes: readonly string[]): SortKey {
  return { sql: `${sql} NOT IN (${codes.map((code) => `'${code}'`).join(', ')})`, of: 'number' };
}

/** A day as a number that grows as one goes back. */
export function newestFirst(day: string): SortKey {
  return { sql: `-CAST(replace(${day}, '-', '') AS INTEGER)`, of: 'number' };
}
