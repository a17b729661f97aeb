import type { KeyboardEvent } from 'react';
import type { Column } from './column.ts';
import { copyRows } from './copy-rows.ts';
import { keyAction } from './keys.ts';
import type { Selection } from './use-selection.ts';

/** What the keys of a table act upon. */
export interface Grid<Row> {
  readonly rows: readonly Row[];
  /** Those that one walks through. */
  readonly shown: readonly Column<Row>[];
  /** Those that a row is copied with: beside an open card not all stand. */
  readonly chosen: readonly Column<Row>[];
  readonly active: { readonly row: number; readonly column: number };
  readonly selection: Selection<Row>;
  /** How many rows a page of the screen holds. */
  readonly pageRows: () => number;
  readonly go: (row: number, column?: number) => void;
  readonly goFirst: () => void;
  readonly goLast: () => void;
  readonly onOpen: (row: Row) => void;
  readonly openMenu: () => void;
}

/** Does what a key means in a table; keys that are not its own are left to others. */
export function pressKey<Row>(event: KeyboardEvent, grid: Grid<Row>): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    event.preventDefault();
    grid.openMenu();
    return;
  }
  const action = keyAction(event);
  if (action === null) return;
  event.preventDefault();
  const { rows, shown, active, selection, go } = grid;
  const row = rows[active.row];
  const column = shown[active.column];
  switch (action) {
    case 'up':
      go(active.row - 1);
      return;
    case 'down':
      go(active.row + 1);
      return;
    case 'page-up':
      go(active.row - grid.pageRows());
      return;
    case 'page-down':
      go(active.row + grid.pageRows());
      return;
    case 'left':
      go(active.row, Math.max(0, active.column - 1));
      return;
    case 'right':
      go(active.row, Math.min(shown.length - 1, active.column + 1));
      return;
    case 'first':
      grid.goFirst();
      return;
    case 'last':
      grid.goLast();
      return;
    case 'open':
      if (row !== undefined) grid.onOpen(row);
      return;
    case 'select':
      if (row !== undefined) selection.toggle(row);
      return;
    case 'select-all':
      selection.all(rows);
      return;
    case 'clear':
      selection.clear();
      return;
    case 'copy-cell':
      if (row !== undefined && column !== undefined) void copyRows([column], [row]);
      return;
    case 'copy-row':
      if (row !== undefined) void copyRows(grid.chosen, selection.size > 0 ? selection.rows() : [row]);
  }
}
