import type { DocumentProblem, LeftAside, Reading } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { Check, cut, type ValueProblem } from '../check.ts';
import type { Sink } from '../importer.ts';
import { Refusal } from '../refusal.ts';
import type { NamedText } from '../shape.ts';
import { findHeader, missingColumn, neededKeys, type FoundHeader, type Layout } from './layout.ts';
import { openTable, type Cell, type Row, type Table } from './table.ts';

/** A value of a row: its text, the header of its column, and the number that a spreadsheet kept. */
export interface TableField extends NamedText {
  readonly number?: number | undefined;
}

/** One row below the header. */
export interface TableRecord<Key extends string> {
  readonly row: number;
  /** The value of a column; null when the file has no such column or the cell is empty. */
  get(key: Key): TableField;
}

/** What a row says: readings, or that it is of no use here. */
export type RowReading =
  Result<readonly Reading[], ValueProblem> | { readonly ok: 'left-aside'; readonly why: LeftAside };

/** A row of no use here, which is no mistake. */
export function leftAside(why: LeftAside): RowReading {
  return { ok: 'left-aside', why };
}

/** What an importer makes of a table. */
export interface TableReader<Key extends string> {
  /** Told once, before the rows: the rows above them, the header included, and which columns there are. */
  begin?(table: { readonly above: readonly Row[]; has(key: Key): boolean }): readonly Reading[];
  row(record: TableRecord<Key>, check: Check): RowReading;
  /** After the last row: what was gathered, and the row on which each reading stands; null for none. */
  end?(): Iterable<{ readonly reading: Reading; readonly row: number | null }>;
}

/** Finds the columns among the first rows of a table; null when they are not there. */
export type FindHeader<Key extends string> = (
  rows: readonly (readonly string[])[],
) => FoundHeader<Key> | null;

/**
 * Reads a table row by row. A bad row is refused and the others go on; a column whose numbers were rounded in most rows
 * refuses the file. Lines of totals are left out, formulas are told.
 */
export function readRecords<Key extends string>(
  source: ByteSource,
  layout: Layout<Key>,
  sink: Sink,
  reader: TableReader<Key>,
  find: FindHeader<Key> = (rows) => findHeader(rows, layout),
): Result<void, DocumentProblem> {
  try {
    const table = openTable(source);
    if (!table.ok) return table;
    for (const warning of table.value.warnings) sink.warning(warning);
    return readTable(table.value, layout, sink, reader, find);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

const enoughForHeader = 40;

function readTable<Key extends string>(
  table: Table,
  layout: Layout<Key>,
  sink: Sink,
  reader: TableReader<Key>,
  find: FindHeader<Key>,
): Result<void, DocumentProblem> {
  const first: Row[] = [];
  for (const row of table.rows()) {
    first.push(row);
    if (first.length >= enoughForHeader) break;
  }
  const texts = first.map(({ cells }) => cells.map(({ text }) => text));
  const header = find(texts);
  if (header === null) return fail({ code: 'column-missing', column: missingColumn(texts, layout) });
  if (header.twice !== null) return fail({ code: 'column-twice', column: header.twice });
  const tally = new Tally(sink);
  const above = first.slice(0, header.at + 1);
  for (const reading of reader.begin?.({ above, has: (key) => header.places.has(key) }) ?? [])
    tally.tell(reading);
  let at = 0;
  for (const row of table.rows()) {
    if (at++ <= header.at || row.cells.every(({ text }) => text.trim() === '')) continue;
    readRow(row, header, layout, reader, tally);
  }
  for (const { reading, row } of reader.end?.() ?? []) tally.tell(reading, row);
  return tally.finish();
}

function readRow<Key extends string>(
  row: Row,
  header: FoundHeader<Key>,
  layout: Layout<Key>,
  reader: TableReader<Key>,
  tally: Tally,
): void {
  const extra = row.cells.slice(header.width).find(({ text }) => text.trim() !== '');
  if (isTotal(row, header, layout)) return tally.totalRow(row.row);
  if (extra !== undefined)
    return tally.refuse(row.row, { code: 'wrong-width', field: '', value: cut(extra.text) });
  const check = new Check();
  const record: TableRecord<Key> = {
    row: row.row,
    get(key) {
      const place = header.places.get(key);
      const name = place?.header ?? layout[key].headers[0] ?? key;
      const cell = place === undefined ? undefined : row.cells[place.index];
      if (cell?.formula === true) tally.formula(name, row.row);
      return cell === undefined || cell.text.trim() === ''
        ? { name, value: null }
        : { name, value: cell.text, number: cell.number };
    },
  };
  const said = reader.row(record, check);
  if (said.ok === 'left-aside') tally.leaveAside(said.why);
  else if (said.ok) tally.keep(said.value, row.row);
  else tally.refuse(row.row, said.problem);
}

/** How a line of totals begins. */
export const totalWord = /^(?:sub)?(?:totale|totali|tot\.|somma|saldo)\b/i;

/** A line that says it is a total, and lacks something that every row has. */
function isTotal<Key extends string>(row: Row, header: FoundHeader<Key>, layout: Layout<Key>): boolean {
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  if (filled.length > 4 || !filled.some(({ text }) => totalWord.test(text.trim()))) return false;
  return neededKeys(layout).some((keys) =>
    keys.every((key) => isEmpty(row.cells[header.places.get(key)?.index ?? -1])),
  );
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell.text.trim() === '' || totalWord.test(cell.text.trim());
}

/** Counts what became of the rows. */
class Tally {
  readonly #sink: Sink;
  #told = 0;
  #kept = 0;
  #refused = 0;
  #damaged = 0;
  #firstDamage: (DocumentProblem & { code: 'column-damaged' }) | null = null;
  readonly #aside = new Map<LeftAside, number>();
  readonly #formulas = new Map<string, Set<number>>();

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  keep(readings: readonly Reading[], row: number): void {
    this.#kept += 1;
    for (const reading of readings) this.tell(reading, row);
  }

  tell(reading: Reading, row: number | null = null): void {
    this.#told += 1;
    this.#sink.reading(reading, row ?? undefined);
  }

  refuse(row: number, problem: ValueProblem): void {
    this.#refused += 1;
    if (problem.code === 'damaged-by-excel') {
      this.#damaged += 1;
      const { field: column, value } = problem;
      this.#firstDamage ??= { code: 'column-damaged', column, row, value };
    }
    this.#sink.refusedRow({ row, ...problem });
  }

  leaveAside(why: LeftAside): void {
    this.#aside.set(why, (this.#aside.get(why) ?? 0) + 1);
  }

  totalRow(row: number): void {
    this.#sink.warning({ code: 'total-row-skipped', row });
  }

  formula(column: string, row: number): void {
    const rows = this.#formulas.get(column) ?? new Set<number>();
    this.#formulas.set(column, rows.add(row));
  }

  finish(): Result<void, DocumentProblem> {
    for (const [column, { size }] of this.#formulas)
      this.#sink.warning({ code: 'formula-values', column, rows: size });
    for (const [why, rows] of this.#aside) this.#sink.warning({ code: 'rows-left-aside', rows, why });
    // One rounded number is one bad row; where most are, the column went through a spreadsheet.
    if (this.#firstDamage !== null && this.#damaged > this.#kept) return fail(this.#firstDamage);
    // A list that says nothing is no document: there would be nothing to keep of it.
    if (this.#told === 0 || (this.#kept === 0 && this.#refused > 0))
      return fail({ code: 'no-usable-rows', refused: this.#refused });
    return ok(undefined);
  }
}
