import type { FlowBucket } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { FlowAnomaly } from '../../shared/domain/document.ts';
import type { Money } from '../../shared/domain/verdict.ts';
import type { WritableLedger } from './open.ts';
import { revisionOfJob } from './revision.ts';
import { all, run } from './statements.ts';

/** One version of a flusso, as a document told it. */
export interface FlussoVersion {
  readonly id: number;
  readonly documentId: number;
  readonly iuf: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly digest: string;
  readonly day: Day;
  readonly dueDay: Day;
  readonly declaredCents: number;
  readonly anomalies: readonly FlowAnomaly[];
  readonly rowCount: number;
}

/** The money that counts under one IUF: the shares of provvisori that the bank did not call back. */
export interface MoneyOfIuf {
  readonly cents: number;
  readonly firstDay: Day;
  /** The IUF as a causale, or a person's link, writes it. */
  readonly iuf: string;
  /** The other partner to whom a person assigned all of it. */
  readonly partner: string | null;
}

export interface TouchedFlow {
  readonly iufKey: string;
  readonly versions: readonly FlussoVersion[];
  readonly money: MoneyOfIuf | null;
}

interface VersionRow extends Omit<FlussoVersion, 'anomalies' | 'id'> {
  readonly iufKey: string;
  readonly id: number | null;
  readonly anomalies: string;
}

/** Files and money of the touched IUFs numbered `after`+1..`upTo`. */
export function touchedFlows(ledger: WritableLedger, after: number, upTo: number): TouchedFlow[] {
  const versions = all<VersionRow>(
    ledger,
    `SELECT t.iuf_key AS iufKey, f.id, f.document_id AS documentId, f.iuf, f.revision, f.created_at AS createdAt,
       f.digest, f.day, f.due_day AS dueDay, f.declared_cents AS declaredCents, f.anomalies,
       (SELECT count(*) FROM righe r WHERE r.flusso_id = f.id) AS rowCount
     FROM touched_iufs t LEFT JOIN flussi f ON f.iuf_key = t.iuf_key
     WHERE t.seq > ? AND t.seq <= ? ORDER BY t.seq`,
    [after, upTo],
  );
  const money = new Map(
    all<MoneyOfIuf & { iufKey: string }>(
      ledger,
      `SELECT t.iuf_key AS iufKey, sum(q.cents) AS cents, min(p.day) AS firstDay, min(q.iuf) AS iuf,
         CASE WHEN count(*) = count(p.partner) THEN min(p.partner) END AS partner
       FROM touched_iufs t CROSS JOIN quote q ON q.iuf_key = t.iuf_key
       CROSS JOIN provvisori p ON p.id = q.provvisorio_id
       WHERE t.seq > ? AND t.seq <= ? AND q.cents > 0 GROUP BY t.iuf_key`,
      [after, upTo],
    ).map((row) => [row.iufKey, row]),
  );
  return [...Map.groupBy(versions, (version) => version.iufKey)].map(([iufKey, rows]) => ({
    iufKey,
    money: money.get(iufKey) ?? null,
    versions: rows.flatMap((row) => (row.id === null ? [] : [toVersion(row, row.id)])),
  }));
}

function toVersion(row: VersionRow, id: number): FlussoVersion {
  return { ...row, id, anomalies: JSON.parse(row.anomalies) as FlowAnomaly[] };
}

/** Where a flusso stands with its money; the owners of its rows are told later, by {@link countOwners}. */
export interface FlowState {
  readonly iufKey: string;
  readonly iuf: string;
  readonly flussoId: number | null;
  readonly day: Day;
  readonly dueDay: Day;
  readonly totalCents: number;
  readonly rowCount: number;
  readonly receivedCents: number;
  readonly money: Money;
  readonly report: 'absent' | 'sound' | 'anomalous';
  /** The other partner to whom a person assigned it, or all of its money. */
  readonly partner: string | null;
}

export function keepFlowState(ledger: WritableLedger, s: FlowState): void {
  run(
    ledger,
    `INSERT OR REPLACE INTO flow_states (iuf_key, iuf, flusso_id, day, due_day, total_cents, row_count,
       received_cents, money, report, partner, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${revisionOfJob})`,
    [
      s.iufKey,
      s.iuf,
      s.flussoId,
      s.day,
      s.dueDay,
      s.totalCents,
      s.rowCount,
      s.receivedCents,
      s.money,
      s.report,
      s.partner,
    ],
  );
}

export function removeFlowState(ledger: WritableLedger, iufKey: string): void {
  run(ledger, `DELETE FROM flow_states WHERE iuf_key = ?`, [iufKey]);
}

/** A flusso whose rows have been told apart: of another partner, or ours. */
export interface OwnedFlow {
  readonly iufKey: string;
  readonly report: FlowState['report'];
  readonly money: Money;
  readonly partner: string | null;
  readonly rowsOfOurs: number;
  readonly rowsOfOthers: number;
}

/**
 * Whose rows are in the touched flussi numbered `after`+1..`upTo`. The owner of a row is the owner of its IUV, so one
 * payment of another partner under that IUV tells all of them. `allFound`: this job found every payment of their rows
 * again, and noted which IUVs are another partner's.
 */
export function countOwners(
  ledger: WritableLedger,
  after: number,
  upTo: number,
  allFound: boolean,
): OwnedFlow[] {
  const other = allFound
    ? 'SELECT 1 FROM other_iuvs o WHERE o.iuv = r.iuv'
    : 'SELECT 1 FROM payments p WHERE p.iuv = r.iuv AND p.partner IS NOT NULL';
  return all<OwnedFlow>(
    ledger,
    `SELECT f.iuf_key AS iufKey, f.report, f.money, f.partner,
       count(r.id) - coalesce(sum(other), 0) AS rowsOfOurs, coalesce(sum(other), 0) AS rowsOfOthers
     FROM touched_iufs t CROSS JOIN flow_states f ON f.iuf_key = t.iuf_key
     LEFT JOIN (
       SELECT r.id, r.flusso_id, EXISTS (${other}) AS other
       FROM righe r WHERE r.duplicate = 0) r ON r.flusso_id = f.flusso_id
     WHERE t.seq > ? AND t.seq <= ?
     GROUP BY f.iuf_key`,
    [after, upTo],
  );
}

export function setFlowBucket(
  ledger: WritableLedger,
  flow: OwnedFlow,
  buckets: { readonly now: FlowBucket; readonly late: FlowBucket },
): void {
  run(
    ledger,
    `UPDATE flow_states SET rows_of_ours = ?, rows_of_others = ?, bucket = ?, late_bucket = ? WHERE iuf_key = ?`,
    [flow.rowsOfOurs, flow.rowsOfOthers, buckets.now, buckets.late, flow.iufKey],
  );
}

/** Says that this job changed the touched flussi numbered `after`+1..`upTo`. */
export function stampFlows(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `UPDATE flow_states SET changed = ${revisionOfJob} WHERE iuf_key IN (
       SELECT f.iuf_key FROM touched_iufs t CROSS JOIN flow_states f ON f.iuf_key = t.iuf_key
       WHERE t.seq > ? AND t.seq <= ? AND f.changed <> ${revisionOfJob})`,
    [after, upTo],
  );
}
