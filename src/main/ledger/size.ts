import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

/** Of the library, of the file, and how the file is kept. */
export function versionsOf(ledger: ReadableLedger) {
  const pragma = (name: string): unknown => ledger.pragma(name, { simple: true });
  return {
    sqlite: one<{ version: string }>(ledger, `SELECT sqlite_version() AS version`)?.version ?? '',
    schema: pragma('user_version'),
    journal: pragma('journal_mode'),
    pages: pragma('page_count'),
    freePages: pragma('freelist_count'),
  };
}

/** How many rows each table has. */
export function countsOf(ledger: ReadableLedger): Readonly<Record<string, number>> {
  const tables = all<{ name: string }>(
    ledger,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      one<{ n: number }>(ledger, `SELECT count(*) AS n FROM "${name}"`)?.n ?? 0,
    ]),
  );
}
