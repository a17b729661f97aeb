import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import { bucketToday, flowCents } from './dashboard.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** A flusso as the lists show it: the current version of the file, or the IUF that only money names. */
export interface ListedFlow {
  readonly iufKey: string;
  readonly iuf: string;
  readonly revision: number | null;
  readonly date: Day;
  readonly cents: number;
  readonly rows: number;
  readonly receivedCents: number;
  readonly bucket: FlowBucket;
}

/** One page of flussi in order of their IUF. */
export function listFlussi(
  ledger: ReadableLedger,
  today: Day,
  after: string | null,
  limit: number,
): ListedFlow[] {
  return all<ListedFlow>(
    ledger,
    `SELECT f.iuf_key AS iufKey, f.iuf, v.revision, f.day AS date, ${flowCents} AS cents, f.row_count AS rows,
       f.received_cents AS receivedCents, ${bucketToday} AS bucket
     FROM flow_states f LEFT JOIN flussi v ON v.id = f.flusso_id
     WHERE f.iuf_key > @after ORDER BY f.iuf_key LIMIT @limit`,
    { today, after: after ?? '', limit },
  );
}
