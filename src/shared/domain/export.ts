/**
 * What can be exported, and in which formats; the first is taken where none is asked for. An export is one line here, the
 * file in `main/exports` that says how it looks, and the maker that the compiler then asks for.
 */
export const exportFormats = {
  pagamenti: ['csv', 'json'],
  flussi: ['csv', 'json'],
  provvisori: ['csv', 'json'],
  riconciliazione: ['csv', 'json'],
} as const satisfies Readonly<Record<string, readonly [ExportFormat, ...ExportFormat[]]>>;

export type ExportFormat = 'csv' | 'json';
export type ExportName = keyof typeof exportFormats;

export const exportNames = Object.keys(exportFormats) as [ExportName, ...ExportName[]];

export function isExportName(text: string): text is ExportName {
  return Object.hasOwn(exportFormats, text);
}

/** A name that another program goes by: it is written in command lines and in lists. */
export function isConsumerName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,59}$/u.test(text);
}

/** What an export is narrowed to; a consumer is told apart by it: who asks for another thing gets it whole. */
export interface ExportFilter {
  /** Id of a service. */
  readonly servizio: string | null;
  /** First and last day: of the payment, of the flusso, of the booking. */
  readonly dal: string | null;
  readonly al: string | null;
  /** True where people are told in clear. */
  readonly chiaro: boolean;
}
