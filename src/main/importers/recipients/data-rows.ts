import { flawOfFiscalCode, plainFiscalCode } from '../../../shared/domain/message/fiscal-code.ts';
import type { ListWarning, RefusedListRow } from '../../../shared/domain/message/list-problem.ts';
import { cut } from '../check.ts';
import { totalWord } from '../table/records.ts';
import type { Row } from '../table/table.ts';
import { cellAt, garbledText } from './cells.ts';

/** The rows under a header, numbered from 1: those that can be read, and those that are none of the list. */
export interface DataRows {
  readonly count: number;
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedListRow[];
  readonly warnings: readonly ListWarning[];
}

interface Header {
  readonly at: number;
  readonly headers: readonly string[];
  /** The columns that are read. */
  readonly used: readonly number[];
  /** Where a codice fiscale, or else something that every row has, stands. */
  readonly key: number | undefined;
}

/** Takes the rows below a header apart: lines of totals and rows wider than the header are told, not read. */
export function dataRows(all: readonly Row[], { at, headers, used, key }: Header): DataRows {
  const rows: Row[] = [];
  const refused: RefusedListRow[] = [];
  const formulas = new Map<number, number>();
  const garbled: { readonly row: number; readonly value: string }[] = [];
  const numbered = all.slice(at + 1).map(({ cells }, index) => ({ row: index + 1, cells }));
  for (const row of numbered) {
    const extra = row.cells.slice(headers.length).find(({ text }) => text.trim() !== '');
    if (isTotal(row, key)) refused.push({ row: row.row, code: 'total-row' });
    else if (extra !== undefined)
      refused.push({ row: row.row, code: 'row-too-wide', value: cut(extra.text) });
    else rows.push(row);
    for (const index of used)
      if (row.cells[index]?.formula === true) formulas.set(index, (formulas.get(index) ?? 0) + 1);
    const value = garbledText(row);
    if (value !== null) garbled.push({ row: row.row, value: cut(value) });
  }
  const [first] = garbled;
  return {
    count: numbered.length,
    rows,
    refused,
    warnings: [
      ...[...formulas].map(
        ([index, count]) => ({ code: 'formula-values', column: headers[index] ?? '', rows: count }) as const,
      ),
      ...(first === undefined ? [] : [{ code: 'garbled-text', rows: garbled.length, ...first } as const]),
    ],
  };
}

const mostInTotal = 6;

/** A line that says it is a total, and is of nobody. */
function isTotal(row: Row, key: number | undefined): boolean {
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  if (filled.length > mostInTotal || !filled.some(({ text }) => totalWord.test(text.trim()))) return false;
  const flaw = flawOfFiscalCode(plainFiscalCode(cellAt(row, key).text));
  return flaw?.code === 'cf-missing' || flaw?.code === 'cf-length';
}
