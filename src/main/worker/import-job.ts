import { createHash } from 'node:crypto';
import { compileCodici } from '../../shared/domain/codice.ts';
import type { DocumentWarning } from '../../shared/domain/document.ts';
import { addReports, type OpiReport } from '../../shared/domain/opi-report.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { chunksOf } from '../importers/bytes.ts';
import { nextDocumentId, setReport, setWarnings } from '../ledger/documents.ts';
import { documentsOfFile } from '../ledger/files.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readSettings } from '../ledger/settings.ts';
import { openTouched, touchDocuments } from '../ledger/touched.ts';
import { openFile } from './file-bytes.ts';
import { findWarnings } from './import-warnings.ts';
import type { JobContext } from './job-context.ts';
import { createTapeKeeper, type KeptFile } from './keep-tape.ts';
import { reportOf } from './opi-report.ts';
import { compact, outcomeOf, refused, type DocumentOutcome, type PlainDocuments } from './outcome.ts';
import { readFiles } from './read-files.ts';
import { readInThread } from './read-in-thread.ts';
import { reconcile } from './reconcile.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** A file to import: where its bytes are, and what the person calls it. */
export interface ImportFile {
  readonly path: string;
  readonly name: string;
}

export interface ImportOutcome {
  readonly documents: readonly (DocumentOutcome | PlainDocuments)[];
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
  const firstId = nextDocumentId(ledger);
  const outcomes = keepFiles(ledger, files, settings.ente.codiceFiscale, context);
  const lastId = nextDocumentId(ledger) - 1;
  matchDocuments(ledger, settings, firstId, lastId, context);
  const warnings =
    lastId >= firstId ? findWarnings(ledger, firstId, lastId) : new Map<number, DocumentWarning[]>();
  const documents = outcomes.map((one) => complete(ledger, one, warnings));
  return {
    documents: compact(documents),
    report: addReports(documents.flatMap(({ report }) => report ?? [])),
  };
}

/** Above this many bytes a thread of its own reads while this one writes. */
const worthAThread = 8 * 1024 * 1024;

/** Looks at each file, reads those whose bytes are not known yet, and keeps what they say. In order of the files. */
function keepFiles(
  ledger: WritableLedger,
  files: readonly ImportFile[],
  enteCodiceFiscale: string,
  context: JobContext,
): DocumentOutcome[] {
  const looks = files.map((file, done) => {
    context.breathe();
    context.progress({ step: 'read', done, total: files.length });
    return lookAt(ledger, file, () => context.breathe());
  });
  const toRead = looks.flatMap((look) => ('toRead' in look ? [look.toRead] : []));
  const keeper = createTapeKeeper(ledger, toRead, { enteCodiceFiscale, now: context.now });
  let items = 0;
  const take = (item: TapeItem): void => {
    if (items++ % itemsBetweenBreaths === 0) context.breathe();
    if (item.type === 'file') context.progress({ step: 'read', done: item.index, total: toRead.length });
    keeper.take(item);
  };
  const bytes = toRead.reduce((sum, file) => sum + file.size, 0);
  if (bytes > worthAThread) readInThread(toRead, enteCodiceFiscale, take, () => context.breathe());
  else readFiles(toRead, enteCodiceFiscale, take);
  const read = keeper.outcomes().values();
  return looks.flatMap((look) => ('toRead' in look ? (read.next().value ?? []) : look.outcomes));
}

const itemsBetweenBreaths = 256;

type Look = { readonly toRead: FileToRead & KeptFile } | { readonly outcomes: readonly DocumentOutcome[] };

/** What can be said of a file by its bytes alone: that it cannot be read, that it is known, or how it is. */
function lookAt(ledger: WritableLedger, { path, name }: ImportFile, breathe: () => void): Look {
  const opened = openFile(path);
  if (!opened.ok) return { outcomes: [refused(name, opened.problem)] };
  const { source, state } = opened.value;
  try {
    const digest = createHash('sha256');
    for (const chunk of chunksOf(source)) {
      breathe();
      digest.update(chunk);
    }
    const sha256 = digest.digest('hex');
    const known = documentsOfFile(ledger, sha256);
    if (known.length === 0) return { toRead: { path, name, sha256, ...state } };
    return {
      outcomes: known.map(({ id, rest, kind }) => outcomeOf(id, `${name}${rest}`, kind, 'already-imported')),
    };
  } finally {
    opened.value.close();
  }
}

function matchDocuments(
  ledger: WritableLedger,
  settings: Settings,
  firstId: number,
  lastId: number,
  context: JobContext,
): void {
  openTouched(ledger);
  if (lastId >= firstId) touchDocuments(ledger, firstId, lastId);
  reconcile(ledger, compileCodici(settings), (done, total) => {
    context.breathe();
    context.progress({ step: 'match', done, total });
  });
}

/** Adds what only the matched ledger can tell, and keeps it with the document as of now. */
function complete(
  ledger: WritableLedger,
  told: DocumentOutcome,
  found: ReadonlyMap<number, readonly DocumentWarning[]>,
): DocumentOutcome {
  if (told.id === null) return told;
  const again = told.outcome === 'already-imported';
  const isGiornale = told.kind === 'giornale-opi';
  const report = isGiornale ? reportOf(ledger, told.id, again) : null;
  if (again) return { ...told, report };
  const late = found.get(told.id) ?? [];
  if (late.length === 0 && told.warnings.length === 0 && report === null) return told;
  const warnings = [...told.warnings, ...late];
  if (warnings.length > 0) setWarnings(ledger, told.id, warnings);
  if (report !== null) setReport(ledger, told.id, report);
  return { ...told, warnings, report };
}
