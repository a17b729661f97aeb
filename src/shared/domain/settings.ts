/**
 * A *codice* says whose IUV it is. Three forms: a segregation code of two digits (`"01"`),
 * an application code of the aux digit 0 (`"app:01"`), or a literal IUV prefix (anything else).
 */
export type Codice = string;

export interface AltroPartner {
  readonly codice: Codice;
  readonly nome: string;
}

/** A municipal service, told by the codes of its IUVs; `accertamento` and `capitolo` serve the reversale. */
export interface Servizio {
  readonly id: string;
  readonly nome: string;
  readonly codici: readonly Codice[];
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
