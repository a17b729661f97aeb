import type { Day } from '../../shared/domain/day.ts';
import { asOf } from './filters.ts';
import type { ChangingList, Revisions } from './gone-rows.ts';
import type { Condition, Listing, Page } from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger } from './open.ts';
import type { SortKey } from './sort-keys.ts';
import { one } from './statements.ts';

/**
 * Rows that the job of one revision wrote last; or rows that nobody wrote after `upTo`, and that say something else because
 * their due day passed: it is one of the days from `from` to the one before `to`.
 */
export type Changed =
  | { readonly how: 'written'; readonly revision: number }
  | { readonly how: 'turned'; readonly from: Day; readonly to: Day; readonly upTo: number };

/** Where a page of changed rows begins, and how many there may be. */
export interface ChangedPage {
  readonly after: string | null;
  readonly limit: number;
}

const tables: Readonly<Record<ChangingList, string>> = {
  pagamenti: 'payments',
  flussi: 'flow_states',
  provvisori: 'provvisori',
};

/** The first of these revisions that is still the last one of some row; null when none is. */
export function firstWritten(
  ledger: ReadableLedger,
  list: ChangingList,
  { after, upTo }: Revisions,
): number | null {
  const found = one<{ first: number | null }>(
    ledger,
    `SELECT min(changed) AS first FROM ${tables[list]} WHERE changed > ? AND changed <= ?`,
    [after, upTo],
  );
  return found?.first ?? null;
}

/**
 * One page of changed rows. A later job takes rows out of them, and puts none in: so whatever is written between two pages,
 * the second one begins where the first one ended. `alias`: of the table, which has the columns `changed` and `due_day`;
 * `turns` says which rows are told otherwise once their due day is over.
 */
export function readChanged<Row extends object>(
  ledger: ReadableLedger,
  listing: Listing<string>,
  { alias, id, turns }: { readonly alias: string; readonly id: SortKey; readonly turns: Condition },
  changed: Changed,
  today: Day,
  { after, limit }: ChangedPage,
): Page<Row> {
  const conditions: Condition[] =
    changed.how === 'written'
      ? [{ sql: `${alias}.changed = @revision`, values: { revision: changed.revision } }]
      : [
          {
            sql: `+${alias}.changed <= @changedUpTo AND ${alias}.due_day >= @turnedFrom AND ${alias}.due_day < @turnedTo`,
            values: { changedUpTo: changed.upTo, turnedFrom: changed.from, turnedTo: changed.to },
          },
          turns,
        ];
  const key: readonly SortKey[] =
    changed.how === 'written' ? [id] : [{ sql: `${alias}.due_day`, of: 'text' }, id];
  return readPage<Row, string>(ledger, { ...listing, key }, [asOf(today), ...conditions], {
    sort: null,
    after,
    limit,
    backward: false,
  });
}
