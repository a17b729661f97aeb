import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { openTable, type Row } from '../table/table.ts';
import { enoughRows } from './fits.ts';

/** The first rows of a list, or why it cannot be gone through. */
export function firstRows(source: ByteSource, most = enoughRows): Result<readonly Row[], DocumentProblem> {
  try {
    const table = openTable(source);
    if (!table.ok) return table;
    const rows: Row[] = [];
    for (const row of table.value.rows()) {
      rows.push(row);
      if (rows.length >= most) break;
    }
    return ok(rows);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}
