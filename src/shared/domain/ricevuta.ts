import type { Day } from './day.ts';
import type { Cents } from './euro.ts';

/** One amount inside a receipt: `datiSingoloPagamento` of an RT, `transfer` of a receipt. */
export interface Transfer {
  /** 1..5: `idTransfer`, or the position inside an RT 6.2. */
  readonly index: number;
  /**
   * IUR: the receipt's `receiptId`, or the line's own `identificativoUnivocoRiscossione` in an RT 6.2; empty where a list
   * does not tell it.
   */
  readonly iur: string;
  readonly cents: Cents;
  /** Codice fiscale of the ente that gets this amount; empty where a list does not tell it: then it is ours. */
  readonly enteCodiceFiscale: string;
  /** Marca da bollo digitale: it is in no flusso and in no provvisorio. */
  readonly bollo: boolean;
  /** False when the outcome says the citizen did not pay this line. */
  readonly paid: boolean;
  /** `causaleVersamento` or `remittanceInformation`; personal, never treasury evidence. */
  readonly description: string | null;
  /** `datiSpecificiRiscossione` or `transferCategory`: the tassonomia. */
  readonly category: string | null;
}

/** A receipt (RT 6.2, paSendRT, paSendRTV2, bare `receipt`, or a line of a list), whatever ente it pays. */
export interface Ricevuta {
  readonly form: 'rt' | 'receipt' | 'list';
  readonly iuv: string;
  /** `receiptId`, or `CodiceContestoPagamento` of an RT 6.2; empty where a list does not tell it. */
  readonly receiptId: string;
  /** 18 digits, or null: an RT 6.2 does not carry it. */
  readonly noticeNumber: string | null;
  readonly outcome: 'paid' | 'failed';
  /** The day on which the citizen paid, in Italy; null when the file does not say. */
  readonly paidOn: Day | null;
  /** `dataOraMessaggioRicevuta`, `paymentDateTime` or similar, verbatim; decides between two versions of one receipt. */
  readonly issuedAt: string | null;
  /**
   * Codice fiscale of the ente that issued the notice (`fiscalCode`, or `dominio` of an RT); empty where a list does not
   * tell it: then it is ours.
   */
  readonly enteCodiceFiscale: string;
  /** Total paid, bollo included. */
  readonly totalCents: Cents;
  readonly debtor: { readonly codiceFiscale: string | null; readonly name: string | null };
  readonly pspCode: string | null;
  readonly pspName: string | null;
  /** `idStation`: the best evidence of the Partner Tecnologico, when the whole request was kept. */
  readonly station: string | null;
  readonly description: string | null;
  /** Empty only for an RT that was not paid. */
  readonly transfers: readonly Transfer[];
}
