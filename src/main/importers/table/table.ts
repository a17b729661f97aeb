import type { DocumentProblem, DocumentWarning } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { decodeText } from '../decode.ts';
import { csvRows, separatorOf } from './csv.ts';
import { isWorkbook, openWorkbook } from './workbook.ts';

/** One cell, as a text in columns would show it. */
export interface Cell {
  /** Days are ISO, numbers have a dot and no more digits than they need. */
  readonly text: string;
  /** The number that a spreadsheet keeps; absent for a text. */
  readonly number?: number;
  /** A formula made the value: it is the one that was saved. */
  readonly formula?: true;
}

export interface Row {
  /** 1-based line of the text on which the row begins, or row of the sheet. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A text in columns, or a sheet. Its rows may be gone through again and again; a `Refusal` ends them. */
export interface Table {
  rows(): Iterable<Row>;
  readonly warnings: readonly DocumentWarning[];
}

/** Opens a CSV in whatever encoding and separator, or the one sheet with data of a workbook. */
export function openTable(source: ByteSource): Result<Table, DocumentProblem> {
  if (isWorkbook(source)) {
    const rows = openWorkbook(source);
    return rows.ok ? ok({ rows: () => rows.value, warnings: [] }) : rows;
  }
  const text = decodeText(source);
  if (!text.ok) return text;
  const { pieces, warnings } = text.value;
  const separator = separatorOf(beginning(pieces()));
  if (separator === null) return fail({ code: 'unknown-format', saw: 'un testo' });
  return ok({ rows: () => csvRows(pieces(), separator), warnings });
}

const enoughForSeparator = 64 * 1024;

function beginning(pieces: Iterable<string>): string {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length >= enoughForSeparator) break;
  }
  return text;
}
