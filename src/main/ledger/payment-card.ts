import type { Day } from '../../shared/domain/day.ts';
import type { FlowAnomaly } from '../../shared/domain/document.ts';
import type { ReadableLedger } from './open.ts';
import { sourceOf, type Source } from './sources.ts';
import { all, one } from './statements.ts';
import { elsewhereOf } from './told-elsewhere.ts';

export interface Psp {
  readonly code: string;
  readonly name: string | null;
}

/** What the receipt of a payment tells, and the line of it that pays us. */
export interface ReceiptOfPayment {
  readonly source: Source;
  readonly elsewhere: readonly Source[];
  readonly receiptId: string;
  readonly outcome: string;
  readonly paidOn: Day | null;
  readonly totalCents: number;
  /** Our part of the total. */
  readonly cents: number;
  readonly debtor: { readonly name: string | null; readonly codiceFiscale: string | null };
  readonly psp: Psp | null;
  readonly description: string | null;
  readonly transferDescription: string | null;
  readonly category: string | null;
}

interface ReceiptRow extends Omit<ReceiptOfPayment, 'source' | 'elsewhere' | 'debtor' | 'psp'> {
  readonly id: number;
  readonly debtorName: string | null;
  readonly debtorCf: string | null;
  readonly pspCode: string | null;
  readonly pspName: string | null;
}

export function receiptOfTransfer(
  ledger: ReadableLedger,
  transferId: number | null,
): ReceiptOfPayment | null {
  const row = one<ReceiptRow>(
    ledger,
    `SELECT r.id, r.receipt_id AS receiptId, r.outcome, r.paid_on AS paidOn, r.total_cents AS totalCents, x.cents,
       r.debtor_name AS debtorName, r.debtor_cf AS debtorCf, r.psp_code AS pspCode, r.psp_name AS pspName,
       r.description, x.description AS transferDescription, x.category
     FROM transfers x JOIN ricevute r ON r.id = x.ricevuta_id WHERE x.id = ?`,
    [transferId],
  );
  if (row === undefined) return null;
  const { id, debtorName, debtorCf, pspCode, pspName, ...told } = row;
  return {
    source: sourceOf(ledger, 'ricevute', id),
    elsewhere: elsewhereOf(ledger, 'ricevute', id),
    ...told,
    debtor: { name: debtorName, codiceFiscale: debtorCf },
    psp: pspOf(pspCode, pspName),
  };
}

export type OtherReceipt = Pick<ReceiptOfPayment, 'source' | 'receiptId' | 'paidOn' | 'cents' | 'debtor'>;

/** Receipts of the same IUV, IUR and line as the one that counts, which say something else of it. */
export function otherReceipts(ledger: ReadableLedger, transferId: number | null): OtherReceipt[] {
  return all<Pick<ReceiptRow, 'id' | 'receiptId' | 'paidOn' | 'cents' | 'debtorName' | 'debtorCf'>>(
    ledger,
    `SELECT s.id, s.receipt_id AS receiptId, s.paid_on AS paidOn, o.cents, s.debtor_name AS debtorName,
       s.debtor_cf AS debtorCf
     FROM transfers x JOIN ricevute r ON r.id = x.ricevuta_id
     CROSS JOIN transfers o ON o.iuv = x.iuv AND o.standing = x.standing AND o.iur = x.iur AND o.idx = x.idx
     JOIN ricevute s ON s.id = o.ricevuta_id
     WHERE x.id = ? AND o.standing IS NOT NULL AND x.iur <> '' AND o.id <> x.id
       AND (o.cents <> x.cents OR s.paid_on IS NOT r.paid_on OR s.debtor_cf IS NOT r.debtor_cf)
     ORDER BY o.id`,
    [transferId],
  ).map(({ id, debtorName, debtorCf, ...told }) => ({
    source: sourceOf(ledger, 'ricevute', id),
    ...told,
    debtor: { name: debtorName, codiceFiscale: debtorCf },
  }));
}

/** The row of a flusso that lists a payment, with its flusso. */
export interface ReportOfPayment {
  readonly source: Source;
  readonly elsewhere: readonly Source[];
  readonly iuf: string;
  readonly revision: number;
  readonly esito: number;
  readonly cents: number;
  readonly date: Day;
  readonly regolamento: string;
  readonly psp: Psp;
  readonly flowDate: Day;
  readonly flowCents: number;
  readonly flowRows: number;
  readonly anomalies: readonly FlowAnomaly[];
}

interface ReportRow extends Omit<ReportOfPayment, 'source' | 'elsewhere' | 'psp' | 'anomalies'> {
  readonly id: number;
  readonly pspCode: string;
  readonly pspName: string | null;
  readonly anomalies: string;
}

export function reportOfRiga(ledger: ReadableLedger, rigaId: number | null): ReportOfPayment | null {
  const row = one<ReportRow>(
    ledger,
    `SELECT g.id, v.iuf, v.revision, g.esito, g.cents, g.day AS date, v.regolamento, v.psp_code AS pspCode,
       v.psp_name AS pspName, v.day AS flowDate, v.declared_cents AS flowCents,
       (SELECT count(*) FROM righe o WHERE o.flusso_id = v.id) AS flowRows, v.anomalies
     FROM righe g JOIN flussi v ON v.id = g.flusso_id WHERE g.id = ?`,
    [rigaId],
  );
  if (row === undefined) return null;
  const { id, pspCode, pspName, anomalies, ...told } = row;
  return {
    source: sourceOf(ledger, 'righe', id),
    elsewhere: elsewhereOf(ledger, 'righe', id),
    ...told,
    psp: { code: pspCode, name: pspName },
    anomalies: JSON.parse(anomalies) as FlowAnomaly[],
  };
}

/** Null where no PSP is told. */
export function pspOf(code: string | null, name: string | null): Psp | null {
  return code === null ? null : { code, name };
}
