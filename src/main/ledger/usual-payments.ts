import type { Codici } from '../../shared/domain/codice.ts';
import type { Money, Status } from '../../shared/domain/verdict.ts';
import type { WritableLedger } from './open.ts';
import type { PaymentsPlace } from './payments-again.ts';
import { revisionOfJob } from './revision.ts';
import { besidesOf, sources, type Sides, type Sources } from './sides.ts';
import { run } from './statements.ts';
import { tellCodici } from './told-codici.ts';

/** What a usual payment means, by what is told of it. */
export interface UsualVerdict {
  readonly owner: 'ours' | 'unknown-code';
  /** Whether one receipt tells it. */
  readonly hasReceipt: boolean;
  /** codiceEsitoSingoloPagamento of the row that tells it; null without one. */
  readonly esito: number | null;
  /** Of the flusso of the row, as is whether that is anomalous. */
  readonly money: Money;
  readonly flowAnomalous: boolean;
  readonly amountDiffers: boolean;
  /** Other lines of the receipt are a marca da bollo, or pay other enti. */
  readonly bollo: boolean;
  readonly others: boolean;
  readonly evidence: number;
  readonly status: Status;
  readonly lateStatus: Status;
}

/**
 * Readies the connection to find usual payments: those of which one receipt tells, or one row of one flusso, or both of them
 * the same IUV, IUR and index, and nothing else tells anything. They are nearly all, and SQLite finds them without a detour.
 */
