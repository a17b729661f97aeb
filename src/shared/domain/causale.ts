/** Where a text was found in the movement, in decreasing trust. */
export type CausaleSource = 'causale' | 'end-to-end' | 'bank-data' | 'reference' | 'payer';
