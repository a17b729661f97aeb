import type { Repair } from './extraction.ts';
import { elementBreak, gapBefore, normalPosition, written, type Text } from './text.ts';

/** A blank, from the least to the strongest reason to believe that a word was cut there. */
export type Gap = 'blank' | 'line-end' | 'full-line';

/**
 * What the blank before a position is. A blank may stand where a line ends: at a line break, between two elements, or (`full-line`) after 35 characters, the
 * width of a bank's lines, counted from the start of the line or from `origin`, where the marker begins.
 */
export function gapAt(text: Text, position: number, origin: number): Gap {
  const { bare } = text;
  const blank = normalPosition(text, position - 1) + 1;
  if (widthsAt(text, blank, origin).some(isLineWidth)) return 'full-line';
  return lineEnd.test(bare.slice(blank, normalPosition(text, position))) ? 'line-end' : 'blank';
}

const lineEnd = /[\n\v]/;

/** True where a line of a bank may be full: nothing says that the word before it is whole. */
export function endsFullLine(text: Text, end: number, origin: number): boolean {
  const after = normalPosition(text, end - 1) + 1;
  return widthsAt(text, after, origin).some((width) => width === 30 || isLineWidth(width));
}

/** How wide a line would be that ends at a position of the normal text, begun at the last break, tag or marker. */
function widthsAt({ bare, normal, at }: Text, position: number, origin: number): readonly number[] {
  const widths = [position - startOfLine(bare, position), position - (at[origin] ?? 0)];
  return bare === normal ? widths : [...widths, position - startOfLine(normal, position)];
}

function startOfLine(text: string, position: number): number {
  return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf(elementBreak, position - 1)) + 1;
}

/** One or more whole lines of 35, with or without a character between them. */
function isLineWidth(width: number): boolean {
  return width > 0 && (width % 35 === 0 || width % 36 === 35);
}

/** Tells which blanks were removed between two positions. */
export function joinRepair(text: Text, start: number, end: number, origin: number): Repair {
  const detail = written(text, start, end);
  for (let i = start + 1; i < end; i++) {
    if (gapBefore(text, i) && gapAt(text, i, origin) === 'blank') return { code: 'joined-blank', detail };
  }
  return { code: 'joined-lines', detail };
}