export function openUsual(ledger: WritableLedger, verdicts: readonly UsualVerdict[], codici: Codici): void {
  tellCodici(ledger, codici);
  ledger.exec(`
    CREATE TEMP TABLE IF NOT EXISTS unusual_iuvs (seq INTEGER PRIMARY KEY, iuv TEXT);
    CREATE TEMP TABLE IF NOT EXISTS usual_verdicts (
      owner TEXT, receipt INTEGER, esito INTEGER, money TEXT, report TEXT, differs INTEGER, besides INTEGER,
      evidence INTEGER, status TEXT, late_status TEXT,
      PRIMARY KEY (esito, money, report, differs, besides, receipt, owner)) WITHOUT ROWID;
    DELETE FROM usual_verdicts;`);
  for (const v of verdicts)
    run(ledger, `INSERT INTO usual_verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      v.owner,
      v.hasReceipt ? 1 : 0,
      v.esito ?? noRow,
      v.money,
      v.flowAnomalous ? 'anomalous' : 'sound',
      v.amountDiffers ? 1 : 0,
      besidesOf(v),
      v.evidence,
      v.status,
      v.lateStatus,
    ]);
}

/** In the place of the outcome: a key cannot be null. */
const noRow = -1;

/**
 * Keeps the usual payments of the touched IUVs numbered `after`+1..`upTo` in a place that has none of them, and lists the
 * other IUVs in `unusual_iuvs`. Tells how many those are.
 */
export function keepUsualPayments(
  ledger: WritableLedger,
  place: PaymentsPlace,
  sides: Sides,
  after: number,
  upTo: number,
): number {
  const { both, receipt, row } = usualInto[place][sides];
  run(ledger, both, [after, upTo]);
  run(ledger, `DELETE FROM unusual_iuvs`);
  const left = run(
    ledger,
    `INSERT INTO unusual_iuvs (seq, iuv) SELECT t.seq, t.iuv FROM touched_iuvs t
     WHERE t.seq > ? AND t.seq <= ? AND NOT EXISTS (SELECT 1 FROM ${place} p WHERE p.iuv = t.iuv)`,
    [after, upTo],
  );
  if (left === 0 || run(ledger, receipt) + run(ledger, row) === 0) return left;
  return (
    left -
    run(ledger, `DELETE FROM unusual_iuvs AS t WHERE EXISTS (SELECT 1 FROM ${place} p WHERE p.iuv = t.iuv)`)
  );
}

/** The claim `x` of one receipt, which pays us; whatever a second one says makes it unusual. */
const oneReceipt = ({ otherClaims }: Sources): string => `x.standing = 'paid' AND x.bollo = 0 AND x.iur <> ''
      AND NOT EXISTS (SELECT 1 FROM ${otherClaims} o.iuv = t.iuv AND o.id <> x.id)`;
/** The row `r`, of the flusso `f` that counts. */
const oneRow = ({ rows }: Sources): string => `r.duplicate = 0 AND f.partner IS NULL
      AND NOT EXISTS (SELECT 1 FROM ${rows} s WHERE s.iuv = t.iuv AND s.id <> r.id)`;
/** No provvisorio and no list names the IUV, and nobody decided about it. */
const nothingElse = `NOT EXISTS (SELECT 1 FROM provvisori p WHERE p.iuv = t.iuv AND p.kind = 'iuv')
      AND NOT EXISTS (SELECT 1 FROM posizioni q WHERE q.iuv = t.iuv)
      AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.iuv = t.iuv)`;

const ofBoth = (from: Sources): string => `
    SELECT x.iuv, x.iur, x.idx, x.cents, coalesce(x.paid_on, r.day) AS paid_on, x.id AS transfer_id,
      r.id AS riga_id, f.iuf_key, f.due_day, v.evidence, v.status, v.late_status, x.ricevuta_id, x.debtor, x.service
    FROM touched_iuvs t
    CROSS JOIN ${from.claims} x ON x.iuv = t.iuv
    CROSS JOIN ${from.rows} r ON r.iuv = t.iuv
    CROSS JOIN flow_states f ON f.flusso_id = r.flusso_id
    CROSS JOIN usual_verdicts v ON v.esito = r.esito AND v.money = f.money AND v.report = f.report
      AND v.differs = (x.cents <> r.cents) AND v.receipt = 1 AND v.owner = 'ours' AND v.besides = x.besides
    WHERE t.seq > ? AND t.seq <= ? AND r.iur = x.iur AND r.idx = x.idx
      AND ${oneReceipt(from)} AND ${oneRow(from)} AND ${nothingElse}`;

/** A receipt that pays us settles whose the IUV is: nobody is asked. */
const ofReceipt = (from: Sources): string => `
    SELECT x.iuv, x.iur, x.idx, x.cents, x.paid_on, x.id AS transfer_id,
      NULL AS riga_id, NULL AS iuf_key, x.due_day, v.evidence, v.status, v.late_status, x.ricevuta_id, x.debtor, x.service
    FROM unusual_iuvs t
    CROSS JOIN ${from.claims} x ON x.iuv = t.iuv
    CROSS JOIN usual_verdicts v ON v.esito = ${noRow} AND v.money = 'none' AND v.report = 'sound' AND v.differs = 0
      AND v.receipt = 1 AND v.owner = 'ours' AND v.besides = x.besides
    WHERE NOT EXISTS (SELECT 1 FROM ${from.rows} r WHERE r.iuv = t.iuv) AND ${oneReceipt(from)} AND ${nothingElse}`;

const ofRow = (from: Sources): string => `
    SELECT r.iuv, r.iur, r.idx, r.cents, r.day AS paid_on, NULL AS transfer_id,
      r.id AS riga_id, f.iuf_key, f.due_day, v.evidence, v.status, v.late_status, NULL AS ricevuta_id,
      NULL AS debtor, service_told(r.iuv, NULL, NULL, NULL) AS service
    FROM unusual_iuvs t
    CROSS JOIN ${from.rows} r ON r.iuv = t.iuv
    CROSS JOIN flow_states f ON f.flusso_id = r.flusso_id
    CROSS JOIN usual_verdicts v ON v.esito = r.esito AND v.money = f.money AND v.report = f.report
      AND v.differs = 0 AND v.besides = 0 AND v.receipt = 0 AND v.owner = owner_told(t.iuv)
    WHERE r.iur <> '' AND NOT EXISTS (SELECT 1 FROM ${from.otherClaims} o.iuv = t.iuv)
      AND ${oneRow(from)} AND ${nothingElse}`;

/** The service is asked for once, hence what is told stands apart first. */
const into = (place: PaymentsPlace, told: string): string => `
  WITH told AS MATERIALIZED (${told})
  INSERT INTO ${place} (iuv, iur, idx, cents, paid_on, service, service_source, transfer_id, riga_id, iuf_key, evidence,
    due_day, status, late_status, ricevuta_id, debtor, changed)
  SELECT iuv, iur, idx, cents, paid_on, substr(service, instr(service, '/') + 1),
    substr(service, 1, instr(service, '/') - 1), transfer_id, riga_id, iuf_key, evidence, due_day, status, late_status,
    ricevuta_id, debtor, ${revisionOfJob}
  FROM told`;

const allInto = (place: PaymentsPlace, from: Sources) => ({
  both: into(place, ofBoth(from)),
  receipt: into(place, ofReceipt(from)),
  row: into(place, ofRow(from)),
});

const intoFrom = (place: PaymentsPlace) => ({
  facts: allInto(place, sources.facts),
  sorted: allInto(place, sources.sorted),
});

const usualInto = { payments: intoFrom('payments'), found_payments: intoFrom('found_payments') };
