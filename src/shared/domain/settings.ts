/**
 * A *codice* says whose IUV it is. Three forms: a segregation code of two digits (`"01"`),
 * an application code of the aux digit 0 (`"app:01"`), or a literal IUV prefix (anything else).
 */
export type Codice = string;

export interface AltroPartner {
  readonly codice: Codice;
  readonly nome: string;
}

/**
 * A municipal service, told by the codes of its IUVs, else by what receipts and debt positions say (`domain/service.ts`);
 * `accertamento` and `capitolo` serve the reversale.
 */
export interface Servizio {
  readonly id: string;
  readonly nome: string;
  readonly codici: readonly Codice[];
  /** Codes of the tassonomia, or how they begin. */
  readonly tassonomie?: readonly string[] | undefined;
  /** What the programs that make positions call the kind of debt. */
  readonly tipiDovuto?: readonly string[] | undefined;
  /** Words that the description of a payment has when nothing better tells its service. */
  readonly parole?: readonly string[] | undefined;
  readonly accertamento?: string | undefined;
  readonly capitolo?: string | undefined;
}

/** The office's settings. `ente` is null until the clerk has said who we are. */
export interface Settings {
  readonly ente: { readonly codiceFiscale: string; readonly denominazione: string } | null;
  readonly codiciPropri: readonly Codice[];
  readonly altriPartner: readonly AltroPartner[];
  readonly servizi: readonly Servizio[];
}

export const emptySettings: Settings = { ente: null, codiciPropri: [], altriPartner: [], servizi: [] };
