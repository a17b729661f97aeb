import { formatDay, isDay } from '../../../shared/domain/day.ts';
import type { Cell, Row } from '../table/table.ts';

const asFormula = /^="([^"]*)"$/;

/** A text without the blanks around it, and without what keeps a spreadsheet from taking it for a number. */
export function bare(text: string): string {
  const trimmed = text.trim();
  return (asFormula.exec(trimmed)?.[1] ?? trimmed).replace(/^'/, '').trim();
}

const noCell: Cell = { text: '' };

/** The cell of a column, its text bare; an empty one where the row ends before, or the list has no such column. */
export function cellAt(row: Row, index: number | null | undefined): Cell {
  const cell = index === null || index === undefined ? undefined : row.cells[index];
  return cell === undefined ? noCell : { ...cell, text: bare(cell.text) };
}

/** The text of a column; null when it is empty, or there is none. */
export function textAt(row: Row, index: number | null | undefined): string | null {
  const { text } = cellAt(row, index);
  return text === '' ? null : text;
}

/** A cell as whoever opens the list in a spreadsheet sees it: days and decimals as Italians write them. */
export function shownAt(row: Row, index: number): string {
  const { text, number } = cellAt(row, index);
  if (number !== undefined) return text.replace('.', ',');
  return isDay(text) ? formatDay(text) : text;
}

/** Letters of UTF-8 that were read as if they were of another encoding, once or twice. */
const garbled = /[ÃÂ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|├[\u0080-\u024f\u2500-\u25ff]|\ufffd/;

/** The first cell of a row with letters that went through the wrong encoding; null when there is none. */
export function garbledText(row: Row): string | null {
  return row.cells.find(({ text }) => garbled.test(text))?.text.trim() ?? null;
}
