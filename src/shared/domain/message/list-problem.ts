import type { DocumentProblem } from '../document.ts';
import type { Day } from '../day.ts';
import type { FiscalCodeFlaw } from './fiscal-code.ts';
import type { AmountFlaw, DayFlaw } from './list-values.ts';
import type { NoticeFlaw } from './notice-number.ts';
import type { Rata } from './recipient.ts';

/** Why nobody is written to because of a row of a list. */
export type RowFlaw =
  | FiscalCodeFlaw
  | NoticeFlaw
  | AmountFlaw
  | DayFlaw
  /** The list says itself that it is no person. */
  | { readonly code: 'company'; readonly value: string }
  /** A line of totals. */
  | { readonly code: 'total-row' }
  /** More cells than the header has columns: what stands where cannot be known. */
  | { readonly code: 'row-too-wide'; readonly value: string }
  /** A spreadsheet rounded it. */
  | { readonly code: 'notice-damaged'; readonly value: string }
  /** 17 digits; `proposed`: with the 3 in front, null when the check digits do not agree with it. */
  | { readonly code: 'notice-is-iuv'; readonly value: string; readonly proposed: string | null }
  /** An amount without its avviso, or no instalment at all, in a row that tells several. */
  | { readonly code: 'notice-missing' }
  | { readonly code: 'iuv-differs'; readonly value: string; readonly iuv: string }
  /** An avviso without the amount that its column should tell. */
  | { readonly code: 'amount-missing' }
  | { readonly code: 'due-past'; readonly value: string; readonly day: Day }
  | { readonly code: 'rata-unreadable'; readonly value: string }
  /** Of a row above, which goes on. */
  | { readonly code: 'duplicate-notice'; readonly value: string; readonly firstRow: number }
  | { readonly code: 'duplicate-row'; readonly firstRow: number };

/** A row, or one of the instalments that stand in it, that is left out. */
export type RefusedListRow = RowFlaw & {
  /** Place among the rows of data, from 1. */
  readonly row: number;
  /** Of a row that tells several instalments: the one that is wrong. */
  readonly rata?: Rata;
};

/** Why a property is shown to nobody. */
export type PropertyFlaw =
  | Extract<RowFlaw, { readonly code: 'total-row' | 'row-too-wide' }>
  /** Nothing says whose it is. */
  | { readonly code: 'property-without-key' }
  /** Nothing says where it is. */
  | { readonly code: 'property-without-place' }
  /** Whether the occupation is over cannot be told. */
  | { readonly code: 'property-end-unreadable'; readonly value: string };

export type RefusedProperty = PropertyFlaw & { readonly row: number };

/** What a person may say is right all the same: the document itself was seen. */
export const overridable = ['cf-check', 'cf-birth', 'notice-check'] as const;
export type Overridable = (typeof overridable)[number];

/** A value that a person said is right. It counts for this value alone: the next list may have another on that row. */
export interface AcceptedValue {
  readonly row: number;
  readonly code: Overridable;
  /** As the refused row told it. */
  readonly value: string;
  readonly reason: string;
}

/** Something to know of a list that goes on. */
export type ListWarning =
  /** The column holds IUVs of 17 digits: the 3 was put in front, and the check digits agree. */
  | { readonly code: 'notice-prefix-added'; readonly column: string; readonly rows: number }
  /** Rows without a numero avviso in a list that has them. */
  | { readonly code: 'notice-empty'; readonly column: string; readonly rows: number; readonly first: number }
  /** People under age: the first rows of them. */
  | { readonly code: 'minors'; readonly count: number; readonly rows: readonly number[] }
  /** Whole numbers alone, taken for cents as this layout writes them. */
  | { readonly code: 'amounts-in-cents'; readonly column: string; readonly example: string }
  /** Whole numbers alone, taken for euro. */
  | { readonly code: 'amounts-whole'; readonly column: string; readonly example: string }
  | { readonly code: 'amounts-mixed'; readonly column: string; readonly example: string }
  /** Days as serial numbers of a spreadsheet, counted from 1900. */
  | { readonly code: 'serial-days'; readonly column: string; readonly rows: number }
  | { readonly code: 'formula-values'; readonly column: string; readonly rows: number }
  /** Letters that went through the wrong encoding. */
  | { readonly code: 'garbled-text'; readonly rows: number; readonly row: number; readonly value: string };

/** Why nothing of a list can be used. */
export type ListProblem =
  | { readonly code: 'unreadable-list'; readonly problem: DocumentProblem }
  /** No text in columns, no workbook. */
  | { readonly code: 'not-a-list'; readonly saw: string }
  /** A web page with the name of a workbook. */
  | { readonly code: 'web-page-list' }
  /** `person`: a codice fiscale; `key`: what leads a row to a person; `property`: where a property is. */
  | {
      readonly code: 'list-column-missing';
      readonly needed: 'person' | 'key' | 'property';
      /** What stands where the headers should. */
      readonly found: readonly string[];
    }
  | { readonly code: 'list-column-twice'; readonly column: string }
  /** A spreadsheet rounded most of its numbers. */
  | {
      readonly code: 'list-column-damaged';
      readonly column: string;
      readonly row: number;
      readonly value: string;
    }
  | {
      readonly code: 'list-columns-shifted';
      readonly profile: string;
      /** True for nearly the list of the profile; false for what looks like another one. */
      readonly near: boolean;
      /** The header that is missing or does not hold what it should; empty for what stands behind its last column. */
      readonly column: string;
      readonly value: string;
    }
  | { readonly code: 'list-empty' };
