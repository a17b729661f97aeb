import type { DocumentWarning } from '../../shared/domain/document.ts';
import { addReports, type OpiReport } from '../../shared/domain/opi-report.ts';
import { nextDocumentId, setReport, setWarnings } from '../ledger/documents.ts';
import { momentForDrop } from '../ledger/drops.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readProfiles } from '../ledger/profiles.ts';
import { readSettings } from '../ledger/settings.ts';
import { findWarnings } from './import-warnings.ts';
import type { JobContext } from './job-context.ts';
import { keepFiles, type ImportFile } from './keep-files.ts';
import { createMatching } from './matching.ts';
import { reportOf } from './opi-report.ts';
import { compact, refused, type DocumentOutcome, type PlainDocuments } from './outcome.ts';
import { importTold } from './trails/document-trails.ts';

export interface ImportOutcome {
  /** Names the drop; null when nothing of it was new. */
  readonly importedAt: string | null;
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
      importedAt: null,
      documents: files.map(({ name }) => refused(name, { code: 'ente-not-configured' })),
      report: null,
    };
  const firstId = nextDocumentId(ledger);
  const importedAt = momentForDrop(ledger, context.now);
  const { files: told, rows } = keepFiles(
    ledger,
    files,
    { enteCodiceFiscale: settings.ente.codiceFiscale, profiles: readProfiles(ledger), now: importedAt },
    context,
  );
  const lastId = nextDocumentId(ledger) - 1;
  const matching = createMatching(ledger, context);
  if (lastId >= firstId) matching.touch(firstId, lastId);
  matching.end();
  context.saving.begin(rows);
  const warnings =
    lastId >= firstId
      ? findWarnings(ledger, firstId, lastId, context.saving.part('warnings'))
      : new Map<number, DocumentWarning[]>();
  const reported = context.saving.part('report');
  const documents = told
    .flatMap(({ outcomes }) => outcomes)
    .map((one) => {
      context.breathe();
      return complete(ledger, one, warnings, reported);
    });
  const drop = { importedAt, first: firstId, last: lastId };
  context.tell(importTold(ledger, told, drop, context.saving.part('trail')));
  return {
    importedAt: lastId >= firstId ? importedAt : null,
    documents: compact(documents),
    report: addReports(documents.flatMap(({ report }) => report ?? [])),
  };
}

/** Adds what only the matched ledger can tell, and keeps it with the document as of now. */
function complete(
  ledger: WritableLedger,
  told: DocumentOutcome,
  found: ReadonlyMap<number, readonly DocumentWarning[]>,
  onRows: (rows: number) => void,
): DocumentOutcome {
  if (told.id === null) return told;
  const again = told.outcome === 'already-imported';
  const isGiornale = told.kind === 'giornale-opi';
  const report = isGiornale ? reportOf(ledger, told.id, again, onRows) : null;
  if (again) return { ...told, report };
  const late = found.get(told.id) ?? [];
  if (late.length === 0 && told.warnings.length === 0 && report === null) return told;
  const warnings = [...told.warnings, ...late];
  if (warnings.length > 0) setWarnings(ledger, told.id, warnings);
  if (report !== null) setReport(ledger, told.id, report);
  return { ...told, warnings, report };
}
