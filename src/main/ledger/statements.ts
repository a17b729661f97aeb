import type Database from 'better-sqlite3';
import type { ReadableLedger } from './open.ts';

type Values = readonly (string | number | bigint | null | Uint8Array)[];

const prepared = new WeakMap<ReadableLedger, Map<string, Database.Statement<unknown[], unknown>>>();

/** Prepares each SQL text once per connection. `Row` is the shape the SELECT lists. */
function statement(ledger: ReadableLedger, sql: string): Database.Statement<unknown[], unknown> {
  let known = prepared.get(ledger);
  if (!known) prepared.set(ledger, (known = new Map()));
  let found = known.get(sql);
  if (!found) known.set(sql, (found = ledger.prepare(sql)));
  return found;
}

/** Every row that the query yields. */
export function all<Row>(ledger: ReadableLedger, sql: string, values: Values = []): Row[] {
  return statement(ledger, sql).all(...values) as Row[];
}

/** The first row, or undefined. */
export function one<Row>(ledger: ReadableLedger, sql: string, values: Values = []): Row | undefined {
  return statement(ledger, sql).get(...values) as Row | undefined;
}

/** Rows one at a time, for results that should not stand in memory together. */
export function each<Row>(ledger: ReadableLedger, sql: string, values: Values = []): IterableIterator<Row> {
  return ledger.prepare(sql).iterate(...values) as IterableIterator<Row>;
}

/** Runs a statement that writes; returns how many rows it changed. */
export function run(ledger: ReadableLedger, sql: string, values: Values = []): number {
  return statement(ledger, sql).run(...values).changes;
}
