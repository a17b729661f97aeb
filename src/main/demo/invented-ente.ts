/** Who receives the money, as the formats need to know it. */
export interface EnteDraft {
  readonly codiceFiscale: string;
  readonly denominazione: string;
  readonly codiceIpa?: string;
  readonly codiceIstat?: string;
}

/** The invented Comune of the demo and of the tests. The check digit of the codice fiscale is right. */
export const inventedEnte = {
  codiceFiscale: '90901230376',
  denominazione: 'Comune di Montefiorino di Sotto',
  codiceIpa: 'C_X999',
  codiceIstat: '099999000',
} as const satisfies EnteDraft;

/** The invented Provincia that gets the TEFA share of the TARI. */
export const inventedProvincia = {
  codiceFiscale: '90905670379',
  denominazione: 'Provincia di Vallelunga',
} as const satisfies EnteDraft;

/** The invented treasurer. */
export const inventedTesoriere = { abi: '09909', codiceEnteBt: '0004217' } as const;
