import { createRequire } from 'node:module';
import type * as Xlsx from 'xlsx';
import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { archiveLimits } from '../archive/limits.ts';
import { readArchive } from '../archive/archive.ts';
import { originOf, type ByteSource } from '../bytes.ts';
import type { Cell, Row } from './table.ts';

/** Largest file, and largest contents of one that is an archive: the reader of workbooks holds all of it in memory. */
const largestFile = 32 * 1024 * 1024;
const largestContents = 96 * 1024 * 1024;

const magics: readonly (readonly [RegExp, (source: ByteSource) => boolean])[] = [
  // The container of Office before 2007; Word's files are told from Excel's by the streams in it.
  [/^d0cf11e0a1b11ae1/, holdsOldWorkbook],
  [/^504b0304/, holdsWorkbook],
  // BIFF without a container (Excel 2 to 4).
  [/^0908|^0904|^0902/, () => true],
];

/** True for xlsx, xlsm, xlsb, xls and ods, by content. */
export function isWorkbook(source: ByteSource): boolean {
  const magic = Buffer.from(source.read(0, 8)).toString('hex');
  return magics.some(([pattern, holds]) => pattern.test(magic) && holds(source));
}

function holdsOldWorkbook(source: ByteSource): boolean {
  const bytes = Buffer.from(source.read(0, largestFile));
  return ['Workbook', 'Book', 'EncryptedPackage'].some((name) =>
    bytes.includes(Buffer.from(name, 'utf16le')),
  );
}

function holdsWorkbook(source: ByteSource): boolean {
  const archive = readArchive(source, archiveLimits, { bytes: 1_000 });
  if (!archive.ok) return false;
  const names = new Set(archive.value.map(({ name }) => name));
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return true;
  const [kind] = names.has('content.xml') ? archive.value.filter(({ name }) => name === 'mimetype') : [];
  const told = kind === undefined || 'problem' in kind || kind.size > 200 ? null : kind.expand();
  return told?.ok === true && Buffer.from(told.value).includes('opendocument.spreadsheet');
}

const opened = new WeakMap<ByteSource, Result<readonly Row[], DocumentProblem>>();

/** The rows of the one sheet that holds data. A file is opened once: who claims it and who reads it share the rows. */
export function openWorkbook(source: ByteSource): Result<readonly Row[], DocumentProblem> {
  const origin = originOf(source);
  const known = opened.get(origin);
  if (known !== undefined) return known;
  const rows = readWorkbook(source);
  opened.set(origin, rows);
  return rows;
}

function readWorkbook(source: ByteSource): Result<readonly Row[], DocumentProblem> {
  if (source.size > largestFile || !isWithinLimits(source))
    return fail({ code: 'workbook-refused', why: 'too-large' });
  const xlsx = load();
  let book: Xlsx.WorkBook;
  try {
    book = quietly(() =>
      xlsx.read(Buffer.from(source.read(0, source.size)), {
        type: 'buffer',
        dense: true,
        cellNF: true,
        cellText: true,
        cellHTML: false,
        cellFormula: true,
        bookVBA: false,
      }),
    );
  } catch (error) {
    return fail({ code: 'workbook-refused', why: isLocked(error) ? 'protected' : 'damaged' });
  }
  const sheets = book.SheetNames.map((name, i) => ({ sheet: book.Sheets[name], hidden: isHidden(book, i) }));
  const filled = sheets.flatMap(({ sheet, hidden }) => {
    const rows = sheet === undefined || hidden ? [] : rowsOf(xlsx, sheet, book);
    return rows.length === 0 ? [] : [rows];
  });
  const [first, ...others] = filled;
  if (sheets.every(({ sheet }) => sheet === undefined))
    return fail({ code: 'workbook-refused', why: 'damaged' });
  if (first === undefined) return fail({ code: 'empty-file' });
  const tables = [first, ...others].filter(isTable);
  if (tables.length > 1) return fail({ code: 'workbook-refused', why: 'several-sheets' });
  return ok(tables[0] ?? first);
}

