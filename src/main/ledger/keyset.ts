import type { ReadableLedger } from './open.ts';
import type { SortKey } from './sort-keys.ts';
import { all, one, type Value } from './statements.ts';
import { firstBeyond, timed, viewOf, type View, type ViewQuery } from './views.ts';

/** What may follow WHERE, with the values that it names. */
export interface Condition {
  readonly sql: string;
  readonly values?: Readonly<Record<string, Value>>;
  /** So few rows meet it that they are found first, and put in order then. */
  readonly few?: boolean;
  /** Says nothing that no other condition says, but to an index where its rows begin or end: a place beyond it says it better. */
  readonly bound?: 'lower' | 'upper';
}

/** A list that is read in pages, in any of its orders. */
export interface Listing<Sort extends string> {
  /** The table of which each row of the list is one row. */
  readonly table: string;
  /** What names one row of the table. */
  readonly id: string;
  /** LEFT JOINs by unique keys only: no row comes twice, and SQLite leaves out those that nothing asks for. */
  readonly joins: string;
  readonly columns: string;
  readonly cents: string;
  /** The natural key: the order of the list when nothing else is asked, and the end of every other order. */
  readonly key: readonly SortKey[];
  readonly sorts: Readonly<Record<Sort, readonly SortKey[]>>;
}

export interface PageRequest<Sort extends string> {
  readonly sort: { readonly by: Sort; readonly descending: boolean } | null;
  /** Where the page begins, as an earlier page told; a text that no page of this order told is the beginning. */
  readonly after: string | null;
  readonly limit: number;
  readonly backward: boolean;
}

/** A page of rows; the cursors are null where the list ends. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A page, each row with the cursor that names its place. */
export interface FoundPage<Row> {
  readonly rows: readonly (Row & { readonly cursor: string })[];
  /** Whether the list goes on before the page, and behind it. */
  readonly before: boolean;
  readonly behind: boolean;
}

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

/** A view, and the values that its query names. */
interface Viewed {
  readonly view: View;
  readonly values: ViewQuery['values'];
}

type Asked = Pick<PageRequest<string>, 'limit' | 'backward'>;

function pageByKeys<Row extends object>(
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

/** The same, where all ids of the list are there in their order. */
function pageOfView<Row extends object>(
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

export function pageOf<Row extends object>({ rows, before, behind }: FoundPage<Row>): Page<Row> {
  return {
    rows: rows.map(({ cursor: _cursor, ...row }) => row as unknown as Row),
    previous: before ? (rows[0]?.cursor ?? null) : null,
    next: behind ? (rows.at(-1)?.cursor ?? null) : null,
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

function viewQuery(
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

/** How many rows meet the conditions, what they amount to, and how many different values of `distinct` they have. */
export function countRows(
  ledger: ReadableLedger,
  { table, joins, cents }: Listing<string>,
  conditions: readonly Condition[],
  distinct = 'NULL',
): { readonly count: number; readonly cents: number; readonly distinct: number } {
  const found = one<{ count: number; cents: number; distinct: number }>(
    ledger,
    // LIMIT -1 keeps the rows apart from their sum: of a sum SQLite joins also what nothing asks for.
    `SELECT count(*) AS count, coalesce(sum(cents), 0) AS cents, count(DISTINCT told) AS "distinct"
     FROM (SELECT ${cents} AS cents, ${distinct} AS told FROM ${table} ${joins} ${whereOf(conditions)} LIMIT -1)`,
    valuesOf(conditions),
  );
  if (found === undefined) throw new Error('a count has always one row');
  return found;
}

/** The rows that meet the conditions, all of them, in order of their key: for a handful. */
export function readRowsWhere<Row>(
  ledger: ReadableLedger,
  { table, joins, columns, key }: Listing<string>,
  conditions: readonly Condition[],
): Row[] {
  return all<Row>(
    ledger,
    `SELECT ${columns} FROM ${table} ${joins} ${whereOf(conditions)} ORDER BY ${key.map(({ sql }) => sql).join(', ')}`,
    valuesOf(conditions),
  );
}

interface Order {
  /** Told in every cursor: the place in one order means nothing in another. */
  readonly name: string;
  readonly keys: readonly SortKey[];
  readonly descending: boolean;
}

function orderOf<Sort extends string>(
  { key, sorts }: Listing<Sort>,
  sort: PageRequest<Sort>['sort'],
  ofFew: boolean,
): Order {
  if (sort === null) return { name: '', keys: key, descending: false };
  const { by, descending } = sort;
  const keys = ofFew ? sorts[by].map(({ sql, of }) => ({ sql: `+${sql}`, of })) : sorts[by];
  return { name: `${descending ? '-' : '+'}${by}`, keys: [...keys, ...key], descending };
}

type Place = readonly (string | number)[];

function readCursor({ name, keys }: Order, cursor: string | null): Place | null {
  if (cursor === null) return null;
  const told = parsed(cursor);
  if (!Array.isArray(told) || told.length !== keys.length + 1 || told[0] !== name) return null;
  const place = told.slice(1).filter((value, i): value is string | number => {
    return typeof value === (keys[i]?.of === 'number' ? 'number' : 'string');
  });
  return place.length === keys.length ? place : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of the rows that meet the conditions, those on the far side of a place. */
function beyondPlace(
  conditions: readonly Condition[],
  order: Order,
  place: Place,
  upward: boolean,
): Condition[] {
  const passed = upward ? 'lower' : 'upper';
  return [...conditions.filter(({ bound }) => bound !== passed), beyond(order, place, upward)];
}

/** The rows on the far side of a place, in the direction in which the keys grow (`upward`) or fall. */
function beyond({ keys }: Order, place: Place, upward: boolean, name = 'place'): Condition {
  return {
    sql: `(${keys.map(({ sql }) => sql).join(', ')}) ${upward ? '>' : '<'} (${keys.map((_, i) => `@${name}${i}`).join(', ')})`,
    values: Object.fromEntries(place.map((value, i) => [`${name}${i}`, value])),
  };
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

function whereOf(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
}

function valuesOf(conditions: readonly Condition[]): Readonly<Record<string, Value>> {
  return Object.assign({}, ...conditions.map(({ values }) => values)) as Record<string, Value>;
}
