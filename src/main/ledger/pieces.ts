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

/** Some rows of a table: the first and the last id, and how many there are between them. Numbers have gaps. */
export interface Stretch {
  readonly ids: readonly [number, number];
  readonly rows: number;
}

/** The rows of a table with ids in a range, so many at a time: those of one document, or of all the documents of a drop. */
export function* stretches(
  ledger: ReadableLedger,
  table:
    'movimenti' | 'flussi' | 'flussi_attesi' | 'righe' | 'ricevute' | 'transfers' | 'posizioni' | 'payments',
  [first, last]: readonly [number, number],
): Generator<Stretch> {
  for (let from = first; ;) {
    const { to = null, rows = 0 } =
      one<{ to: number | null; rows: number }>(
        ledger,
        `SELECT max(id) AS "to", count(*) AS rows FROM (SELECT id FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsInAStretch})`,
        [from, last],
      ) ?? {};
    if (to === null) return;
    yield { ids: [from, to], rows };
    from = to + 1;
  }
}

const rowsInAStretch = 5_000;
