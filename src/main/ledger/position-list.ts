import type { Day } from '../../shared/domain/day.ts';
import { positionStatuses, type PositionStatus } from '../../shared/domain/posizione.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import { asOf, baseConditions, oneOf, type BaseFilter, type FilteredColumns } from './filters.ts';
import {
  countRows,
  readRowsWhere,
  type Condition,
  type Listing,
  type Page,
  type PageRequest,
} from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger } from './open.ts';
import { positionKey } from './positions.ts';
import { missingLast, rankOf, type SortKey } from './sort-keys.ts';
import { sourceOf, type Source } from './sources.ts';
import { all } from './statements.ts';

/** A debt position as the lists show it. */
export interface ListedPosition {
  readonly key: string;
  readonly iud: string | null;
  readonly iuv: string | null;
  readonly noticeNumber: string | null;
  readonly debtorCf: string | null;
  readonly debtorName: string | null;
  readonly service: string | null;
  readonly serviceSource: ServiceSource | null;
  readonly tipoDovuto: string | null;
  readonly category: string | null;
  readonly description: string | null;
  readonly cents: number;
  readonly dueDay: Day | null;
  readonly status: PositionStatus;
  readonly paidCents: number | null;
  readonly cancelled: 0 | 1;
  readonly disagree: 0 | 1;
  readonly factId: number;
}

export interface PositionFilter extends BaseFilter {
  readonly statuses: readonly PositionStatus[];
  /** Ids of services; `''` is no service. */
  readonly services: readonly string[];
}

export type PositionSort = 'status' | 'dueDay' | 'cents' | 'iuv' | 'service' | 'debtor';

export function listPositions(
  ledger: ReadableLedger,
  today: Day,
  filter: PositionFilter,
  request: PageRequest<PositionSort>,
): Page<ListedPosition> {
  return readPage(ledger, positions, [asOf(today), ...conditionsOf(filter)], request);
}

export function countPositions(
  ledger: ReadableLedger,
  today: Day,
  filter: PositionFilter,
): { readonly count: number; readonly cents: number } {
  const { count, cents } = countRows(ledger, positions, [asOf(today), ...conditionsOf(filter)]);
  return { count, cents };
}

export function positionByKey(ledger: ReadableLedger, today: Day, key: string): ListedPosition | undefined {
  const condition = { sql: 'o.key = @key', values: { key } };
  return readRowsWhere<ListedPosition>(ledger, positions, [asOf(today), condition])[0];
}

export function positionOfIuv(ledger: ReadableLedger, today: Day, iuv: string): ListedPosition | undefined {
  const condition = { sql: 'o.iuv = @iuv', values: { iuv } };
  return readRowsWhere<ListedPosition>(ledger, positions, [asOf(today), condition])[0];
}

/** One line of a list that speaks of a position. */
export interface PositionVersion {
  readonly source: Source;
  readonly cents: number;
  readonly dueDay: Day | null;
  readonly action: 'keep' | 'cancel';
  /** The one whose words count. */
  readonly current: boolean;
}

/** Every line that speaks of a position, the one that counts first, then the newest document. */
export function versionsOfPosition(
  ledger: ReadableLedger,
  { key, iuv, factId }: ListedPosition,
): PositionVersion[] {
  const versions = all<{ id: number; cents: number; dueDay: Day | null; action: 'keep' | 'cancel' }>(
    ledger,
    iuv === null ? versionsOfKey : versionsOfIuv,
    iuv === null ? { iud: key.startsWith('iud/') ? key.slice(4) : null, factId } : { iuv, factId },
  );
  return versions.map(({ id, ...told }) => ({
    source: sourceOf(ledger, 'posizioni', id),
    ...told,
    current: id === factId,
  }));
}

const versionColumns = `id, cents, due_day AS dueDay, action`;
const currentFirst = `ORDER BY id <> @factId, id DESC LIMIT 100`;
const versionsOfIuv = `SELECT ${versionColumns} FROM (
    SELECT q.* FROM posizioni q WHERE q.iuv = @iuv
    UNION SELECT l.* FROM posizioni q CROSS JOIN posizioni l ON l.iud = q.iud AND l.iuv IS NULL
      WHERE q.iuv = @iuv AND q.iud IS NOT NULL
  ) ${currentFirst}`;
