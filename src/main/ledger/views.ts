import type { ReadableLedger } from './open.ts';
import { all, type Value } from './statements.ts';

/** The ids of all rows of a list, in its order: a page at any depth is a stretch of it. */
export type View = readonly (string | number)[] | Float64Array;

/** What the rows of a view depend on, as one text. */
export interface ViewQuery {
  readonly sql: string;
  /** The same, where an index that has the order may be gone along. */
  readonly along: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A page that took longer was not found along an index: who goes on from it gets a view. */
const slowMs = 10;
const mostViews = 4;

interface Kept {
  /** As of which the views are: SQLite counts what others wrote. */
  version: number;
  readonly views: Map<string, View>;
  readonly slow: Set<string>;
}

const kept = new WeakMap<ReadableLedger, Kept>();

/**
 * The view of a list that was slow to be looked through before, made once and kept while nobody writes; null while the list
 * is quick, and where who looks may write too. To be called inside of the transaction that reads on.
 */
export function viewOf(ledger: ReadableLedger, query: ViewQuery, goesOn: boolean): View | null {
  if (!ledger.readonly) return null;
  const { views, slow } = keptNow(ledger);
  const name = nameOf(query);
  const found = views.get(name);
  if (found === undefined && !(goesOn && slow.has(name))) return null;
  const view = found ?? idsOf(ledger, query);
  views.delete(name);
  views.set(name, view);
  const [oldest] = views.keys();
  if (views.size > mostViews && oldest !== undefined) views.delete(oldest);
  return view;
}

/** Looks for rows by `find`, and remembers whether that took long. */
export function timed<T>(ledger: ReadableLedger, query: ViewQuery, find: () => T): T {
  if (!ledger.readonly) return find();
  const began = performance.now();
  const found = find();
  if (performance.now() - began > slowMs && !goesAlong(ledger, query))
    keptNow(ledger).slow.add(nameOf(query));
  return found;
}

/** An order without any filter, along an index: a page that took long met a busy computer, and all of it would take longer. */
function goesAlong(ledger: ReadableLedger, { along, values }: ViewQuery): boolean {
  if (/WHERE (?!\(TRUE\)\s+ORDER BY)/.test(along)) return false;
  const plan = all<{ detail: string }>(ledger, `EXPLAIN QUERY PLAN ${along}`, values);
  return !plan.some(({ detail }) => detail === 'USE TEMP B-TREE FOR ORDER BY');
}

/** The place of the first row for which `isBeyond` holds: all rows behind it are beyond as well. */
export function firstBeyond(view: View, isBeyond: (id: string | number) => boolean): number {
  let [from, to] = [0, view.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBeyond(view[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function keptNow(ledger: ReadableLedger): Kept {
  const version = Number(ledger.pragma('data_version', { simple: true }));
  const found = kept.get(ledger);
  if (found?.version === version) return found;
  const now = { version, views: new Map<string, View>(), slow: found?.slow ?? new Set<string>() };
  kept.set(ledger, now);
  return now;
}

function nameOf({ sql, values }: ViewQuery): string {
  return JSON.stringify([sql, values]);
}

/** Without a row around each of a million ids. */
function idsOf(ledger: ReadableLedger, { sql, values }: ViewQuery): View {
  const ids = ledger.prepare<[ViewQuery['values']], string | number>(sql).pluck().all(values);
  return ids.every((id) => typeof id === 'number') ? Float64Array.from(ids) : ids;
}
