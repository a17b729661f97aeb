import type { ReadableLedger } from '../open.ts';
import { all, type Value } from '../statements.ts';

/** The ids of all rows of a list, in its order: a page at any depth is a stretch of it. */
export type View = readonly (string | number)[] | Float64Array;

/** What the rows of a view depend on, as one text. */
export interface ViewQuery {
  readonly sql: string;
  /** The same from the end to the beginning. */
  readonly opposite: string;
  /** The same, where an index that has the order may be gone along. */
  readonly along: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** Who leafs through pages that take longer, and mostly meet what they do not want, gets a view. */
const slowMs = 5;
/** So many such pages one after the other: a stretch of an order that nobody wants may be met anywhere. */
const slowPages = 2;
/** Ids that the views of a connection hold, beside those of the newest. */
const mostIds = 2_000_000;

interface Kept {
  /** As of which the views are: SQLite counts what others wrote. */
  version: number;
  readonly views: Map<string, View>;
  /** How many of the last pages of a list were slow. */
  readonly slow: Map<string, number>;
}

const kept = new WeakMap<ReadableLedger, Kept>();

/**
 * The view of a list that no index has in its order, or that was slow to be looked through before, made once and kept while
 * nobody writes; null while the list is quick, and where who looks may write too. To be called inside of the transaction
 * that reads on.
 */
export function viewOf(ledger: ReadableLedger, query: ViewQuery, goesOn: boolean): View | null {
  if (!ledger.readonly) return null;
  const { views, slow } = keptNow(ledger);
  const name = nameOf(query);
  const found = views.get(name) ?? views.get(nameOf({ ...query, sql: query.opposite }))?.toReversed();
  if (found === undefined && !(goesOn && ((slow.get(name) ?? 0) >= slowPages || isPutInOrder(ledger, query))))
    return null;
  const view = found ?? idsOf(ledger, query);
  views.delete(name);
  views.set(name, view);
  dropOldest(views);
  return view;
}

function dropOldest(views: Map<string, View>): void {
  let held = 0;
  for (const [name, { length }] of [...views].toReversed()) {
    if (held + length > mostIds && held > 0) views.delete(name);
    else held += length;
  }
}

/** Looks for rows by `find`, and remembers whether that took long for the sake of rows that nobody wanted. */
export function timed<T>(
  ledger: ReadableLedger,
  query: ViewQuery,
  find: () => T,
  /** Asked only where it took long: the computer may have been busy. */
  isWaste: (found: T) => boolean,
): T {
  if (!ledger.readonly) return find();
  const began = performance.now();
  const found = find();
  const isSlow = performance.now() - began > slowMs && isWaste(found);
  const { slow } = keptNow(ledger);
  const name = nameOf(query);
  if (isSlow) slow.set(name, (slow.get(name) ?? 0) + 1);
  else slow.delete(name);
  return found;
}

const plans = new WeakMap<ReadableLedger, Map<string, boolean>>();

/** Every page of it would look at all rows and sort them. */
function isPutInOrder(ledger: ReadableLedger, { along, values }: ViewQuery): boolean {
  let known = plans.get(ledger);
  if (known === undefined) plans.set(ledger, (known = new Map<string, boolean>()));
  let sorts = known.get(along);
  if (sorts === undefined) {
    const plan = all<{ detail: string }>(ledger, `EXPLAIN QUERY PLAN ${along} LIMIT 1000`, values);
    sorts = plan.some(({ detail }) => detail === 'USE TEMP B-TREE FOR ORDER BY');
    known.set(along, sorts);
  }
  return sorts;
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
  const now = { version, views: new Map<string, View>(), slow: found?.slow ?? new Map<string, number>() };
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
