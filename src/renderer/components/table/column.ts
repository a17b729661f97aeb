import type { ReactNode } from 'react';

/** A column of a table: what it shows, and what is copied of it. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** What the title is short for. */
  readonly explain?: string;
  /** In pixels; the person may change it. */
  readonly width: number;
  /** How narrow it may become before the table scrolls sideways, in pixels; without it, it keeps its width. */
  readonly least?: number;
  readonly align?: 'left' | 'right';
  /** The plain text of a cell: for copying, and shown when nothing else is said. */
  readonly text: (row: Row) => string;
  readonly show?: (row: Row) => ReactNode;
  /** The name by which the list can be sorted, when it can. */
  readonly sort?: string;
  /** Narrows the list to what a cell says; null where that says nothing. */
  readonly narrow?: (row: Row) => (() => void) | null;
  /** What may tell who somebody is: codici fiscali are hidden until one asks, codes of payments while others look on. */
  readonly personal?: 'cf' | 'codice';
  /** Not shown until the person asks for it; in a narrow window, or in every one. */
  readonly hidden?: true | 'narrow';
}

export interface Sort<By extends string = string> {
  readonly by: By;
  readonly descending: boolean;
}
