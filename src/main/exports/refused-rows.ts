import type { RefusedRow } from '../../shared/domain/document.ts';
import { refusedRowHeader, refusedRowReasons } from '../../shared/wording/warnings.ts';
import { csvOf } from './csv.ts';

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

/** A name that every system can write, whatever the document is called. */
function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '-')
    .replace(/^[.\s]+/, '')
    .slice(0, 100)
    .trim();
  return safe === '' ? 'documento' : safe;
}
