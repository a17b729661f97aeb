import type { Day } from './day.ts';
import type { Cents } from './euro.ts';

/** `tipo_documento` of the OPI giornale di cassa; anything the schema does not know is kept as `ALTRO`. */
export const tipiDocumento = [
  'REVERSALE',
  'MANDATO',
  'SOSPESO ENTRATA',
  'SOSPESO USCITA',
  'ANTICIPAZIONE',
  'GIROCONTO',
  'FONDO DI CASSA',
  'DEFICIT DI CASSA',
  'ALTRO',
] as const;
export type TipoDocumento = (typeof tipiDocumento)[number];

/** `tipo_operazione`: money moved, was called back, was covered by an order, or that cover was undone. */
export const tipiOperazione = ['ESEGUITO', 'STORNATO', 'REGOLARIZZATO', 'RIPRISTINATO'] as const;
export type TipoOperazione = (typeof tipiOperazione)[number];

/** A provvisorio that a reversale covers, as the giornale tells it. `cents` is absent in OPI 1.4. */
export interface SospesoCoperto {
  readonly numero: string;
  readonly cents?: Cents;
}

/**
 * One line of the treasurer's giornale di cassa. All of them are kept, mandati included:
 * only SOSPESO ENTRATA lines become provvisori, reversali say which provvisori are regularised.
 */
export interface Movimento {
  /** `conto_evidenza`; empty when the source names none. */
  readonly conto: string;
  /** Accounting year, four digits. */
  readonly esercizio: number;
  /** `numero_documento` without leading zeros; for a sospeso it is the numero provvisorio. */
  readonly numero: string;
  readonly verso: 'ENTRATA' | 'USCITA';
  readonly documento: TipoDocumento;
  readonly operazione: TipoOperazione;
  /** As written in the file; never negative for the lines met so far, but no schema rule forbids it. */
  readonly cents: Cents;
  /** `data_movimento`. */
  readonly date: Day;
  /** `data_valuta_ente`, or null. */
  readonly valueDate: Day | null;
  /** Without leading zeros; null when absent or zero. Not the numero provvisorio. */
  readonly bolletta: string | null;
  readonly bollettaStorno: string | null;
  /** The bank's own number of the line (`numero_movimento`, OPI 1.6.1 and later), or null. */
  readonly numeroMovimento: string | null;
  /** All `causale` elements of the line, in order, verbatim. Usually one. */
  readonly causali: readonly string[];
  /** `end_to_end_id`, verbatim, or null. */
  readonly endToEnd: string | null;
  /** Every text node of `dati_a_disposizione_BT`, verbatim, in order. */
  readonly bankTexts: readonly string[];
  /** `codice_riferimento_operazione` (CRO/TRN), verbatim, or null. */
  readonly reference: string | null;
  /** `cliente/anagrafica_cliente`: who sent the money, usually the PSP. */
  readonly payer: string | null;
  /** On a reversale: the provvisori it covers. */
  readonly sospesi: readonly SospesoCoperto[];
}

/** The head of one page of a giornale di cassa (`flusso_giornale_di_cassa`). */
export interface GiornaleHeader {
  readonly enteCodiceFiscale: string | null;
  readonly enteDenominazione: string | null;
  /** `identificativo_flusso_BT`, verbatim. */
  readonly flussoBt: string;
  /** `data_ora_creazione_flusso`, verbatim: the later one wins when two files tell the same line differently. */
  readonly createdAt: string;
  readonly esercizio: number;
  /** First and last day told; equal for the daily giornale (1.6.1 and later). */
  readonly from: Day;
  readonly to: Day;
  /** 1-based; a file without the elements is page 1 of 1. */
  readonly page: number;
  readonly pages: number;
}

/** Structural version of the OPI layout: the file carries no number. A `+` means "that one or a later one". */
export type OpiVersion = '1.4' | '1.6.1' | '1.6.1+' | '1.7.1/1.8' | '1.8';

/** The head of a list of treasury movements that is no OPI giornale. It names no ente: the clerk's own files are ours. */
export interface EstrattoHeader {
  /** The importer that read it, or the name of the saved profile. */
  readonly layout: string;
  /** IBAN or number of the account of the whole list; empty where the lines or nobody tells it. */
  readonly conto: string;
}

/** What is known of a page of the giornale only after its last line. It adds nothing to the content. */
export interface GiornaleEnd {
  readonly version: OpiVersion;
  /** A `Signature` was there; it is never verified. */
  readonly signed: boolean;
}
