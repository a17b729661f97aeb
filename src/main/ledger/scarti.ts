import { maskCodiciIn } from '../../shared/domain/masked.ts';
import type { Discarded } from '../../shared/domain/document.ts';
import { factRange } from './documents.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** An act by which documents were discarded. */
export interface Scarto {
  readonly id: number;
  readonly act: string;
  readonly actDay: string;
  readonly author: string;
  readonly madeAt: string;
  readonly documents: number;
  readonly facts: number;
}

export function listScarti(ledger: ReadableLedger): Scarto[] {
  return all(
    ledger,
    `SELECT id, act, act_day AS actDay, author, made_at AS madeAt, documents, facts FROM scarti ORDER BY id DESC`,
  );
}

export function insertScarto(
  ledger: WritableLedger,
  scarto: Omit<Scarto, 'id' | 'documents' | 'facts'>,
): number {
  const { act, actDay, author, madeAt } = scarto;
  run(
    ledger,
    `INSERT INTO scarti (act, act_day, author, made_at, documents, facts) VALUES (?, ?, ?, ?, 0, 0)`,
    [act, actDay, author, madeAt],
  );
  return one<{ id: number }>(ledger, `SELECT max(id) AS id FROM scarti`)?.id ?? 0;
}

export function countScarto(ledger: WritableLedger, id: number, documents: number, facts: number): void {
  run(ledger, `UPDATE scarti SET documents = ?, facts = ? WHERE id = ?`, [documents, facts, id]);
}

/** Notes by their digests what a document said and which bytes told it; returns how many facts it has. */
export function noteDiscarded(ledger: WritableLedger, scarto: number, document: number): number {
  run(
    ledger,
    `INSERT INTO scartati (scarto_id, document_id, digest)
     SELECT @scarto, @document, digest FROM document_parts WHERE document_id = @document
     UNION SELECT @scarto, @document, sha256 FROM files WHERE first_document = @document AND last_document = @document`,
    { scarto, document },
  );
  const range = factRange(document);
  return ['movimenti', 'righe', 'ricevute', 'posizioni', 'flussi', 'flussi_attesi'].reduce(
    (sum, table) =>
      sum +
      (one<{ n: number }>(ledger, `SELECT count(*) AS n FROM ${table} WHERE id BETWEEN ? AND ?`, range)?.n ??
        0),
    0,
  );
}

/** What is left of a document when its facts are gone: its name, without codes in it, and when it came. */
export function emptyDocument(ledger: WritableLedger, id: number, name: string): void {
  const told = maskCodiciIn(name);
  run(
    ledger,
    `UPDATE documents SET name = ?, warnings = '[]', refused_rows = '[]', report = NULL WHERE id = ?`,
    [told, id],
  );
  run(ledger, `UPDATE document_parts SET header = NULL WHERE document_id = ?`, [id]);
  run(ledger, `UPDATE files SET name = ? WHERE first_document = ? AND last_document = ?`, [told, id, id]);
}

/** Whether it is worth asking {@link discardedBy} at all. */
export function isAnythingDiscarded(ledger: ReadableLedger): boolean {
  return one(ledger, `SELECT 1 FROM scartati LIMIT 1`) !== undefined;
}

/** By which act these bytes, or what they say, were discarded; null when they were not. */
export function discardedBy(ledger: ReadableLedger, digest: string): Discarded | null {
  // Asked once for each page of each document, and nearly always in vain: the first question must be a cheap one.
  const noted = one<{ scarto: number }>(
    ledger,
    `SELECT scarto_id AS scarto FROM scartati WHERE digest = ? LIMIT 1`,
    [digest],
  );
  if (noted === undefined) return null;
  const found = one<{ act: string; actDay: string }>(
    ledger,
    `SELECT act, act_day AS actDay FROM scarti WHERE id = ?`,
    [noted.scarto],
  );
  return found === undefined ? null : { code: 'discarded', ...found };
}

/** The standing documents in which nothing is later than that day; those without any day are none of them. */
export function documentsUpTo(ledger: ReadableLedger, day: string): number[] {
  const latest = `SELECT document_id AS id, max(day) AS day FROM movimenti GROUP BY document_id
    UNION ALL SELECT document_id, max(day) FROM flussi GROUP BY document_id
    UNION ALL SELECT f.document_id, max(g.day) FROM righe g JOIN flussi f ON f.id = g.flusso_id GROUP BY f.document_id
    UNION ALL SELECT document_id, max(coalesce(paid_on, substr(issued_at, 1, 10))) FROM ricevute GROUP BY document_id
    UNION ALL SELECT document_id, max(due_day) FROM posizioni GROUP BY document_id`;
  return all<{ id: number }>(
    ledger,
    `SELECT d.id FROM documents d JOIN (SELECT id, max(day) AS day FROM (${latest}) GROUP BY id) l ON l.id = d.id
     WHERE d.undone_at IS NULL AND l.day IS NOT NULL AND l.day <= ? ORDER BY d.id`,
    [day],
  ).map(({ id }) => id);
}
