import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import type { Importer, Sink } from '../importer.ts';
import { isRevocation } from '../namespaces.ts';
import { CrossChecks } from './cross-checks.ts';
import { placeOf } from './place-of.ts';
import { readPage, type GiornaleProgress } from './read-page.ts';

/** The treasurer's giornale di cassa, OPI 1.4 to 1.8: `docs/formati/giornale-opi.md`. */
export const giornaleOpi: Importer = {
  name: 'giornale-opi',
  kind: 'giornale-opi',
  claims: ({ root }) => root === 'flusso_giornale_di_cassa',
  // The schema has no namespace, and each bank that adds one chooses its own.
  knowsNamespace: (namespace) => !isRevocation(namespace),
  read,
  placeOf,
};

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const progress: GiornaleProgress = { checks: new CrossChecks(), rows: 0, refused: 0, headers: [] };
  let isPageNumberSound = true;
  const watching: Sink = {
    reading: (reading) => sink.reading(reading),
    refusedRow: (row) => sink.refusedRow(row),
    warning(warning) {
      if (warning.code === 'page-number-invalid') isPageNumberSound = false;
      sink.warning(warning);
    },
  };
  for (const part of parts) {
    const page = readPage(part, watching, progress);
    if (!page.ok) return page;
  }
  if (progress.refused > 0 && progress.refused === progress.rows)
    return fail({ code: 'no-usable-rows', refused: progress.refused });
  const isWhole = isPageNumberSound && progress.headers.length >= (progress.headers[0]?.pages ?? 1);
  for (const warning of progress.checks.warnings(isWhole)) sink.warning(warning);
  return ok(undefined);
}
