import { flowBuckets, type FlowBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import { readChanged, type Changed, type ChangedPage } from './changed-rows.ts';
import { contoOf } from './conto-of.ts';
import { iufKey as keyOfIuf } from '../../shared/domain/iuf.ts';
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
import { newestFirst, codesFirst, rankOf, type SortKey } from './sort-keys.ts';
import { bucketToday, flowAttention, flowCents, flussiOfService, openFlowBuckets } from './today.ts';

/** A flusso as the lists show it: the current version of the file, or the IUF that only money names. */
export interface ListedFlow {
  readonly iufKey: string;
  readonly iuf: string;
  readonly revision: number | null;
  readonly date: Day;
  readonly dueDay: Day;
  readonly cents: number;
  readonly rows: number;
  readonly receivedCents: number;
  readonly bucket: FlowBucket;
  readonly pspCode: string | null;
  readonly pspName: string | null;
  readonly flussoId: number | null;
  readonly rowsOfOurs: number;
  readonly rowsOfOthers: number;
}

export interface FlowFilter extends BaseFilter {
  readonly buckets: readonly FlowBucket[];
  readonly iuf?: string | undefined;
  /** Flussi that list a payment of this service. */
  readonly service?: string | null;
}

export type FlowSort = 'attention' | 'date' | 'cents' | 'received' | 'iuf' | 'rows' | 'bucket';

export function listFlussi(
  ledger: ReadableLedger,
  today: Day,
  filter: FlowFilter,
  request: PageRequest<FlowSort>,
): Page<ListedFlow> {
  return readPage(ledger, flussi, [asOf(today), ...conditionsOf(filter)], request);
}

export function countFlussi(
  ledger: ReadableLedger,
  today: Day,
  filter: FlowFilter,
): { readonly count: number; readonly cents: number } {
  const { count, cents } = countRows(ledger, flussi, [asOf(today), ...conditionsOf(filter)]);
  return { count, cents };
}

/** What they amount to, what came of it, and how many rows they have. */
export function sumFlussi(
  ledger: ReadableLedger,
  today: Day,
  filter: FlowFilter,
): { readonly count: number; readonly cents: number; readonly receivedCents: number; readonly rows: number } {
  const conditions = [asOf(today), ...conditionsOf(filter)];
  const sum = (cents: string) => countRows(ledger, { ...flussi, cents }, conditions);
  const { count, cents } = countRows(ledger, flussi, conditions);
  return { count, cents, receivedCents: sum('f.received_cents').cents, rows: sum('f.row_count').cents };
}

/** A page of the flussi that changed; see {@link readChanged}. */
export function changedFlussi(
  ledger: ReadableLedger,
  today: Day,
  changed: Changed,
  page: ChangedPage,
): Page<ListedFlow> {
  const turns = { sql: 'f.bucket <> f.late_bucket' };
  const id: SortKey = { sql: 'f.iuf_key', of: 'text' };
  return readChanged(ledger, flussi, { alias: 'f', id, turns }, changed, today, page);
}

export function flussoByKey(ledger: ReadableLedger, today: Day, iufKey: string): ListedFlow | undefined {
  const condition = { sql: 'f.iuf_key = @iufKey', values: { iufKey } };
  return readRowsWhere<ListedFlow>(ledger, flussi, [asOf(today), condition])[0];
}

const flussi: Listing<FlowSort> = {
  table: 'flow_states f',
  id: 'f.iuf_key',
  joins: `LEFT JOIN flussi v ON v.id = f.flusso_id`,
  columns: `f.iuf_key AS iufKey, f.iuf, v.revision, f.day AS date, f.due_day AS dueDay, ${flowCents} AS cents,
     f.row_count AS rows, f.received_cents AS receivedCents, ${bucketToday} AS bucket, v.psp_code AS pspCode,
     v.psp_name AS pspName, f.flusso_id AS flussoId, f.rows_of_ours AS rowsOfOurs,
     f.rows_of_others AS rowsOfOthers`,
  cents: flowCents,
  key: [{ sql: 'f.iuf_key', of: 'text' }],
  sorts: {
    attention: [codesFirst(bucketToday, openFlowBuckets), newestFirst('f.day')],
    date: [{ sql: 'f.day', of: 'text' }],
    cents: [{ sql: flowCents, of: 'number' }],
    received: [{ sql: 'f.received_cents', of: 'number' }],
    iuf: [],
    rows: [{ sql: 'f.row_count', of: 'number' }],
    bucket: [rankOf(bucketToday, flowBuckets)],
  },
};

const columns: FilteredColumns = {
  day: 'f.day',
  cents: flowCents,
  texts: (has) => ['f.iuf', 'v.psp_code', 'v.psp_name', 'v.regolamento'].map(has).join(' OR '),
  amounts: [flowCents, 'f.received_cents'],
  // A giornale tells of the flussi whose money it brought.
  document: `f.iuf_key IN (
    SELECT d.iuf_key FROM flussi d WHERE d.id BETWEEN @first AND @last
    UNION SELECT q.iuf_key FROM movimenti m
      JOIN provvisori b ON b.esercizio = m.esercizio AND b.numero = m.numero AND b.conto = ${contoOf('m')}
      JOIN quote q ON q.provvisorio_id = b.id
      WHERE m.id BETWEEN @first AND @last AND m.documento = 'SOSPESO ENTRATA')`,
  attention: flowAttention,
};

function conditionsOf(filter: FlowFilter): Condition[] {
  const { iuf, service = null } = filter;
  return [
    ...baseConditions(filter, columns),
    ...oneOf('buckets', bucketToday, filter.buckets),
    ...(iuf === undefined ? [] : [{ sql: 'f.iuf_key = @wantedIuf', values: { wantedIuf: keyOfIuf(iuf) } }]),
    ...(service === null ? [] : [{ sql: `f.iuf_key IN (${flussiOfService})`, values: { service } }]),
  ];
}
