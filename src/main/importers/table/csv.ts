import { Refusal } from '../refusal.ts';
import { overCeiling } from '../archive/limits.ts';
import type { Cell, Row } from './table.ts';

const separators = [';', '\t', '|', ','] as const;
export type Separator = (typeof separators)[number];

/** A field that goes on for longer is a quote that was never closed, or no table. */
const longestField = 1_000_000;
const mostColumns = 1_000;

/**
 * The rows of a text in columns (RFC 4180, with the liberties of Italian spreadsheets): quotes only where a field begins
 * with one, lines that end with CR, LF or both, line breaks inside quotes. A first line `sep=;` is not a row.
 */
export function* csvRows(pieces: Iterable<string>, separator: Separator): Generator<Row, void, undefined> {
  const reader = new CsvReader(separator);
  for (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

class CsvReader {
  readonly #separator: Separator;
  #line = 1;
  #start = 1;
  #cells: Cell[] = [];
  #field = '';
  #state: 'begin' | 'plain' | 'quoted' | 'after-quote' = 'begin';
  #afterCr = false;
  #quoteLine = 1;

  constructor(separator: Separator) {
    this.#separator = separator;
  }

  *read(piece: string): Generator<Row, void, undefined> {
    let at = 0;
    while (at < piece.length) {
      if (this.#state === 'plain' || this.#state === 'quoted') {
        const end = this.#endOfRun(piece, at);
        if (end > at) {
          this.#add(piece.slice(at, end));
          at = end;
          continue;
        }
      }
      const row = this.#take(piece[at] ?? '');
      at++;
      if (row !== null) yield row;
    }
  }

  *end(): Generator<Row, void, undefined> {
    if (this.#state === 'quoted') throw new Refusal({ code: 'unclosed-quote', line: this.#quoteLine });
    if (this.#state !== 'begin' || this.#cells.length > 0) yield this.#endRow();
  }

  /** How far the field goes on without anything that could end it. */
  #endOfRun(piece: string, from: number): number {
    let end = from;
    if (this.#state === 'quoted') {
      while (end < piece.length) {
        const code = piece.charCodeAt(end);
        if (code === 34 || code === 10 || code === 13) break;
        end++;
      }
      return end;
    }
    const separator = this.#separator.charCodeAt(0);
    while (end < piece.length) {
      const code = piece.charCodeAt(end);
      if (code === separator || code === 10 || code === 13) break;
      end++;
    }
    return end;
  }

  #take(character: string): Row | null {
    const secondOfTwo = this.#afterCr && character === '\n';
    this.#afterCr = character === '\r';
    if ((character === '\n' && !secondOfTwo) || character === '\r') this.#line++;
    if (this.#state === 'quoted') {
      if (character === '"') this.#state = 'after-quote';
      else this.#add(character);
      return null;
    }
    if (secondOfTwo) {
      this.#start = this.#line;
      return null;
    }
    if (character === '"' && this.#state === 'after-quote') {
      this.#add('"');
      this.#state = 'quoted';
      return null;
    }
    if (character === '"' && this.#state === 'begin') {
      this.#quoteLine = this.#line;
      this.#state = 'quoted';
      return null;
    }
    if (character === this.#separator) {
      this.#endField();
      return null;
    }
    if (character === '\n' || character === '\r') return this.#endRow();
    // After a quote that closed too early the rest belongs to the field all the same.
    this.#add(character);
    this.#state = 'plain';
    return null;
  }

  #add(text: string): void {
    this.#field += text;
    if (this.#field.length <= longestField) return;
    throw new Refusal(
      this.#state === 'quoted'
        ? { code: 'unclosed-quote', line: this.#quoteLine }
        : overCeiling('text-length', longestField),
    );
  }

  #endField(): void {
    this.#cells.push({ text: this.#field });
    if (this.#cells.length > mostColumns) throw new Refusal(overCeiling('attributes', mostColumns));
    this.#field = '';
    this.#state = 'begin';
  }

  #endRow(): Row {
    this.#endField();
    const row = { row: this.#start, cells: this.#cells };
    this.#cells = [];
    this.#start = this.#line;
    return row;
  }
}

/**
 * The separator of a text in columns, from its beginning: the one that cuts all rows into the same number of cells, else
 * the one that cuts most of them so. Null when none cuts anything.
 */
export function separatorOf(beginning: string): Separator | null {
  const told = /^sep=([;,\t|])\r?\n/i.exec(beginning)?.[1];
  const asTold = separators.find((separator) => separator === told);
  if (asTold !== undefined) return asTold;
  let best: { separator: Separator; score: number } | null = null;
  for (const separator of separators) {
    if (!beginning.includes(separator)) continue;
    // A comma between digits is nearly always that of the decimals.
    const text = separator === ',' ? beginning.replaceAll(/(?<=\d),(?=\d)/g, '.') : beginning;
    const rows = beginningRows(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
    const [{ length: width } = { length: 0 }] = rows;
    if (separator !== ',' && width > 1 && rows.every(({ length }) => length === width)) return separator;
    const score = scoreOf(rows);
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator ?? (beginning.includes(',') ? ',' : null);
}

function scoreOf(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts) if (width > 1) score = Math.max(score, count * (width - 1));
  return score;
}

const enoughRows = 40;

/** The first rows of the beginning of a text; the last one, which may be cut, only when it is the only one. */
export function beginningRows(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  const reader = new CsvReader(separator);
  try {
    for (const { cells } of reader.read(text)) {
      rows.push(cells.map((cell) => cell.text));
      if (rows.length >= enoughRows) return rows;
    }
    for (const { cells } of rows.length === 0 ? reader.end() : []) rows.push(cells.map((cell) => cell.text));
  } catch (error) {
    // Whoever reads it whole will say what is wrong.
    if (!(error instanceof Refusal)) throw error;
  }
  return rows;
}