const versionsOfKey = `SELECT ${versionColumns} FROM (
    SELECT q.* FROM posizioni q WHERE q.iud = @iud AND q.iuv IS NULL
    UNION SELECT q.* FROM posizioni q WHERE q.id = @factId
  ) ${currentFirst}`;

/** Positions of one service that stand alike and fall due from one day to another. */
export interface DueGroup {
  /** `''` is no service. */
  readonly service: string;
  readonly status: PositionStatus;
  readonly count: number;
  readonly cents: number;
}

export function duePositions(ledger: ReadableLedger, today: Day, from: Day, to: Day): DueGroup[] {
  return all(
    ledger,
    `SELECT coalesce(o.service, '') AS service, ${statusToday} AS status, count(*) AS count, sum(o.cents) AS cents
     FROM position_states o WHERE o.due_day BETWEEN @from AND @to GROUP BY 1, 2`,
    { today, from, to },
  );
}

/** What stands of a position as of the day `@today`: whoever paid has paid, also what a list takes away. */
const statusToday = `CASE WHEN o.paid_cents IS NOT NULL THEN 'paid' WHEN o.cancelled = 1 THEN 'cancelled'
  WHEN o.iuv IS NULL THEN 'without-iuv' WHEN o.due_day < @today THEN 'overdue' ELSE 'unpaid' END`;

/** A position without a last day comes after all others. */
const dueDay: SortKey = { sql: 'o.due_sort', of: 'text' };

const positions: Listing<PositionSort> = {
  table: 'position_states o',
  id: 'o.key',
  joins: 'LEFT JOIN posizioni q ON q.id = o.posizione_id',
  columns: `o.key, q.iud, o.iuv, q.notice_number AS noticeNumber, q.debtor_cf AS debtorCf, q.debtor_name AS debtorName,
     o.service, o.service_source AS serviceSource, q.tipo_dovuto AS tipoDovuto, q.category, q.description, o.cents,
     o.due_day AS dueDay, ${statusToday} AS status, o.paid_cents AS paidCents, o.cancelled, o.disagree,
     o.posizione_id AS factId`,
  cents: 'o.cents',
  key: [{ sql: 'o.key', of: 'text' }],
  sorts: {
    status: [rankOf(statusToday, positionStatuses), dueDay],
    dueDay: [dueDay],
    cents: [{ sql: 'o.cents', of: 'number' }],
    // Those without IUV have a key that comes before.
    iuv: [],
    service: missingLast('o.service'),
    debtor: missingLast('q.debtor_name'),
  },
};

/** The texts are looked through where they stand, as those of the payments are. */
const columns: FilteredColumns = {
  day: 'o.due_day',
  cents: 'o.cents',
  texts: (has) => `o.posizione_id IN (
    SELECT t.id FROM posizioni t WHERE ${[
      'iuv',
      'notice_number',
      'debtor_cf',
      'debtor_name',
      'description',
      'iud',
    ]
      .map((column) => has(`t.${column}`))
      .join(' OR ')})`,
  amounts: ['o.cents'],
  // A line counts for its position also where another document tells it better.
  document: `o.key IN (
      SELECT ${positionKey('t')} FROM posizioni t WHERE t.id BETWEEN @first AND @last
      UNION SELECT 'iuv/' || w.iuv FROM posizioni t CROSS JOIN posizioni w ON w.iud = t.iud AND w.iuv IS NOT NULL
        WHERE t.id BETWEEN @first AND @last AND t.iuv IS NULL)`,
  attention: {
    sql: `${statusToday} = 'overdue' OR o.paid_cents <> o.cents OR (o.paid_cents IS NOT NULL AND o.cancelled = 1)
      OR o.disagree = 1`,
  },
};

function conditionsOf(filter: PositionFilter): Condition[] {
  return [
    ...baseConditions(filter, columns),
    ...oneOf('statuses', statusToday, filter.statuses),
    ...oneOf('services', `coalesce(o.service, '')`, filter.services),
  ];
}
