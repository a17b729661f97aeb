import type { DocumentWarning } from '../../shared/domain/document.ts';
import { addReports, type OpiReport } from '../../shared/domain/opi-report.ts';
import { nextDocumentId, setReport, setWarnings } from '../ledger/documents.ts';
import { momentForDrop } from '../ledger/drops.ts';
import type { ReadableLedger, WritableLedger } from '../ledger/open.ts';
import { readProfiles } from '../ledger/profiles.ts';
import { readSettings } from '../ledger/settings.ts';
import { findWarnings } from './import-warnings.ts';
import type { JobContext } from './job-context.ts';
import { keepFiles, type ImportFile } from './keep-files.ts';
import { createMatching } from './matching.ts';
import { reportOf } from './opi-report.ts';
import {
  compact,
  eachOutcome,
  isRun,
  refused,
  type DocumentOutcome,
  type Outcomes,
  type PlainDocuments,
  type PlainRun,
} from './outcome.ts';
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
    {
      enteCodiceFiscale: settings.ente.codiceFiscale,
      profiles: readProfiles(ledger),
      now: importedAt,
      stays: true,
    },
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
    .flatMap((one) => (isRun(one) ? apart(ledger, one, warnings) : one))
    .map((one) => {
      context.breathe();
      return isRun(one) ? one : complete(ledger, one, warnings, reported);
    });
  const drop = { importedAt, first: firstId, last: lastId };
  context.tell(importTold(ledger, told, drop, context.saving.part('trail')));
  return {
    importedAt: lastId >= firstId ? importedAt : null,
    documents: compact(documents),
    report: addReports(documents.flatMap((one) => (isRun(one) ? [] : (one.report ?? [])))),
  };
}

/** A run, with the documents apart of which the matched ledger tells something. */
function apart(ledger: ReadableLedger, run: PlainRun, found: ReadonlyMap<number, unknown>): Outcomes {
  const ids = [...found.keys()].filter((id) => id >= run.from && id <= run.to).toSorted((a, b) => a - b);
  const told = ids.flatMap((id, n) => [
    { ...run, from: (ids[n - 1] ?? run.from - 1) + 1, to: id - 1 },
    ...eachOutcome(ledger, [{ ...run, from: id, to: id }]),
  ]);
  return [...told, { ...run, from: (ids.at(-1) ?? run.from - 1) + 1 }].filter(
    (one) => !isRun(one) || one.from <= one.to,
  );
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
