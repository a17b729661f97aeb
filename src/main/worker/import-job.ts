import { createHash } from 'node:crypto';
import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  RefusedRow,
} from '../../shared/domain/document.ts';
import { compileCodici } from '../../shared/domain/codice.ts';
import { addReports, type OpiReport } from '../../shared/domain/opi-report.ts';
import type { Result } from '../../shared/domain/result.ts';
import { chunksOf, type ByteSource } from '../importers/bytes.ts';
import { openDocuments, type LogicalDocument, type RefusedDocument } from '../importers/documents.ts';
import { nextDocumentId, setReport, setWarnings } from '../ledger/documents.ts';
import { documentsOfFile, insertFile } from '../ledger/files.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { markUniverse } from '../ledger/opi-universe.ts';
import { readSettings } from '../ledger/settings.ts';
import { openTouched, touchDocuments } from '../ledger/touched.ts';
import { openFile } from './file-bytes.ts';
import { findWarnings } from './import-warnings.ts';
import type { JobContext } from './job-context.ts';
import { keepDocument, type KeptDocument } from './keep-document.ts';
import { reportOf } from './opi-report.ts';
import { reconcile } from './reconcile.ts';

/** A file to import: where its bytes are, and what the person calls it. */
export interface ImportFile {
  readonly path: string;
  readonly name: string;
}

export interface DocumentOutcome {
  readonly id: number | null;
  readonly name: string;
  readonly kind: DocumentKind | null;
  readonly outcome: 'imported' | 'already-imported' | 'refused';
  readonly problem: DocumentProblem | null;
  readonly refusedRows: readonly RefusedRow[];
  readonly warnings: readonly DocumentWarning[];
  readonly report: OpiReport | null;
}

export interface ImportOutcome {
  readonly documents: readonly DocumentOutcome[];
  /** Of all the giornali together; null without one. */
  readonly report: OpiReport | null;
}

/**
 * Imports files and matches what they touch, as one transaction: either all that could be read is in the ledger
 * with its verdicts, or, when the job is stopped, nothing is. A refused document does not stop the others.
 */
export function importFiles(
  ledger: WritableLedger,
  files: readonly ImportFile[],
  context: JobContext,
): ImportOutcome {
  const settings = readSettings(ledger);
  if (settings.ente === null)
    return {
      documents: files.map(({ name }) => refused(name, { code: 'ente-not-configured' })),
      report: null,
    };
  const enteCodiceFiscale = settings.ente.codiceFiscale;
  const firstId = nextDocumentId(ledger);
  const keep = (document: LogicalDocument | RefusedDocument): DocumentOutcome =>
    document.type === 'refused'
      ? refused(document.name, document.problem)
      : outcomeOf(
          document,
          keepDocument(ledger, document, { enteCodiceFiscale, now: context.now, breathe: context.breathe }),
        );
  const outcomes: DocumentOutcome[] = [];
  files.forEach((file, done) => {
    context.progress({ step: 'read', done, total: files.length });
    outcomes.push(...importFile(ledger, file, context.now, keep));
  });

  const lastId = nextDocumentId(ledger) - 1;
  openTouched(ledger);
  if (lastId >= firstId) touchDocuments(ledger, firstId, lastId);
  reconcile(ledger, compileCodici(settings), (done, total) => {
    context.breathe();
    context.progress({ step: 'match', done, total });
  });
  const warnings =
    lastId >= firstId ? findWarnings(ledger, firstId, lastId) : new Map<number, DocumentWarning[]>();
  const documents = outcomes.map((one) => complete(ledger, one, warnings));
  return { documents, report: addReports(documents.flatMap(({ report }) => report ?? [])) };
}

/**
 * The documents of one file. When the file changes under our eyes all of them are taken back: what was read may
 * be half of one version and half of another.
 */
function importFile(
  ledger: WritableLedger,
  file: ImportFile,
  now: string,
  keep: (document: LogicalDocument | RefusedDocument) => DocumentOutcome,
): DocumentOutcome[] {
  const opened = openFile(file.path);
  if (!opened.ok) return [refused(file.name, opened.problem)];
  const { source } = opened.value;
  ledger.exec('SAVEPOINT file');
  try {
    const sha256 = digestOf(source);
    const known = documentsOfFile(ledger, sha256);
    if (known.length > 0)
      return known.map(({ id, rest, kind }) => outcome(id, `${file.name}${rest}`, kind, 'already-imported'));
    const first = nextDocumentId(ledger);
    const outcomes = Array.from(openDocuments(file.name, source), keep);
    if (opened.value.changed()) {
      ledger.exec('ROLLBACK TO file');
      return [refused(file.name, { code: 'file-changed' })];
    }
    if (outcomes.length > 0 && outcomes.every((one) => one.outcome === 'imported'))
      insertFile(ledger, { sha256, name: file.name, seenAt: now, first, last: nextDocumentId(ledger) - 1 });
    return outcomes;
  } finally {
    ledger.exec('RELEASE file');
    opened.value.close();
  }
}

function digestOf(source: ByteSource): string {
  const digest = createHash('sha256');
  for (const chunk of chunksOf(source)) digest.update(chunk);
  return digest.digest('hex');
}

function refused(name: string, problem: DocumentProblem, kind: DocumentKind | null = null): DocumentOutcome {
  return { ...outcome(null, name, kind, 'refused'), problem };
}

function outcome(
  id: number | null,
  name: string,
  kind: DocumentKind | null,
  became: DocumentOutcome['outcome'],
): DocumentOutcome {
  return { id, name, kind, outcome: became, problem: null, refusedRows: none, warnings: none, report: null };
}

function outcomeOf(document: LogicalDocument, kept: Result<KeptDocument, DocumentProblem>): DocumentOutcome {
  if (!kept.ok) return refused(document.name, kept.problem, document.kind);
  return {
    ...outcome(
      kept.value.id,
      document.name,
      document.kind,
      kept.value.known ? 'already-imported' : 'imported',
    ),
    refusedRows: kept.value.refusedRows,
    // The archive knows only its own pages: the ledger tells which ones are really missing.
    warnings: kept.value.warnings.filter((warning) => warning.code !== 'pages-missing'),
  };
}

// One list for all who have nothing to say: they may be a hundred thousand.
const none: readonly never[] = [];

/** Adds what only the matched ledger can tell, and keeps it with the document as of now. */
function complete(
  ledger: WritableLedger,
  told: DocumentOutcome,
  found: ReadonlyMap<number, readonly DocumentWarning[]>,
): DocumentOutcome {
  if (told.id === null) return told;
  const again = told.outcome === 'already-imported';
  const isGiornale = told.kind === 'giornale-opi';
  if (isGiornale && !again) markUniverse(ledger, told.id);
  const report = isGiornale ? reportOf(ledger, told.id, again) : null;
  if (again) return { ...told, report };
  const late = found.get(told.id) ?? none;
  if (late.length === 0 && told.warnings.length === 0 && report === null) return told;
  const warnings = [...told.warnings, ...late];
  if (warnings.length > 0) setWarnings(ledger, told.id, warnings);
  if (report !== null) setReport(ledger, told.id, report);
  return { ...told, warnings, report };
}
