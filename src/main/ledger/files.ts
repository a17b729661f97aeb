import type { DocumentKind } from '../../shared/domain/document.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, run } from './statements.ts';

/** A dropped file that was new from its first document to its last: `first`..`last` are its documents. */
export interface WholeFile {
  readonly sha256: string;
  readonly name: string;
  readonly seenAt: string;
  readonly first: number;
  readonly last: number;
}

/** Remembers which documents these bytes told, so that the same bytes need not be read again. */
export function insertFile(ledger: WritableLedger, file: WholeFile): void {
  run(
    ledger,
    `INSERT INTO files (sha256, name, seen_at, first_document, last_document) VALUES (?, ?, ?, ?, ?)`,
    [file.sha256, file.name, file.seenAt, file.first, file.last],
  );
}

export interface FileDocument {
  readonly id: number;
  readonly name: string;
  readonly kind: DocumentKind;
  /** What follows the file's name in the document's: empty for a loose file, `/inner.xml` in an archive. */
  readonly rest: string;
}

/** The documents that these very bytes told, all still standing; empty when the bytes must be read. */
export function documentsOfFile(ledger: ReadableLedger, sha256: string): FileDocument[] {
  return all<FileDocument>(
    ledger,
    `SELECT d.id, d.name, substr(d.name, length(found.name) + 1) AS rest, d.kind FROM (
       SELECT name, first_document, last_document FROM files f
       WHERE f.sha256 = ? AND NOT EXISTS (SELECT 1 FROM documents u
         WHERE u.id BETWEEN f.first_document AND f.last_document AND u.undone_at IS NOT NULL)
       ORDER BY f.id LIMIT 1) found
     CROSS JOIN documents d ON d.id BETWEEN found.first_document AND found.last_document
     ORDER BY d.id`,
    [sha256],
  );
}
