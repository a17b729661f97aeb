import type { FlowAnomaly } from '../../shared/domain/document.ts';
import type { ReadableLedger } from './open.ts';
import { documentTelling, type Source } from './sources.ts';
import { all, one } from './statements.ts';

/** One version of a flusso, as a document told it. */
export interface FlowVersion {
  readonly source: Source;
  readonly revision: number;
  readonly createdAt: string;
  readonly cents: number;
  readonly rows: number;
  readonly current: boolean;
}

/** What the current version tells beside its figures; nothing when only money names the flusso. */
export function headOf(
  ledger: ReadableLedger,
  flussoId: number | null,
): { readonly regolamento: string | null; readonly anomalies: readonly FlowAnomaly[] } {
  const row = one<{ regolamento: string; anomalies: string }>(
    ledger,
    `SELECT regolamento, anomalies FROM flussi WHERE id = ?`,
    [flussoId],
  );
  return row === undefined
    ? { regolamento: null, anomalies: [] }
    : { regolamento: row.regolamento, anomalies: JSON.parse(row.anomalies) as FlowAnomaly[] };
}

/** The version that counts first, then the older ones. */
export function versionsOf(
  ledger: ReadableLedger,
  iufKey: string,
  currentId: number | null,
): readonly FlowVersion[] {
  return all<Omit<FlowVersion, 'source' | 'current'> & { readonly id: number }>(
    ledger,
    `SELECT v.id, v.revision, v.created_at AS createdAt, v.declared_cents AS cents,
       (SELECT count(*) FROM righe g WHERE g.flusso_id = v.id) AS rows
     FROM flussi v WHERE v.iuf_key = @iufKey
     ORDER BY v.id = @currentId DESC, v.revision DESC, v.created_at DESC, v.digest DESC, v.id`,
    { iufKey, currentId },
  ).map(({ id, ...told }) => ({
    source: documentTelling(ledger, id),
    ...told,
    current: id === currentId,
  }));
}
