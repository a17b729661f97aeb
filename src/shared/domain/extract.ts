/** How a column of an extract shows what it holds: money is cents, a day is an ISO day. */
export type ExtractKind = 'text' | 'long' | 'euro' | 'day' | 'count';

/** One kind of thing that is kept about a citizen. */
export interface ExtractSection {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly kind: ExtractKind }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Everything that is kept about whoever has this codice fiscale, with where it was told. */
export interface CitizenExtract {
  readonly codiceFiscale: string;
  readonly sections: readonly ExtractSection[];
}