/** A second sheet of notes is usual; a second one with a table might be the one that is meant. */
function isTable(rows: readonly Row[]): boolean {
  return rows.filter(({ cells }) => cells.length > 2).length > 1;
}

/** The sizes that the archive declares are counted while it is expanded, entry by entry. */
function isWithinLimits(source: ByteSource): boolean {
  if (Buffer.from(source.read(0, 2)).toString('latin1') !== 'PK') return true;
  const archive = readArchive(source, archiveLimits, { bytes: largestContents });
  if (!archive.ok) return true;
  return archive.value.every((entry) => {
    if ('problem' in entry) return true;
    const expanded = entry.expand();
    return expanded.ok || expanded.problem.code !== 'over-ceiling';
  });
}

let isLoaded = false;

/** True when a workbook was met: the library keeps settings of its own from one to the next. */
export function isWorkbookReaderLoaded(): boolean {
  return isLoaded;
}

/** The library tells the terminal of every record that it does not know, once for each: nobody there can use it. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

/** Loaded when the first workbook is met: it takes longer than everything else together. */
function load(): typeof Xlsx {
  isLoaded = true;
  const loaded: unknown = createRequire(import.meta.url)('xlsx');
  if (!isReader(loaded)) throw new Error('the reader of workbooks is not what it was');
  return loaded;
}

function isReader(loaded: unknown): loaded is typeof Xlsx {
  return typeof loaded === 'object' && loaded !== null && 'read' in loaded && 'SSF' in loaded;
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /password|encrypt/i.test(error.message);
}

function isHidden(book: Xlsx.WorkBook, index: number): boolean {
  return (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

function rowsOf(xlsx: typeof Xlsx, sheet: Xlsx.WorkSheet, book: Xlsx.WorkBook): Row[] {
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const data: unknown = sheet['!data'];
  if (!Array.isArray(data)) return [];
  const rows: Row[] = [];
  data.forEach((line: unknown, i: number) => {
    if (!Array.isArray(line)) return;
    const cells = Array.from(line, (cell: Xlsx.CellObject | undefined) =>
      cell === undefined || cell === null ? emptyCell : cellOf(xlsx, cell, is1904),
    );
    while (cells.length > 0 && cells.at(-1)?.text === '') cells.pop();
    if (cells.length > 0) rows.push({ row: i + 1, cells });
  });
  return rows;
}

const emptyCell: Cell = { text: '' };

function cellOf(xlsx: typeof Xlsx, cell: Xlsx.CellObject, is1904: boolean): Cell {
  const formula = cell.f === undefined ? {} : { formula: true as const };
  switch (cell.t) {
    case 'n': {
      const value = Number(cell.v);
      const isDate = typeof cell.z === 'string' && xlsx.SSF.is_date(cell.z);
      if (isDate) return { text: dayOfSerial(value, is1904), ...formula };
      return { text: textOfNumber(value), number: value, ...formula };
    }
    case 'd':
      return { text: cell.v instanceof Date ? cell.v.toISOString() : '', ...formula };
    case 'b':
      return { text: cell.v === true ? 'VERO' : 'FALSO', ...formula };
    case 'e':
      return { text: cell.w ?? '#ERRORE', ...formula };
    case 's':
    case 'z':
      return { text: typeof cell.v === 'string' ? cell.v : '', ...formula };
  }
}

/** Excel keeps fifteen digits: a longer number is shown as one that was rounded. */
const fifteenDigits = 1e15;

function textOfNumber(value: number): string {
  return Math.abs(value) >= fifteenDigits ? value.toExponential().toUpperCase() : String(value);
}

const dayMs = 86_400_000;
/** Serial 1 is 1 January 1900 and 60 the 29 February that never was, so 61 is 1 March 1900. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** The ISO day of an Excel serial, with the time when it has one. */
function dayOfSerial(serial: number, is1904: boolean): string {
  const shifted = is1904 || serial >= 60 ? serial : serial + 1;
  const moment = new Date(Math.round((is1904 ? epoch1904 : epoch1900) + shifted * dayMs));
  if (Number.isNaN(moment.getTime())) return String(serial);
  const text = moment.toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19);
}
