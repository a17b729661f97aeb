import type { DocumentProblem, DocumentWarning, Reading, RefusedRow } from '../../shared/domain/document.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { LogicalDocument } from '../importers/documents.ts';
import {
  documentOfPart,
  insertDocument,
  insertPart,
  nextDocumentId,
  setRefusedRows,
} from '../ledger/documents.ts';
import { createFactWriter, keepTally } from '../ledger/facts.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readDocument, type KeepReading, type Told } from './read-document.ts';

/** What became of a document that was understood. */
export interface KeptDocument {
  readonly id: number;
  /** The ledger held the same content already, perhaps under other bytes: nothing changed. */
  readonly known: boolean;
  readonly warnings: readonly DocumentWarning[];
  readonly refusedRows: readonly RefusedRow[];
}

export interface KeepContext {
  readonly enteCodiceFiscale: string;
  /** The moment of the import, ISO instant. */
  readonly now: string;
  /** Called every few hundred readings; throws to stop the import. */
  readonly breathe: () => void;
}

/**
 * Keeps what a document says, or finds that it is known. When it is refused nothing of it stays. Documents of
 * ordinary size are read whole before anything is written; the large ones are written as they come, behind a
 * savepoint, so that memory does not grow with them.
 */
export function keepDocument(
  ledger: WritableLedger,
  document: LogicalDocument,
  context: KeepContext,
): Result<KeptDocument, DocumentProblem> {
  const size = document.parts.reduce((sum, part) => sum + part.source.size, 0);
  return size <= sizeReadWhole ? keepSmall(ledger, document, context) : keepLarge(ledger, document, context);
}

const sizeReadWhole = 2 * 1024 * 1024;

function keepSmall(
  ledger: WritableLedger,
  document: LogicalDocument,
  context: KeepContext,
): Result<KeptDocument, DocumentProblem> {
  const readings: { reading: Reading; part: number; digest: string }[] = [];
  const told = readDocument(
    document,
    context.enteCodiceFiscale,
    breathing(context, (reading, part, digest) => readings.push({ reading, part, digest })),
  );
  if (!told.ok) return told;
  const id = nextDocumentId(ledger);
  const known = knownContent(ledger, told.value, id);
  if (known !== null) return ok(alreadyKnown(known));
  begin(ledger, document, context, id);
  const facts = createFactWriter(ledger, id, context.enteCodiceFiscale);
  for (const { reading, part, digest } of readings) facts.keep(reading, part, digest);
  return ok(finish(ledger, id, told.value));
}

function keepLarge(
  ledger: WritableLedger,
  document: LogicalDocument,
  context: KeepContext,
): Result<KeptDocument, DocumentProblem> {
  const id = nextDocumentId(ledger);
  ledger.exec('SAVEPOINT document');
  begin(ledger, document, context, id);
  const facts = createFactWriter(ledger, id, context.enteCodiceFiscale);
  const told = readDocument(
    document,
    context.enteCodiceFiscale,
    breathing(context, (reading, part, digest) => facts.keep(reading, part, digest)),
  );
  const known = told.ok ? knownContent(ledger, told.value, id) : null;
  if (!told.ok || known !== null) ledger.exec('ROLLBACK TO document');
  ledger.exec('RELEASE document');
  if (!told.ok) return told;
  return ok(known === null ? finish(ledger, id, told.value) : alreadyKnown(known));
}

function begin(ledger: WritableLedger, document: LogicalDocument, context: KeepContext, id: number): void {
  insertDocument(ledger, {
    id,
    name: document.name,
    kind: document.kind,
    ente: context.enteCodiceFiscale,
    importedAt: context.now,
  });
}

function finish(ledger: WritableLedger, id: number, told: Told): KeptDocument {
  told.parts.forEach((part, index) => insertPart(ledger, id, index, part));
  if (told.refusedRows.length > 0) setRefusedRows(ledger, id, told.refusedRows);
  const [part] = told.parts;
  if (told.tally !== null && part !== undefined) keepTally(ledger, id, part.digest, told.tally);
  return { id, known: false, warnings: told.warnings, refusedRows: told.refusedRows };
}

/** The document that said all this before: known when each of its pages is. */
function knownContent(ledger: WritableLedger, told: Told, ownId: number): number | null {
  const known = told.parts.map((part) => documentOfPart(ledger, part.digest, ownId));
  return known.includes(null) ? null : (known[0] ?? null);
}

function alreadyKnown(id: number): KeptDocument {
  return { id, known: true, warnings: [], refusedRows: [] };
}

const readingsBetweenBreaths = 256;

function breathing(context: KeepContext, keep: KeepReading): KeepReading {
  let count = 0;
  return (reading, part, digest) => {
    if (count++ % readingsBetweenBreaths === 0) context.breathe();
    keep(reading, part, digest);
  };
}
