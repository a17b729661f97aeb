import type { FindService } from '../../shared/domain/service.ts';
import type { Money, Status } from '../../shared/domain/verdict.ts';
import type { WritableLedger } from './open.ts';
import { revisionOfJob } from './revision.ts';
import { run } from './statements.ts';

/** What a payment means of which one receipt and one row of one flusso tell the same IUV, IUR and index, and nothing else. */
export interface UsualVerdict {
  /** codiceEsitoSingoloPagamento of the row. */
  readonly esito: number;
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

/** Who tells the service of a payment to the connection: settings change, what is prepared stays. */
const services = new WeakMap<WritableLedger, FindService>();

/**
 * Readies the connection to find usual payments: those of which one receipt and one row of one flusso tell the same IUV, IUR
 * and index, and nothing else tells anything. They are nearly all of them, and SQLite finds them without a detour.
 */
export function openUsual(
  ledger: WritableLedger,
  verdicts: readonly UsualVerdict[],
  serviceOf: FindService,
): void {
  if (!services.has(ledger))
    ledger.function(
      'service_told',
      { deterministic: true, directOnly: true },
      (iuv: string, category: string | null, line: string | null, description: string | null) => {
        const hints = { iuv, category, tipoDovuto: null, positionCategory: null };
        const found = services.get(ledger)?.({ ...hints, descriptions: [line, description, null] }) ?? null;
        return found === null ? null : `${found.source}/${found.service}`;
      },
    );
  services.set(ledger, serviceOf);
  ledger.exec(`
    CREATE TEMP TABLE IF NOT EXISTS unusual_iuvs (seq INTEGER PRIMARY KEY, iuv TEXT);
    CREATE TEMP TABLE IF NOT EXISTS usual_verdicts (
      esito INTEGER, money TEXT, report TEXT, differs INTEGER, bollo INTEGER, others INTEGER, evidence INTEGER,
      status TEXT, late_status TEXT, PRIMARY KEY (esito, money, report, differs, bollo, others)) WITHOUT ROWID;
    DELETE FROM usual_verdicts;`);
  for (const v of verdicts)
    run(ledger, `INSERT INTO usual_verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      v.esito,
      v.money,
      v.flowAnomalous ? 'anomalous' : 'sound',
      v.amountDiffers ? 1 : 0,
      v.bollo ? 1 : 0,
      v.others ? 1 : 0,
      v.evidence,
      v.status,
      v.lateStatus,
    ]);
}

/**
 * Keeps the usual payments of the touched IUVs numbered `after`+1..`upTo`, of which no payment is kept any more, and lists
 * the other IUVs in `unusual_iuvs`. Tells how many those are.
 */
export function keepUsualPayments(ledger: WritableLedger, after: number, upTo: number): number {
  run(ledger, usualSql, [after, upTo]);
  run(ledger, `DELETE FROM unusual_iuvs`);
  return run(
    ledger,
    `INSERT INTO unusual_iuvs (seq, iuv) SELECT t.seq, t.iuv FROM touched_iuvs t
     WHERE t.seq > ? AND t.seq <= ? AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.iuv = t.iuv)`,
    [after, upTo],
  );
}

/**
 * A second claim or row, whatever it says, a provvisorio or a list that names the IUV, a decision about it: each makes it unusual. The service is asked for once, hence what is told stands apart first.
 */
const usualSql = `
  WITH told AS MATERIALIZED (
    SELECT x.iuv, x.iur, max(x.idx, 1) AS idx, x.cents, coalesce(c.paid_on, r.day) AS paid_on, x.id AS transfer_id, c.id AS ricevuta_id, c.debtor_name AS debtor,
      r.id AS riga_id, f.iuf_key, f.due_day, v.evidence, v.status, v.late_status,
      service_told(x.iuv, x.category, x.description, c.description) AS service
    FROM touched_iuvs t
    CROSS JOIN transfers x ON x.iuv = t.iuv AND x.standing IS NOT NULL
    CROSS JOIN righe r ON r.iuv = t.iuv
    CROSS JOIN flow_states f ON f.flusso_id = r.flusso_id
    CROSS JOIN ricevute c ON c.id = x.ricevuta_id
    CROSS JOIN usual_verdicts v ON v.esito = r.esito AND v.money = f.money AND v.report = f.report
      AND v.differs = (x.cents <> r.cents)
      AND v.bollo = EXISTS (SELECT 1 FROM transfers o WHERE o.ricevuta_id = c.id AND o.id <> x.id AND o.bollo = 1)
      AND v.others = EXISTS (
        SELECT 1 FROM transfers o WHERE o.ricevuta_id = c.id AND o.id <> x.id AND o.bollo = 0 AND o.standing IS NULL)
    WHERE t.seq > ? AND t.seq <= ?
      AND x.standing = 'paid' AND x.bollo = 0 AND x.iur <> '' AND r.iur = x.iur AND r.idx = max(x.idx, 1)
      AND r.duplicate = 0 AND f.partner IS NULL
      AND NOT EXISTS (SELECT 1 FROM transfers o WHERE o.iuv = t.iuv AND o.standing IS NOT NULL AND o.id <> x.id)
      AND NOT EXISTS (SELECT 1 FROM righe s WHERE s.iuv = t.iuv AND s.id <> r.id)
      AND NOT EXISTS (SELECT 1 FROM provvisori p WHERE p.iuv = t.iuv AND p.kind = 'iuv')
      AND NOT EXISTS (SELECT 1 FROM posizioni q WHERE q.iuv = t.iuv)
      AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.iuv = t.iuv))
  INSERT INTO payments (iuv, iur, idx, cents, paid_on, service, service_source, transfer_id, riga_id, iuf_key, evidence,
    due_day, status, late_status, ricevuta_id, debtor, changed)
  SELECT iuv, iur, idx, cents, paid_on, substr(service, instr(service, '/') + 1),
    substr(service, 1, instr(service, '/') - 1), transfer_id, riga_id, iuf_key, evidence, due_day, status, late_status, ricevuta_id, debtor,
    ${revisionOfJob}
  FROM told`;
