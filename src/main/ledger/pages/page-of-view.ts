import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';
import { valuesOf, whereOf, type Asked, type Condition, type FoundPage, type Listing } from './listing.ts';
import { beyond, type Order, type Place } from './order.ts';
import { firstBeyond, type View, type ViewQuery } from './views.ts';

/** A view, and the values that its query names. */
interface Viewed {
  readonly view: View;
  readonly values: ViewQuery['values'];
}

/** The same, where all ids of the list are there in their order. */
export function pageOfView<Row extends object>(
  ledger: ReadableLedger,
  listing: Listing<string>,
  order: Order,
  { view, values }: Viewed,
  after: Place | null,
  { limit, backward }: Asked,
): FoundPage<Row> {
  const end = backward ? view.length : 0;
  const place = after === null ? end : placeIn(ledger, listing, order, { view, values }, after, backward);
  const [from, to] = backward ? [Math.max(0, place - limit), place] : [place, place + limit];
  const rows = all<Row & { readonly cursor: string }>(
    ledger,
    `SELECT ${listing.columns}, json_array(@order, ${order.keys.map(({ sql }) => sql).join(', ')}) AS cursor
     FROM json_each(@ids) wanted CROSS JOIN ${listing.table} ON ${listing.id} = wanted.value ${listing.joins}
     ORDER BY wanted.key`,
    { ...values, order: order.name, ids: JSON.stringify(Array.from(view.slice(from, to))) },
  );
  return {
    rows,
    before: from > 0 && (backward || after !== null),
    behind: to < view.length && (!backward || after !== null),
  };
}

/** How many rows of a view lie before what comes behind a place, or, going backward, before the place itself. */
function placeIn(
  ledger: ReadableLedger,
  { table, id, joins }: Listing<string>,
  order: Order,
  { view, values }: Viewed,
  place: Place,
  backward: boolean,
): number {
  const there = beyond(order, place, order.descending === backward);
  const query = `SELECT (${there.sql}) AS reached FROM ${table} ${joins} WHERE ${id} = @id`;
  return firstBeyond(view, (row) => {
    const found = one<{ reached: 0 | 1 }>(ledger, query, { ...values, ...there.values, id: row });
    return (found?.reached === 1) !== backward;
  });
}

/** All ids of a list in its order. */
export function viewQuery(
  { table, id, joins }: Listing<string>,
  conditions: readonly Condition[],
  { keys, descending }: Order,
): ViewQuery {
  const ordered = (mark: string, down: boolean): string =>
    `SELECT ${id} AS id FROM ${table} ${joins} ${whereOf(conditions)}
      ORDER BY ${keys.map(({ sql }) => `${mark}${sql} ${down ? 'DESC' : 'ASC'}`).join(', ')}`;
  return {
    // All rows are wanted: fetching each where an order has it takes several times as long as sorting them.
    sql: ordered('+', descending),
    opposite: ordered('+', !descending),
    along: ordered('', descending),
    values: valuesOf(conditions),
  };
}
