/**
 * What can be exported. A new export is a name here, the file in `main/exports` that says how it looks, and the formats and
 * the maker that the compiler then asks for.
 */
export const exportNames = ['pagamenti', 'flussi', 'provvisori', 'riconciliazione', 'tesoriere'] as const;
export type ExportName = (typeof exportNames)[number];
/** Those that are written row by row; a workbook is another thing. */
export type LineFormat = Exclude<ExportFormat, 'xlsx'>;
export const fileFormats = ['csv', 'json', 'xlsx'] as const;
export type ExportFormat = (typeof fileFormats)[number];

/** The first is taken where none is asked for. */
export const exportFormats: Readonly<
  Record<ExportName, readonly [first: ExportFormat, ...others: ExportFormat[]]>
> = {
  pagamenti: ['csv', 'json'],
  flussi: ['csv', 'json'],
  provvisori: ['csv', 'json'],
  riconciliazione: ['csv', 'json'],
  tesoriere: ['xlsx'],
};

/** Whether a consumer can be told only what changed: a workbook is always whole. */
export function tellsChanges(name: ExportName): boolean {
  return !exportFormats[name].includes('xlsx');
}

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
