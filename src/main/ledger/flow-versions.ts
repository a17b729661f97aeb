import type { FlowAnomaly } from '../../shared/domain/document.ts';
import { isAnomalous } from '../../shared/domain/flow-tally.ts';
import type { ReadableLedger } from './open.ts';
import { one } from './statements.ts';

/** In SQL: the versions of a flusso, the one that counts first; the same order as `newestFlusso` gives. */
export const newestVersion = `revision DESC, created_at DESC, digest DESC`;

/** The version of a flusso that counts. */
export interface CurrentVersion {
  readonly revision: number;
  readonly createdAt: string;
  readonly digest: string;
}

/** Null while no document tells of the flusso. */
export function currentVersion(ledger: ReadableLedger, iufKey: string): CurrentVersion | null {
  return (
    one<CurrentVersion>(
      ledger,
      `SELECT revision, created_at AS createdAt, digest FROM flussi WHERE iuf_key = ?
       ORDER BY ${newestVersion} LIMIT 1`,
      [iufKey],
    ) ?? null
  );
}

/** What the version of a flusso that counts declares; null without one, and for one that does not add up. */
export function soundTotal(ledger: ReadableLedger, iufKey: string): number | null {
  const row = one<{ cents: number; anomalies: string }>(
    ledger,
    `SELECT declared_cents AS cents, anomalies FROM flussi WHERE iuf_key = ? ORDER BY ${newestVersion} LIMIT 1`,
    [iufKey],
  );
  if (row === undefined || isAnomalous(JSON.parse(row.anomalies) as FlowAnomaly[])) return null;
  return row.cents;
}
