import type { Movimento } from '../../shared/domain/movimento.ts';
import type { EnteDraft } from './invented-ente.ts';
import type { Decimals } from './xml-lines.ts';

/**
 * A movement to write. Its names are those of `Movimento`, so that a `Movimento` is itself a draft;
 * whatever is left out gets a believable value.
 */
export interface MovimentoDraft extends Partial<
  Omit<Movimento, 'numero' | 'cents' | 'date' | 'valueDate' | 'sospesi'>
> {
  readonly numero: string;
  readonly cents: number;
  /** Shorthand for one element of `causali`. */
  readonly causale?: string;
  readonly date?: string;
  readonly valueDate?: string | null;
  readonly sospesi?: readonly { readonly numero: string; readonly cents?: number }[];
  /** `importo` as it must stand in the file, instead of the cents. */
  readonly importo?: string;
  readonly tipoEsecuzione?: string;
  /** SIOPE code, 4 or 10 digits: adds `sospeso_da_regolarizzare`. */
  readonly gestionale?: string;
  /** XML to add at the end of the movement. */
  readonly extra?: string;
}

export type GiornaleVersion = '1.4' | '1.6.1' | '1.7.1' | '1.8';

/** What the accounting year had moved before this giornale. */
export interface EsercizioBefore {
  readonly fondoDiCassa: number;
  readonly reversali: number;
  readonly sospesiEntrata: number;
  readonly mandati: number;
  readonly sospesiUscita: number;
}

/** A giornale di cassa to write; only `to` and `movimenti` have no sensible default. */
export interface GiornaleDraft {
  readonly movimenti: readonly MovimentoDraft[];
  readonly to: string;
  /** First day of a 1.4 period; default `to`. */
  readonly from?: string;
  readonly ente?: EnteDraft;
  /** Default: the year of `to`. */
  readonly esercizio?: number;
  /** Default: `to` at 22:15. */
  readonly createdAt?: string;
  readonly version?: GiornaleVersion;
  /** Default 1 of 1; null leaves both elements out. */
  readonly page?: number | null;
  readonly pages?: number;
  readonly flussoBt?: string;
  /** `ns1` puts every name under that prefix. */
  readonly prefix?: string;
  /** Declared with the prefix, or as the default namespace. */
  readonly namespace?: string;
  readonly signature?: 'first' | 'last' | 'none';
  /** `zero`: all 0.00; `none`: left out; an object: these elements as they are written there. */
  readonly totals?: 'right' | 'zero' | 'none' | Readonly<Record<string, string>>;
  /** The movements of all pages, when `movimenti` are those of one page. */
  readonly wholeMovimenti?: readonly MovimentoDraft[];
  readonly before?: EsercizioBefore;
  /** Opening balance of a conto; the others open at zero, the first conto takes what remains. */
  readonly saldi?: Readonly<Record<string, number>>;
  readonly decimals?: Decimals;
  readonly indent?: boolean;
  /** The first line; `''` for none. */
  readonly declaration?: string;
}

/** The conto of a movement that names none. */
export const defaultConto = '0000100';

/** ENTRATA or USCITA, from the document when the draft does not say. */
export function versoOf(movimento: MovimentoDraft): 'ENTRATA' | 'USCITA' {
  if (movimento.verso !== undefined) return movimento.verso;
  return movimento.documento === 'MANDATO' || movimento.documento === 'SOSPESO USCITA' ? 'USCITA' : 'ENTRATA';
}
