import type { Dot } from '../../../shared/domain/verdict.ts';

/** How a column shows what it holds: text is text whatever it looks like, money is cents, a day is an ISO day. */
export type Kind = 'text' | 'long' | 'euro' | 'day' | 'count' | 'dot';

/** How a cell that is no plain value looks. */
export type Look =
  | 'rows'
  | 'title'
  | 'note'
  | 'section'
  | 'header'
  | 'headerOfNumbers'
  | 'strong'
  | 'strongEuro'
  | 'strongCount'
  | 'good'
  | 'plainEuro'
  | 'plainCount';

/** A cell that looks otherwise than its column, or that is reckoned. */
export interface Special {
  readonly look: Look;
  /** Cents where the look is of euro. */
  readonly value: string | number | null;
  /** Without `=`; `value` is what it comes to. */
  readonly formula?: string;
}

/** A value as its column wants it: text, cents, an ISO day, a whole number, a dot; or a cell of its own. */
export type Cell = string | number | null | Special;

export interface Row {
  readonly cells: readonly Cell[];
  /** Belongs to the row above it, and is folded away under it until somebody asks. */
  readonly folded?: true;
  /** Rows are folded away under it. */
  readonly holds?: true;
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  readonly kind: Kind;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** The row, from 1, that is the header of the list: it stays in sight, and stands on every printed page. */
  readonly header: number | null;
  /** How many rows the list under the header has; they can be filtered and sorted by its columns. */
  readonly listed: number;
  /** How many columns, from the first, are printed. */
  readonly printed: number;
  /** All rows from the first, some at a time. */
  readonly rows: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;
}

export interface Workbook {
  readonly title: string;
  /** Whose it is; stands on every printed page. */
  readonly ente: string;
  /** ISO instant. */
  readonly created: string;
  readonly sheets: readonly Sheet[];
}

/** `number` says which dot it is, so that a column of dots can be sorted. */
export const dotNumbers: Readonly<Record<Dot, number>> = {
  yes: 4,
  waiting: 3,
  warning: 2,
  problem: 1,
  none: 0,
};

/** `A`, `Z`, `AA`: the letters of a column, from 0. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : lettersOf(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
