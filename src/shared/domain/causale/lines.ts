import type { Repair } from './extraction.ts';
import { elementBreak, gapBefore, normalPosition, written, type Text } from './text.ts';

/**
 * True when the blank before a position stands where a line ends: between two elements, or after 35 characters
 * (the width of a bank's lines) counted from the start of the line or from `origin`, where the marker begins.
 */
export function isLineEnd(text: Text, position: number, origin: number): boolean {
  const blank = normalPosition(text, position - 1) + 1;
  if (text.normal.slice(blank, normalPosition(text, position)).includes(elementBreak)) return true;
  const line = Math.max(
    text.normal.lastIndexOf('\n', blank - 1),
    text.normal.lastIndexOf(elementBreak, blank - 1),
  );
  return isLineWidth(blank - line - 1) || isLineWidth(blank - normalPosition(text, origin));
}

/** One or more whole lines of 35, with or without a character between them. */
function isLineWidth(width: number): boolean {
  return width > 0 && (width % 35 === 0 || width % 36 === 35);
}

/** Tells which blanks were removed between two positions. */
export function joinRepair(text: Text, start: number, end: number, origin: number): Repair {
  let code: Repair['code'] = 'joined-lines';
  for (let i = start + 1; i < end; i++) {
    if (gapBefore(text, i) && !isLineEnd(text, i, origin)) code = 'joined-blank';
  }
  return { code, detail: written(text, start, end) };
}
