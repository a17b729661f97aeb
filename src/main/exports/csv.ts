/** What stands in a cell: a text, a number as it is, an amount in cents, or nothing. */
export type CsvCell = string | number | { readonly cents: number } | null;

/** The mark by which Excel knows UTF-8; once, at the beginning of a file. */
export const csvMark = '\u{feff}';

/**
 * A sheet as Italian Excel opens it by a double click: semicolons, a mark for UTF-8, Windows line ends. A cell that
 * would begin a formula gets an apostrophe: what stands in a document must not run in somebody's spreadsheet.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  return Buffer.from(`${csvMark}${rows.map(csvLine).join('')}`, 'utf8');
}

/** One line, with its end. Texts are always quoted, numbers never: so a reader tells `"7"` from `7`. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(';')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return decimal(cell.cents);
  const text = cell.replaceAll(unprintable, '');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** What a spreadsheet runs, also behind blanks that it does not show; the full-width signs are those of East Asian ones. */
const formula = /^(?:[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Control characters say nothing to a person, and end a file for some readers. Tab and line ends stay. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** `-1234,56`: digits are moved as text, no binary fraction is involved. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
