/** A calendar day in Italy, `YYYY-MM-DD`, without time or zone. Compares as text. */
export type Day = string & { readonly __brand: 'Day' };
