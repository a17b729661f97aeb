import { addDays, beginOfDay, type Day } from '../../shared/domain/day.ts';
import type { TrailEntry, TrailOperation } from '../../shared/domain/trail.ts';
import type { Condition, Listing, Page, PageRequest } from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger } from './open.ts';
import { detailsOf, type TrailRow } from './trail.ts';

export interface TrailFilter {
  /** Days in Italy, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** None: all. */
  readonly operations: readonly TrailOperation[];
}

export type ListedEntry = Omit<TrailEntry, 'previous'>;

/** A page of the trail, newest first. */
export function pageOfTrail(
  ledger: ReadableLedger,
  filter: TrailFilter,
  page: Omit<PageRequest<'newest'>, 'sort'>,
): Page<ListedEntry> {
  const sort = { by: 'newest', descending: true } as const;
  const found = readPage<Omit<TrailRow, 'previous'>, 'newest'>(ledger, listing, conditionsOf(filter), {
    ...page,
    sort,
  });
  return { ...found, rows: found.rows.map((row) => ({ ...row, details: detailsOf(row) })) };
}

function conditionsOf({ from, to, operations }: TrailFilter): Condition[] {
  return [
    ...(from === null ? [] : [{ sql: 'trail.at >= @from', values: { from: beginOfDay(from) } }]),
    ...(to === null ? [] : [{ sql: 'trail.at < @behind', values: { behind: beginOfDay(addDays(to, 1)) } }]),
    ...(operations.length === 0
      ? []
      : [
          {
            sql: 'trail.operation IN (SELECT value FROM json_each(@operations))',
            values: { operations: JSON.stringify(operations) },
          },
        ]),
  ];
}

const listing: Listing<'newest'> = {
  table: 'trail',
  id: 'trail.seq',
  joins: '',
  columns: `trail.seq, trail.at, trail.os_user AS user, trail.program, trail.host, trail.operation, trail.subject,
    trail.details, trail.hash`,
  cents: '0',
  key: [{ sql: 'trail.seq', of: 'number' }],
  sorts: { newest: [] },
};
