import type { Day } from '../../shared/domain/day.ts';
import { asOf } from './filters.ts';
import type { Revisions } from './gone-rows.ts';
import { readPage, type Condition, type Listing, type Page } from './keyset.ts';
import type { ReadableLedger } from './open.ts';
import type { SortKey } from './sort-keys.ts';

/**
 * Rows that some jobs wrote; or rows that nobody wrote since, and that say something else because their due day passed: it is
 * one of the days from `from` to the one before `to`.
 */
export type Changed =
  | { readonly how: 'written'; readonly revisions: Revisions }
  | { readonly how: 'turned'; readonly from: Day; readonly to: Day; readonly upTo: number };

/** Where a page of changed rows begins, and how many there may be. */
export interface ChangedPage {
  readonly after: string | null;
  readonly limit: number;
}

/**
 * One page of changed rows, in order of their stamps, which no later job gives to another row: so what is written between two pages moves
 * none of those that are still to come, except out of the asked revisions. `alias`: of the table, which has the columns
 * `changed` and `due_day`; `turns` says which rows are told otherwise once their due day is over.
 */
export function readChanged<Row extends object>(
  ledger: ReadableLedger,
  listing: Listing<string>,
  { alias, id, turns }: { readonly alias: string; readonly id: SortKey; readonly turns: Condition },
  changed: Changed,
  today: Day,
  { after, limit }: ChangedPage,
): Page<Row> {
  const first: SortKey =
    changed.how === 'written'
      ? { sql: `${alias}.changed`, of: 'number' }
      : { sql: `${alias}.due_day`, of: 'text' };
  const conditions: Condition[] =
    changed.how === 'written'
      ? [
          {
            sql: `${alias}.changed > @changedAfter AND ${alias}.changed <= @changedUpTo`,
            values: { changedAfter: changed.revisions.after, changedUpTo: changed.revisions.upTo },
          },
        ]
      : [
          {
            sql: `+${alias}.changed <= @changedUpTo AND ${alias}.due_day >= @turnedFrom AND ${alias}.due_day < @turnedTo`,
            values: { changedUpTo: changed.upTo, turnedFrom: changed.from, turnedTo: changed.to },
          },
          turns,
        ];
  return readPage<Row, string>(ledger, { ...listing, key: [first, id] }, [asOf(today), ...conditions], {
    sort: null,
    after,
    limit,
    backward: false,
  });
}
