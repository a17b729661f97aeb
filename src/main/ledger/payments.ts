import type { Day } from '../../shared/domain/day.ts';
import type { Ricevuta } from '../../shared/domain/ricevuta.ts';
import type { Money, Status } from '../../shared/domain/verdict.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import { debtorOf } from './debtor.ts';
import type { WritableLedger } from './open.ts';
import type { PaymentsPlace } from './payments-again.ts';
import { positionFactsOfUnusual, type PositionFact } from './positions.ts';
import { revisionOfJob } from './revision.ts';
import { all, run } from './statements.ts';

/** What a receipt says of one amount under a touched IUV. */
export interface ClaimFact {
  readonly iuv: string;
  readonly id: number;
  readonly document: number;
  readonly form: Ricevuta['form'];
  /** Empty where a list does not tell it. */
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  /** All that the receipt pays, to others too. */
  readonly totalCents: number;
  readonly standing: 'paid' | 'failed' | 'not-ours';
  readonly paidOn: Day | null;
  readonly dueDay: Day | null;
  readonly issuedAt: string | null;
  /** Whose codice fiscale the receipt bears. */
  readonly debtor: string | null;
  readonly digest: string;
  /** The tassonomia. */
  readonly category: string | null;
  /** Of the whole receipt, and of this line of it. */
  readonly description: string | null;
  readonly lineDescription: string | null;
  /** How many lines of the receipt pay other enti, and how many are marche da bollo. */
  readonly othersLines: number;
  readonly bolloLines: number;
}

/** A row of a current flusso under a touched IUV, beside what its flusso's money amounts to. */
export interface RowFact {
  readonly iuv: string;
  readonly id: number;
  readonly iufKey: string;
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  readonly esito: number;
  readonly day: Day;
  readonly dueDay: Day;
  readonly report: 'sound' | 'anomalous';
  readonly money: Money;
  /** The other partner to whom a person assigned the flusso. */
  readonly partner: string | null;
}

/** A provvisorio that names a touched IUV alone, and of which nobody decided otherwise. */
export interface SingleFact {
  readonly iuv: string;
  readonly id: number;
  readonly key: string;
  readonly cents: number;
  readonly day: Day;
}

export interface TouchedIuv {
  readonly iuv: string;
  readonly claims: readonly ClaimFact[];
  readonly rows: readonly RowFact[];
  readonly singles: readonly SingleFact[];
  /** What lists of debt positions say of it. */
  readonly positions: readonly PositionFact[];
}

/** The facts of the IUVs that {@link keepUsualPayments} found unusual, IUV by IUV. */
export function unusualIuvs(ledger: WritableLedger): TouchedIuv[] {
  const iuvs = all<{ iuv: string }>(ledger, `SELECT iuv FROM unusual_iuvs ORDER BY seq`);
  const claims = Map.groupBy(
    all<ClaimFact>(
      ledger,
      `SELECT t.iuv, x.id, r.document_id AS document, r.form, x.iur, x.idx AS "index", x.cents,
         r.total_cents AS totalCents, x.standing, r.paid_on AS paidOn, r.due_day AS dueDay, r.issued_at AS issuedAt,
         r.debtor_cf AS debtor, r.digest, x.category, r.description, x.description AS lineDescription,
         (SELECT count(*) FROM transfers o WHERE o.ricevuta_id = r.id AND o.standing IS NULL AND o.bollo = 0) AS othersLines,
         (SELECT count(*) FROM transfers o WHERE o.ricevuta_id = r.id AND o.bollo = 1) AS bolloLines
       FROM unusual_iuvs t
       CROSS JOIN transfers x ON x.iuv = t.iuv AND x.standing IS NOT NULL
       CROSS JOIN ricevute r ON r.id = x.ricevuta_id`,
    ),
    (claim) => claim.iuv,
  );
  const rows = Map.groupBy(
    all<RowFact>(
      ledger,
      `SELECT t.iuv, r.id, f.iuf_key AS iufKey, r.iur, r.idx AS "index", r.cents, r.esito, r.day, f.due_day AS dueDay,
         f.report, f.money, f.partner
       FROM unusual_iuvs t
       CROSS JOIN righe r ON r.iuv = t.iuv AND r.duplicate = 0
       CROSS JOIN flow_states f ON f.flusso_id = r.flusso_id`,
    ),
    (row) => row.iuv,
  );
  const singles = Map.groupBy(
    all<SingleFact>(
      ledger,
      `SELECT t.iuv, p.id, p.esercizio || '/' || p.numero || '/' || p.conto AS key, p.cents - p.storned_cents AS cents,
         p.day
       FROM unusual_iuvs t
       CROSS JOIN provvisori p ON p.iuv = t.iuv AND p.kind = 'iuv'
       WHERE p.state <> 'cancelled' AND p.decided IS NULL`,
    ),
    (single) => single.iuv,
  );
  const positions = positionFactsOfUnusual(ledger);
  return iuvs.map(({ iuv }) => ({
    iuv,
    claims: claims.get(iuv) ?? [],
    rows: rows.get(iuv) ?? [],
    singles: singles.get(iuv) ?? [],
    positions: positions.get(iuv) ?? [],
  }));
}

/** A payment with its evidence and the status it has before and after its due day. */
export interface DerivedPayment {
  readonly iuv: string;
  readonly iur: string;
  readonly index: number;
  readonly cents: number;
  readonly paidOn: Day | null;
  /** Name of the other partner whose payment it is. */
  readonly partner: string | null;
  readonly service: string | null;
  readonly serviceSource: ServiceSource | null;
  readonly transferId: number | null;
  readonly rigaId: number | null;
  readonly iufKey: string | null;
  /** The provvisorio that settles it alone. */
  readonly provvisorioId: number | null;
  readonly evidence: number;
  readonly dueDay: Day | null;
  readonly status: Status;
  readonly lateStatus: Status;
}

/** Its receipt, and whoever owes what a transfer under an IUV pays. */
const receiptOf = `SELECT ricevuta_id FROM transfers WHERE id = ?`;
const debtorName = `SELECT ${debtorOf('debtor_name', 'told.iuv')} FROM (SELECT ? AS transfer_id, ? AS iuv) told
  LEFT JOIN transfers x ON x.id = told.transfer_id LEFT JOIN ricevute r ON r.id = x.ricevuta_id`;

/** To be called when the debt position of its IUV is kept: it may tell who owes. */
export function keepPayment(ledger: WritableLedger, place: PaymentsPlace, p: DerivedPayment): void {
  run(
    ledger,
    `INSERT INTO ${place} (iuv, iur, idx, cents, paid_on, partner, service, service_source, transfer_id, riga_id,
       iuf_key, provvisorio_id, evidence, due_day, status, late_status, ricevuta_id, debtor, changed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (${receiptOf}), (${debtorName}),
       ${revisionOfJob})`,
    [
      p.iuv,
      p.iur,
      p.index,
      p.cents,
      p.paidOn,
      p.partner,
      p.service,
      p.serviceSource,
      p.transferId,
      p.rigaId,
      p.iufKey,
      p.provvisorioId,
      p.evidence,
      p.dueDay,
      p.status,
      p.lateStatus,
      p.transferId,
      p.transferId,
      p.iuv,
    ],
  );
}
