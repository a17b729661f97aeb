import type { DocumentKind, DocumentWarning, RefusedRow } from '../../shared/domain/document.ts';
import type { OpiReport } from '../../shared/domain/opi-report.ts';
import type { Listing, Page, PageRequest } from './pages/listing.ts';
import { readPage } from './pages/read-page.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';
import { stretches } from './stretches.ts';

/** An imported document as the history shows it. */
export interface DocumentRecord {
  readonly id: number;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly importedAt: string;
  readonly undoneAt: string | null;
  readonly warnings: readonly DocumentWarning[];
  readonly refusedRows: readonly RefusedRow[];
  /** As of import; only a giornale has one. */
  readonly report: OpiReport | null;
}

/** A page of a document, told by the digest of what it says. */
export interface PartRecord {
  readonly digest: string;
  /** The page's header as read, JSON; null where the kind has none. */
  readonly header: string | null;
  /** Equal for the pages of one giornale; null for a document in one piece. */
  readonly pageGroup: string | null;
}

/** Facts of a document have ids in one range that begins here. */
const factsPerDocument = 2 ** 24;

export function firstFactId(documentId: number): number {
  return documentId * factsPerDocument;
}

/** The document that tells a fact. */
export function documentOfFact(factId: number): number {
  return Math.floor(factId / factsPerDocument);
}

/** The ids of the facts of the documents `from`..`to`, both included. */
export function factRange(from: number, to = from): readonly [number, number] {
  return [firstFactId(from), firstFactId(to + 1) - 1];
}

export function insertDocument(
  ledger: WritableLedger,
  document: { id: number; name: string; kind: DocumentKind; ente: string; importedAt: string },
): void {
  run(ledger, `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (?, ?, ?, ?, ?)`, [
    document.id,
    document.name,
    document.kind,
    document.ente,
    document.importedAt,
  ]);
}

/** The number the next document will get; ids are never used twice, undone documents keep theirs. */
export function nextDocumentId(ledger: ReadableLedger): number {
  return (one<{ id: number | null }>(ledger, `SELECT max(id) AS id FROM documents`)?.id ?? 0) + 1;
}

export function insertPart(
  ledger: WritableLedger,
  documentId: number,
  part: number,
  record: PartRecord,
): void {
  run(
    ledger,
    `INSERT INTO document_parts (document_id, part, digest, header, page_group) VALUES (?, ?, ?, ?, ?)`,
    [documentId, part, record.digest, record.header, record.pageGroup],
  );
}

export function partsOf(ledger: ReadableLedger, documentId: number): PartRecord[] {
  return all(
    ledger,
    `SELECT digest, header, page_group AS pageGroup FROM document_parts WHERE document_id = ? ORDER BY part`,
    [documentId],
  );
}

/** The digests of what the pages of a document say since people were taken out of it. */
export function minimisedParts(ledger: ReadableLedger, documentId: number): ReadonlyMap<number, string> {
  const parts = all<{ part: number; digest: string }>(
    ledger,
    `SELECT part, digest FROM minimised_parts WHERE document_id = ?`,
    [documentId],
  );
  return new Map(parts.map(({ part, digest }) => [part, digest]));
}

export function setWarnings(ledger: WritableLedger, id: number, warnings: readonly DocumentWarning[]): void {
  run(ledger, `UPDATE documents SET warnings = ? WHERE id = ?`, [JSON.stringify(warnings), id]);
}

export function setRefusedRows(ledger: WritableLedger, id: number, rows: readonly RefusedRow[]): void {
  run(ledger, `UPDATE documents SET refused_rows = ? WHERE id = ?`, [JSON.stringify(rows), id]);
}

export function setReport(ledger: WritableLedger, id: number, report: OpiReport): void {
  run(ledger, `UPDATE documents SET report = ? WHERE id = ?`, [JSON.stringify(report), id]);
}

export function documentById(ledger: ReadableLedger, id: number): DocumentRecord | null {
  const row = one<DocumentRow>(ledger, `SELECT ${columns} FROM documents WHERE id = ?`, [id]);
  return row === undefined ? null : toRecord(row);
}

