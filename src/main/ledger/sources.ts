import type { DocumentKind, RefusedRow } from '../../shared/domain/document.ts';
import { documentOfFact, firstFactId } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { one } from './statements.ts';

/** Where something was told. */
export interface Source {
  readonly document: {
    readonly id: number;
    readonly name: string;
    readonly kind: DocumentKind;
    readonly importedAt: string;
  };
  /** 1-based, among the lines of that kind; null for what is no line, and in lists, whose rows are not numbered so. */
  readonly row: number | null;
}

/** The lines of which a document has many. */
export type LineTable = 'movimenti' | 'righe' | 'ricevute' | 'posizioni';

/** Which document tells this fact. */
export function documentTelling(ledger: ReadableLedger, factId: number): Source {
  const { refusedRows: _refusedRows, ...document } = documentOf(ledger, factId);
  return { document, row: null };
}

/**
 * Which line of which document this fact is. A list says on which of its rows. In other documents lines are counted, for
 * pages have heads between them, and lines that were left out are counted too: a person looks the line up in the file.
 */
export function sourceOf(ledger: ReadableLedger, table: LineTable, factId: number): Source {
  const { refusedRows, ...document } = documentOf(ledger, factId);
  const told = one<{ row: number }>(ledger, `SELECT row FROM fact_rows WHERE id = ?`, [factId]);
  if (told !== undefined) return { document, row: told.row };
  // Titles, empty rows and totals stand among the lines of a list: to count its movements would name another row.
  if (document.kind === 'tesoreria') return { document, row: null };
  const kept = one<{ lines: number }>(
    ledger,
    `SELECT count(*) AS lines FROM ${table} WHERE id BETWEEN ? AND ?`,
    [firstFactId(document.id), factId],
  );
  const refused = (JSON.parse(refusedRows) as RefusedRow[]).map(({ row }) => row);
  return { document, row: countRefused(kept?.lines ?? 0, refused) };
}

/** The place in the file of the line that is the `kept`-th of those that were not left out. */
function countRefused(kept: number, refused: readonly number[]): number {
  return [...new Set(refused)]
    .toSorted((a, b) => a - b)
    .reduce((row, left) => (left <= row ? row + 1 : row), kept);
}

interface DocumentRow {
  readonly id: number;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly importedAt: string;
  readonly refusedRows: string;
}

function documentOf(ledger: ReadableLedger, factId: number): DocumentRow {
  const id = documentOfFact(factId);
  const document = one<DocumentRow>(
    ledger,
    `SELECT id, name, kind, imported_at AS importedAt, refused_rows AS refusedRows FROM documents WHERE id = ?`,
    [id],
  );
  if (document === undefined) throw new Error(`fact ${factId} has no document`);
  return document;
}
