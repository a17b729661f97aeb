import type { RefusedRow } from '../../shared/domain/document.ts';
import { refusedRowHeader, refusedRowReasons } from '../../shared/wording/warnings.ts';
import { csvOf } from './csv.ts';
import { safeName } from './safe-name.ts';

/** The lines that were left out of a document, to be sent back to whoever made it. */
export function refusedRowsFile(
  document: string,
  rows: readonly RefusedRow[],
): { readonly name: string; readonly bytes: Uint8Array } {
  const lines = rows.map(({ row, field, value, code }) => [
    document,
    row,
    field,
    value,
    refusedRowReasons[code],
  ]);
  return { name: `${safeName(document)}-righe-scartate.csv`, bytes: csvOf([refusedRowHeader, ...lines]) };
}
