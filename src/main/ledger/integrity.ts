import { codeOf } from '../disk/errors.ts';
import { sameTables } from './backup/look-inside.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

export type Damage =
  | { readonly code: 'file-damaged'; readonly detail: string }
  | { readonly code: 'reference-broken'; readonly table: string; readonly row: number }
  /** The tables, indexes or triggers are not those that this program makes. */
  | { readonly code: 'tables-changed' };

/** What SQLite itself finds wrong with the file; the first few complaints are enough. */
export function fileDamage(ledger: ReadableLedger): Damage[] {
  return all<{ integrity_check: string }>(ledger, `PRAGMA integrity_check(10)`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((detail) => ({ code: 'file-damaged', detail }));
}

/** The same without holding indexes against their tables: 'ok', or the first complaint. */
export function quickDamage(ledger: ReadableLedger): string {
  return all<{ quick_check: string }>(ledger, `PRAGMA quick_check(1)`)[0]?.quick_check ?? 'ok';
}

/** Facts that belong to nothing. */
export function brokenReferences(ledger: ReadableLedger): Damage[] {
  return all<{ table: string; rowid: number | null }>(ledger, `PRAGMA foreign_key_check`)
    .slice(0, 10)
    .map((row) => ({ code: 'reference-broken', table: row.table, row: row.rowid ?? 0 }));
}

/** What the schema says of itself; it holds no fact, and decides what facts may be. */
export function changedTables(ledger: ReadableLedger): Damage[] {
  return sameTables(ledger) ? [] : [{ code: 'tables-changed' }];
}

/** What SQLite says of a page on which it gives up; null for any other error. */
export function corruption(error: unknown): string | null {
  return error instanceof Error && codeOf(error).startsWith('SQLITE_CORRUPT') ? error.message : null;
}
