import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';
import { valuesOf, whereOf, type Asked, type Condition, type FoundPage, type Listing } from './listing.ts';
import { beyondPlace, readCursor, type Order, type Place } from './order.ts';

/** A page found along the keys of its order, from a place on. */
export function pageByKeys<Row extends object>(
  ledger: ReadableLedger,
  listing: Listing<string>,
  conditions: readonly Condition[],
  order: Order,
  after: Place | null,
  request: Asked,
): FoundPage<Row> {
  const upward = order.descending === request.backward;
  const onward = after === null ? conditions : beyondPlace(conditions, order, after, upward);
  const found = readRows<Row & { readonly cursor: string }>(ledger, listing, onward, order, {
    upward,
    // One more than asked for, to see whether the list goes on.
    limit: request.limit + 1,
  });
  const goesOn = found.length > request.limit;
  const kept = found.slice(0, request.limit);
  const rows = request.backward ? kept.toReversed() : kept;
  const near = (request.backward ? rows.at(-1) : rows[0])?.cursor ?? null;
  const hasNear =
    after !== null && near !== null && isThereAny(ledger, listing, conditions, order, near, !upward);
  const [before, behind] = request.backward ? [goesOn, hasNear] : [hasNear, goesOn];
  return { rows, before, behind };
}

/** First the page by its keys alone, then what is shown of it: a sort need not carry what it does not look at. */
function readRows<Row>(
  ledger: ReadableLedger,
  { table, id, joins, columns }: Listing<string>,
  conditions: readonly Condition[],
  { name, keys }: Order,
  { upward, limit }: { readonly upward: boolean; readonly limit: number },
): Row[] {
  const direction = upward ? 'ASC' : 'DESC';
  const inOrder = (expressions: readonly string[]): string =>
    expressions.map((sql) => `${sql} ${direction}`).join(', ');
  const pageKeys = keys.map((_, i) => `page.key${i}`);
  return all<Row>(
    ledger,
    `SELECT ${columns}, json_array(@order, ${pageKeys.join(', ')}) AS cursor
     FROM (
       SELECT ${id} AS id, ${keys.map(({ sql }, i) => `${sql} AS key${i}`).join(', ')}
       FROM ${table} ${joins} ${whereOf(conditions)}
       ORDER BY ${inOrder(keys.map(({ sql }) => sql))} LIMIT @limit
     ) page CROSS JOIN ${table} ON ${id} = page.id ${joins}
     ORDER BY ${inOrder(pageKeys)}`,
    { ...valuesOf(conditions), order: name, limit },
  );
}

function isThereAny(
  ledger: ReadableLedger,
  { table, id, joins }: Listing<string>,
  conditions: readonly Condition[],
  order: Order,
  cursor: string,
  upward: boolean,
): boolean {
  const place = readCursor(order, cursor);
  if (place === null) throw new Error(`a cursor of ours that says nothing: ${cursor}`);
  const there = beyondPlace(conditions, order, place, upward);
  return (
    // The nearest: from the other end of an order one may pass by all that is not wanted.
    one(
      ledger,
      `SELECT ${id} FROM ${table} ${joins} ${whereOf(there)}
       ORDER BY ${order.keys.map(({ sql }) => `${sql} ${upward ? 'ASC' : 'DESC'}`).join(', ')} LIMIT 1`,
      valuesOf(there),
    ) !== undefined
  );
}
