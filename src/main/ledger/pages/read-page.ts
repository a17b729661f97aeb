import type { ReadableLedger } from '../open.ts';
import { one } from '../statements.ts';
import {
  valuesOf,
  whereOf,
  type Asked,
  type Condition,
  type FoundPage,
  type Listing,
  type Page,
  type PageRequest,
} from './listing.ts';
import { beyond, orderOf, readCursor, type Order, type Place } from './order.ts';
import { pageByKeys } from './page-by-keys.ts';
import { pageOfView, viewQuery } from './page-of-view.ts';
import { timed, viewOf, type ViewQuery } from './views.ts';

/**
 * One page of the rows that meet the conditions. All keys of an order go the same way, so that the place of a row is
 * one comparison of row values, which an index over the same keys answers.
 */
export function readPage<Row extends object, Sort extends string>(
  ledger: ReadableLedger,
  listing: Listing<Sort>,
  conditions: readonly Condition[],
  request: PageRequest<Sort>,
): Page<Row> {
  return pageOf(asOneState(ledger, () => findPage<Row, Sort>(ledger, listing, conditions, request)));
}

/** Whatever is read meanwhile is of one state of the ledger. */
export function asOneState<T>(ledger: ReadableLedger, read: () => T): T {
  return ledger.inTransaction ? read() : ledger.transaction(read)();
}

/** Within {@link asOneState}. */
export function findPage<Row extends object, Sort extends string>(
  ledger: ReadableLedger,
  listing: Listing<Sort>,
  conditions: readonly Condition[],
  request: PageRequest<Sort>,
  /** Whether somebody leafs through the list, and does not only open it. */
  goesOn = request.after !== null,
): FoundPage<Row> {
  const order = orderOf(
    listing,
    request.sort,
    conditions.some(({ few }) => few === true),
  );
  const after = readCursor(order, request.after);
  const query = viewQuery(listing, conditions, order);
  const view = viewOf(ledger, query, goesOn);
  return view === null
    ? timed(
        ledger,
        query,
        () => pageByKeys<Row>(ledger, listing, conditions, order, after, request),
        (page) => dismissedMost(ledger, listing, order, { after, values: query.values }, request, page),
      )
    : pageOfView<Row>(ledger, listing, order, { view, values: query.values }, after, request);
}

/** Whether most rows of the order between the place where a page began and its end are not on it. */
function dismissedMost(
  ledger: ReadableLedger,
  { table, joins }: Listing<string>,
  order: Order,
  { after, values }: { readonly after: Place | null; readonly values: ViewQuery['values'] },
  { limit, backward }: Asked,
  { rows, before, behind }: FoundPage<object>,
): boolean {
  const upward = order.descending === backward;
  const far = backward ? rows[0] : rows.at(-1);
  const end = far !== undefined && (backward ? before : behind) ? readCursor(order, far.cursor) : null;
  const between = [
    ...(after === null ? [] : [beyond(order, after, upward)]),
    ...(end === null ? [] : [beyond(order, end, !upward, 'end')]),
  ];
  // All of it was met, and there is no further page.
  if (between.length === 0) return false;
  const met = one<{ n: number }>(
    ledger,
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} ${joins} ${whereOf(between)} LIMIT @most)`,
    { ...values, ...valuesOf(between), most: 4 * limit },
  );
  return (met?.n ?? 0) > 2 * rows.length;
}

/** The page as whoever asked sees it: only its ends are named. */
export function pageOf<Row extends object>({ rows, before, behind }: FoundPage<Row>): Page<Row> {
  return {
    rows: rows.map(({ cursor: _cursor, ...row }) => row as unknown as Row),
    previous: before ? (rows[0]?.cursor ?? null) : null,
    next: behind ? (rows.at(-1)?.cursor ?? null) : null,
  };
}