/** The whole history, newest first, undone documents included. */
export function listDocuments(ledger: ReadableLedger): DocumentRecord[] {
  return all<DocumentRow>(ledger, `SELECT ${columns} FROM documents ORDER BY id DESC`).map(toRecord);
}

/** A page of the history, newest first: of one drop, or of all. */
export function pageOfDocuments(
  ledger: ReadableLedger,
  drop: string | null,
  page: Omit<PageRequest<'newest'>, 'sort'>,
): Page<DocumentRecord> {
  const conditions = drop === null ? [] : [{ sql: 'imported_at = @drop', values: { drop } }];
  const newest = { by: 'newest', descending: true } as const;
  const found = readPage<DocumentRow, 'newest'>(ledger, history, conditions, { ...page, sort: newest });
  return { ...found, rows: found.rows.map(toRecord) };
}

/** The names of the documents `from`..`to`. */
export function namesOf(
  ledger: ReadableLedger,
  from: number,
  to: number,
): { id: number; name: string; kind: DocumentKind }[] {
  return all(ledger, `SELECT id, name, kind FROM documents WHERE id BETWEEN ? AND ? ORDER BY id`, [from, to]);
}

export function countStanding(ledger: ReadableLedger): number {
  return one<{ n: number }>(ledger, `SELECT count(*) AS n FROM documents WHERE undone_at IS NULL`)?.n ?? 0;
}

export function isEmpty(ledger: ReadableLedger): boolean {
  return one(ledger, `SELECT 1 FROM documents LIMIT 1`) === undefined;
}

/** The standing documents among `from`..`to`. */
export function standingAmong(ledger: ReadableLedger, from: number, to: number): number[] {
  return all<{ id: number }>(
    ledger,
    `SELECT id FROM documents WHERE id BETWEEN ? AND ? AND undone_at IS NULL ORDER BY id`,
    [from, to],
  ).map(({ id }) => id);
}

/**
 * Takes away every fact that a document told; the document itself stays in the history. `breathe` is called every few
 * thousand rows, and may throw to stop.
 */
export function removeFacts(ledger: WritableLedger, id: number, undoneAt: string, breathe: () => void): void {
  for (const table of factTables) {
    const [numbered, column] =
      table === 'coperture' ? (['movimenti', 'movimento_id'] as const) : ([table, 'id'] as const);
    for (const { ids } of stretches(ledger, numbered, factRange(id))) {
      run(ledger, `DELETE FROM ${table} WHERE ${column} BETWEEN ? AND ?`, ids);
      breathe();
    }
  }
  run(ledger, `UPDATE documents SET undone_at = ? WHERE id = ?`, [undoneAt, id]);
}

/** Rows first, then what they belong to. */
export const factTables = [
  'coperture',
  'transfers',
  'ricevute',
  'righe',
  'flussi',
  'movimenti',
  'flussi_attesi',
  'posizioni',
  'fact_rows',
] as const;

const columns = `id, name, kind, imported_at AS importedAt, undone_at AS undoneAt,
  warnings, refused_rows AS refusedRows, report`;

const history: Listing<'newest'> = {
  table: 'documents',
  id: 'documents.id',
  joins: '',
  columns: `documents.${columns}`,
  cents: '0',
  key: [{ sql: 'documents.id', of: 'number' }],
  sorts: { newest: [] },
};

interface DocumentRow {
  readonly id: number;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly importedAt: string;
  readonly undoneAt: string | null;
  readonly warnings: string;
  readonly refusedRows: string;
  readonly report: string | null;
}

function toRecord(row: DocumentRow): DocumentRecord {
  return {
    ...row,
    warnings: JSON.parse(row.warnings) as DocumentWarning[],
    refusedRows: JSON.parse(row.refusedRows) as RefusedRow[],
    report: row.report === null ? null : (JSON.parse(row.report) as OpiReport),
  };
}
