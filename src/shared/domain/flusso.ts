import type { Day } from './day.ts';
import type { Cents } from './euro.ts';

/** The head of one flusso di rendicontazione (FDR-1 `FlussoRiversamento`), one revision of it. */
export interface FlussoHeader {
  /** `identificativoFlusso`, blanks at the ends removed, otherwise verbatim. */
  readonly iuf: string;
  /** `revisioneFlusso`; 1 when the file has none. */
  readonly revision: number;
  /** `dataOraFlusso`, verbatim; empty where a list does not tell it: any version that does is newer. */
  readonly createdAt: string;
  /** `identificativoUnivocoRegolamento`: TRN of the transfer or its end-to-end id; empty where a list does not tell it. */
  readonly regolamento: string;
  /** `dataRegolamento`: value date of the transfer; where a list does not tell it, the day that opens the IUF. */
  readonly date: Day;
  /** `codiceIdentificativoUnivoco` of the sender: BIC, ABI or codice fiscale. */
  readonly pspCode: string;
  readonly pspName: string | null;
  /** Codice fiscale of the receiver: must be our ente. */
  readonly enteCodiceFiscale: string;
  readonly enteDenominazione: string | null;
  readonly declaredCount: number;
  readonly declaredCents: Cents;
}

/** One `datiSingoliPagamenti` of a flusso. */
export interface RigaFlusso {
  readonly iuv: string;
  readonly iur: string;
  /** `indiceDatiSingoloPagamento`, or null when the row has none. */
  readonly index: number | null;
  /** Euro cents, sign as written. */
  readonly cents: Cents;
  /** `codiceEsitoSingoloPagamento` as a number: 0, 3, 4, 8, 9 are known, others are an anomaly. */
  readonly esito: number;
  /** `dataEsitoSingoloPagamento`. */
  readonly date: Day;
}

/** A flusso that a list of the node names: it is to be had, and it is awaited until it is imported. */
export interface FlussoAtteso {
  readonly iuf: string;
  /** `dataOraFlusso`, or `created` of the new service, verbatim; null where the list does not tell it. */
  readonly createdAt: string | null;
  /** Told by the new service alone: its `created` is no `dataOraFlusso`, and versions are told apart by this. */
  readonly revision: number | null;
  /** The PSP's code, where the list tells it. */
  readonly pspCode: string | null;
}

/**
 * Where an awaited flusso stands: no version of it is here, or only older ones than the list names, or what the list
 * names is here.
 */
export const expectedStates = ['missing', 'older-version', 'arrived'] as const;
export type ExpectedState = (typeof expectedStates)[number];
