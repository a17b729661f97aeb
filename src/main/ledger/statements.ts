import type Database from 'better-sqlite3';
import type { ReadableLedger } from './open.ts';

export type Value = string | number | bigint | null | Uint8Array;
/** In order for `?`, by name for `@name`. */
type Values = readonly Value[] | Readonly<Record<string, Value>>;

const prepared = new WeakMap<ReadableLedger, Map<string, Database.Statement>>();

/** Prepares each SQL text once per connection. `Row` is the shape the SELECT lists. */
function statement(ledger: ReadableLedger, sql: string): Database.Statement {
  let known = prepared.get(ledger);
  if (!known) prepared.set(ledger, (known = new Map()));
  let found = known.get(sql);
  if (!found) known.set(sql, (found = ledger.prepare(sql)));
  return found;
}

/** Every row that the query yields. */
export function all<Row>(ledger: ReadableLedger, sql: string, values: Values = []): Row[] {
  return statement(ledger, sql).all(...bound(values)) as Row[];
}

/** The first row, or undefined. */
export function one<Row>(ledger: ReadableLedger, sql: string, values: Values = []): Row | undefined {
  return statement(ledger, sql).get(...bound(values)) as Row | undefined;
}

/** Rows one at a time, for results that should not stand in memory together. */
export function each<Row>(ledger: ReadableLedger, sql: string, values: Values = []): IterableIterator<Row> {
  return ledger.prepare(sql).iterate(...bound(values)) as IterableIterator<Row>;
}

/** Runs a statement that writes; returns how many rows it changed. */
export function run(ledger: ReadableLedger, sql: string, values: Values = []): number {
  return statement(ledger, sql).run(...bound(values)).changes;
}

/** Runs a statement that adds one row to a table with numbers of its own; returns the number. */
export function insert(ledger: ReadableLedger, sql: string, values: Values = []): number {
  return Number(statement(ledger, sql).run(...bound(values)).lastInsertRowid);
}

function bound(values: Values): readonly unknown[] {
  return Array.isArray(values) ? values : [values];
}
