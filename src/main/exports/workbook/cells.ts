import { lettersOf, type Cell, type Kind, type Row, type SheetColumn, type Special } from './model.ts';
import { isEuro, styleOf, styleOfDot } from './styles.ts';

const styles = {
  text: styleOf('text'),
  long: styleOf('long'),
  day: styleOf('day'),
  euro: styleOf('euro'),
  count: styleOf('count'),
};

/** The rows of a sheet as its file has them. */
export function rowWriter(columns: readonly SheetColumn[]): (row: Row, number: number) => string {
  const places = columns.map(({ kind, width }, i) => ({ kind, width, letters: lettersOf(i) }));
  return ({ cells, folded, holds }, number) => {
    let xml = '';
    let height = lineHeight;
    for (let i = 0; i < cells.length; i++) {
      const place = places[i];
      if (place === undefined)
        throw new RangeError(`row ${number} has more cells than its sheet has columns`);
      const cell = cells[i] ?? null;
      xml += cellXml(`${place.letters}${number}`, place.kind, cell);
      height = Math.max(height, heightOf(cell, place));
    }
    const high = height === lineHeight ? '' : ` ht="${height}" customHeight="1"`;
    const hidden = folded === true ? ' outlineLevel="1" hidden="1"' : '';
    const collapsed = holds === true ? ' collapsed="1"' : '';
    return `<row r="${number}"${high}${hidden}${collapsed}>${xml}</row>`;
  };
}

/** In points. */
const lineHeight = 13.5;
const mostLines = 12;

/** Not every program fits the rows to their text when it opens a file: so they are high enough from the start. */
function heightOf(cell: Cell, { kind, width }: SheetColumn): number {
  if (typeof cell === 'object') return cell === null ? lineHeight : heightOfSpecial(cell, width);
  return kind === 'long' ? lineHeight * linesOf(String(cell), width) : lineHeight;
}

function heightOfSpecial({ look, value }: Special, width: number): number {
  if (look === 'title') return 24;
  if (look === 'section') return 18;
  const isHeader = look === 'header' || look === 'headerOfNumbers';
  // What is bold is wider, and the button of the filter stands beside it.
  return isHeader ? lineHeight * linesOf(String(value), width - 2) : lineHeight;
}

/** How many lines a text takes. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width);
  if (text.length <= room) return 1;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  return Math.min(mostLines, lines);
}

function cellXml(at: string, kind: Kind, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return specialXml(at, cell);
  switch (kind) {
    case 'text':
    case 'long':
      return textXml(at, styles[kind], String(cell));
    case 'day':
      return numberXml(at, styles.day, String(serialOfDay(String(cell))));
    case 'euro':
      return numberXml(at, styles.euro, decimal(Number(cell)));
    case 'count':
      return numberXml(at, styles.count, String(cell));
    case 'dot':
      return numberXml(at, styleOfDot(Number(cell)), String(cell));
  }
}

function specialXml(at: string, { look, value, formula }: Special): string {
  const style = styleOf(look);
  if (value === null) return `<c r="${at}" s="${style}"/>`;
  if (typeof value === 'string') {
    if (formula === undefined) return textXml(at, style, value);
    return `<c r="${at}" s="${style}" t="str"><f>${escaped(formula)}</f><v>${escaped(value)}</v></c>`;
  }
  const told = isEuro(look) ? decimal(value) : String(value);
  return formula === undefined
    ? numberXml(at, style, told)
    : `<c r="${at}" s="${style}"><f>${escaped(formula)}</f><v>${told}</v></c>`;
}

function numberXml(at: string, style: number, value: string): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** A text is a text, whatever it begins with: no spreadsheet reckons it. */
function textXml(at: string, style: number, value: string): string {
  if (value === '') return '';
  const kept = bordered.test(value) ? ' xml:space="preserve"' : '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${kept}>${escaped(fitting(value))}</t></is></c>`;
}

/** Blanks that a reader of XML would take away. */
const bordered = /^\s|\s$|[\t\n]/;

const longest = 32_767;
const cut = ' […]';

/** No cell holds more; what is longer says that it was cut. */
function fitting(value: string): string {
  return value.length <= longest ? value : `${value.slice(0, longest - cut.length)}${cut}`;
}

// eslint-disable-next-line no-control-regex
const delicate = /[&<>\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x[0-9a-f]{4}_/i;
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * XML holds no control characters, and they say nothing to a person. A carriage return it would take for a line end:
 * spreadsheets write it `_x000D_`, so that a text that looks like this must say that it is meant.
 */
function escaped(value: string): string {
  if (!delicate.test(value)) return value;
  return value
    .toWellFormed()
    .replaceAll(unprintable, '')
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** `-1234.56`: digits are moved as text, no binary fraction is involved. */
function decimal(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not an integer number of cents: ${cents}`);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const dayMs = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** Days since the one that spreadsheets count from. */
function serialOfDay(day: string): number {
  const serial = (Date.parse(`${day}T00:00:00Z`) - dayZero) / dayMs;
  if (!Number.isInteger(serial)) throw new RangeError(`not a day: ${day}`);
  return serial;
}
