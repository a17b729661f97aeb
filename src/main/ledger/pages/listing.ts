import type { ReadableLedger } from '../open.ts';
import type { SortKey } from '../sort-keys.ts';
import { all, one, type Value } from '../statements.ts';

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

/** How far a page goes from its place, and to which side. */
export type Asked = Pick<PageRequest<string>, 'limit' | 'backward'>;

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

/** The conditions in SQL, all of which a row must meet. */
export function whereOf(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
}

/** The values that they name. */
export function valuesOf(conditions: readonly Condition[]): Readonly<Record<string, Value>> {
  return Object.assign({}, ...conditions.map(({ values }) => values)) as Record<string, Value>;
}
