import { factRange } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { one } from './statements.ts';

/** Some rows of a document, by their ids, both included; `first`..`last` are all that it can have. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The rows of a document in pieces: a statement over all of them is one step, in which nobody can be heard. */
export function piecesOf(
  ledger: ReadableLedger,
  table: 'movimenti' | 'righe' | 'transfers' | 'flussi_attesi' | 'posizioni',
  documentId: number,
): Piece[] {
  const [first, last] = factRange(documentId);
  const lastRow =
    one<{ id: number | null }>(ledger, `SELECT max(id) AS id FROM ${table} WHERE id BETWEEN ? AND ?`, [
      first,
      last,
    ])?.id ?? 0;
  const pieces: Piece[] = [];
  for (let from = first; from <= lastRow; from += rowsInAPiece)
    pieces.push({ first, last, from, to: from + rowsInAPiece - 1 });
  return pieces;
}

const rowsInAPiece = 4_096;
