import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { ListProblem } from '../../../shared/domain/message/list-problem.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { overCeiling } from '../archive/limits.ts';
import type { ByteSource } from '../bytes.ts';
import { decodeBeginning, decodeText } from '../decode.ts';
import { Refusal } from '../refusal.ts';
import { csvRows } from '../table/csv.ts';
import { openTable, type Row } from '../table/table.ts';
import { isWorkbook } from '../table/workbook.ts';
import { fieldOfHeader } from './columns.ts';

/** A list is held in memory whole: how its columns are written is known only at its end. */
const largestList = 64 * 1024 * 1024;
const webPage = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|meta|table|style)\b/i;

/** The rows of a list in whatever form it comes, empty ones left out. */
export function openList(source: ByteSource): Result<readonly Row[], ListProblem> {
  if (source.size === 0) return fail({ code: 'list-empty' });
  if (source.size > largestList) return unreadable(overCeiling('size', largestList));
  try {
    if (!isWorkbook(source) && webPage.test(decodeBeginning(source.read(0, 1_000))))
      return fail({ code: 'web-page-list' });
    const table = openTable(source);
    if (table.ok) return ok([...table.value.rows()].filter(isFilled));
    return oneColumn(source) ?? unreadable(table.problem);
  } catch (error) {
    if (error instanceof Refusal) return unreadable(error.problem);
    throw error;
  }
}

function isFilled({ cells }: Row): boolean {
  return cells.some(({ text }) => text.trim() !== '');
}

/** Codici fiscali one below the other have no separator; null for any other text without one. */
function oneColumn(source: ByteSource): Result<readonly Row[], ListProblem> | null {
  const text = isWorkbook(source) ? null : decodeText(source);
  if (text?.ok !== true) return null;
  const rows = [...csvRows(text.value.pieces(), ';')].filter(isFilled);
  const isList = rows
    .slice(0, 30)
    .some(({ cells }) => fieldOfHeader(cells[0]?.text ?? '')?.field === 'fiscalCode');
  return isList ? ok(rows) : null;
}

function unreadable(problem: DocumentProblem): Result<never, ListProblem> {
  if (problem.code === 'unknown-format') return fail({ code: 'not-a-list', saw: problem.saw });
  return fail(problem.code === 'empty-file' ? { code: 'list-empty' } : { code: 'unreadable-list', problem });
}
