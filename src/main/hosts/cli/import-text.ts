import type { ImportedDocument } from '../../../shared/contract/imported-documents.ts';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import { sayDocumentProblem } from '../../../shared/wording/document-problems.ts';
import { kindLabels } from '../../../shared/wording/labels.ts';
import { sayRefusedRow, sayWarning } from '../../../shared/wording/warnings.ts';
import type { OpiReport } from '../../../shared/domain/opi-report.ts';
import { amountLine, many } from './text.ts';

/** One document as the stable JSON interface gives it, every code with its Italian sentence. */
export function documentJson({ problem, refusedRows, warnings, report, ...document }: ImportedDocument) {
  return {
    ...document,
    ...(problem === null ? {} : { problem: { ...problem, message: sayDocumentProblem(problem) } }),
    ...detailsJson(refusedRows, warnings),
    ...(report === null ? {} : { report }),
  };
}

export function detailsJson(
  refusedRows: ImportedDocument['refusedRows'],
  warnings: ImportedDocument['warnings'],
) {
  return {
    refusedRows: refusedRows.map((row) => ({ ...row, message: sayRefusedRow(row) })),
    warnings: warnings.map((warning) => ({ ...warning, message: sayWarning(warning) })),
  };
}

/** Counts what became of the documents of an import, as they come. */
export function createSummary() {
  const outcomes = new Map<string, number>();
  const imported = new Map<DocumentKind, number>();
  const lines: string[] = [];
  const of = (outcome: ImportedDocument['outcome']): number => outcomes.get(outcome) ?? 0;
  return {
    add(document: ImportedDocument): void {
      const { outcome, kind } = document;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'imported' && kind !== null) imported.set(kind, (imported.get(kind) ?? 0) + 1);
      lines.push(...remarks(document));
    },
    /** Long lists of ordinary documents are summed; what asks for attention is always told. */
    text(): string {
      const kinds = [...imported].map(
        ([kind, count]) => `${kindLabels[kind]}: ${count.toLocaleString('it-IT')}`,
      );
      const parts = [
        `${many(of('imported'), 'documento importato', 'documenti importati')}${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
      ];
      if (of('already-imported') > 0)
        parts.push(`${of('already-imported').toLocaleString('it-IT')} già in archivio`);
      if (of('refused') > 0) parts.push(many(of('refused'), 'rifiutato', 'rifiutati'));
      return [`${parts.join(', ')}.`, ...lines].join('\n');
    },
  };
}

function remarks(document: ImportedDocument): string[] {
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
