import type { Output } from '../../../shared/contract/api.ts';
import { sayDocumentProblem } from '../../../shared/wording/document-problems.ts';
import { kindLabels } from '../../../shared/wording/labels.ts';
import { sayRefusedRow, sayWarning } from '../../../shared/wording/warnings.ts';
import type { OpiReport } from '../../../shared/domain/opi-report.ts';
import { amountLine, many } from './text.ts';

type Import = Output<'documents.import'>;
type Outcome = Import['documents'][number];

/**
 * The result of an import as the stable JSON interface gives it, every code with its Italian sentence. It comes in
 * pieces of one document: a zip may hold a hundred thousand.
 */
export function* importJson({ documents, report }: Import): Generator<string> {
  yield '{"documents":[';
  for (const [i, document] of documents.entries())
    yield `${i === 0 ? '' : ','}${JSON.stringify(documentJson(document))}`;
  yield `],"report":${JSON.stringify(report)}}`;
}

function documentJson({ problem, refusedRows, warnings, report, ...document }: Outcome) {
  return {
    ...document,
    ...(problem === null ? {} : { problem: { ...problem, message: sayDocumentProblem(problem) } }),
    ...detailsJson(refusedRows, warnings),
    ...(report === null ? {} : { report }),
  };
}

export function detailsJson(refusedRows: Outcome['refusedRows'], warnings: Outcome['warnings']) {
  return {
    refusedRows: refusedRows.map((row) => ({ ...row, message: sayRefusedRow(row) })),
    warnings: warnings.map((warning) => ({ ...warning, message: sayWarning(warning) })),
  };
}

/** Long lists of ordinary documents are summed; what asks for attention is always told. */
export function importText({ documents, report }: Import): string {
  if (documents.length === 0) return 'Nessun file da importare: la cartella è vuota.';
  const [first] = documents;
  if (first?.problem?.code === 'ente-not-configured') return sayDocumentProblem(first.problem);
  const lines = [summary(documents)];
  for (const document of documents) lines.push(...remarks(document));
  if (report !== null) lines.push('', ...reportText(report));
  return lines.join('\n');
}

function summary(documents: readonly Outcome[]): string {
  const of = (outcome: Outcome['outcome']) =>
    documents.filter((document) => document.outcome === outcome).length;
  const kinds = Object.entries(kindLabels).flatMap(([kind, label]) => {
    const imported = documents.filter((one) => one.kind === kind && one.outcome === 'imported').length;
    return imported === 0 ? [] : [`${label}: ${imported.toLocaleString('it-IT')}`];
  });
  const parts = [
    `${many(of('imported'), 'documento importato', 'documenti importati')}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
  ];
  if (of('already-imported') > 0)
    parts.push(`${of('already-imported').toLocaleString('it-IT')} già in archivio`);
  if (of('refused') > 0) parts.push(many(of('refused'), 'rifiutato', 'rifiutati'));
  return `${parts.join(', ')}.`;
}

function remarks(document: Outcome): string[] {
  const lines: string[] = [];
  if (document.problem !== null) lines.push(`  ✗ ${document.name}: ${sayDocumentProblem(document.problem)}`);
  for (const warning of document.warnings) lines.push(`  ! ${document.name}: ${sayWarning(warning)}`);
  for (const row of document.refusedRows) lines.push(`  - ${document.name}: ${sayRefusedRow(row)}`);
  return lines;
}

/** The counts in the words of the office. */
export function reportText(report: OpiReport): string[] {
  const { flussi, cents } = report;
  const imported = cents.total - cents.notPagoPa;
  return [
    'Giornale di cassa importato',
    `  movimenti letti ${report.movements.toLocaleString('it-IT')}: provvisori nuovi ${report.new.toLocaleString('it-IT')}, già presenti ${report.alreadyKnown.toLocaleString('it-IT')}, storni ${report.reversals.toLocaleString('it-IT')}`,
    amountLine('Flussi importati', flussi.imported, imported),
    amountLine('riconciliati', flussi.reconciled, cents.reconciled),
    amountLine('parziali', flussi.partial, cents.partial),
    amountLine('riconciliati ma non rendicontati', flussi.notReported, cents.notReported),
    amountLine('di un altro Partner Tecnologico', flussi.otherPartner, cents.otherPartner),
    amountLine('in errore', flussi.inError, cents.inError),
    ...(flussi.mixed > 0
      ? [`  (${many(flussi.mixed, 'flusso misto', 'flussi misti')}: nostri e di un altro partner)`]
      : []),
    amountLine(
      'Movimenti non transitati per pagoPA',
      report.notPagoPa.count,
      cents.notPagoPa,
      report.notPagoPa.suspect > 0 ? `  (sospetti: ${report.notPagoPa.suspect})` : '',
    ),
    amountLine('Totale dei provvisori nuovi', report.new, cents.total),
  ];
}
