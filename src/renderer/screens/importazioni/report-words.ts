import { reportBuckets } from '../../../shared/domain/bucket.ts';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { OpiReport } from '../../../shared/domain/opi-report.ts';
import { euro, many } from '../../../shared/wording/figures.ts';
import { flowBucketLabels, flowLabels, kindCounts } from '../../../shared/wording/labels.ts';
import type { ReportLine } from './report-links.ts';

/** How the lines of a report are called. */
export const lineLabels: Readonly<Record<ReportLine, string>> = {
  flussi: 'flussi importati',
  ...flowBucketLabels,
  notPagoPa: 'non transitati per pagoPA',
};

/** The parts of a report in the order of its bar; together they are all of its cents. */
export const reportParts = [...reportBuckets, 'notPagoPa'] as const;

export function countOf(report: OpiReport, line: ReportLine): number {
  if (line === 'notPagoPa') return report.notPagoPa.count;
  return line === 'flussi' ? report.flussi.imported : report.flussi[line];
}

export function centsOf(report: OpiReport, line: ReportLine): number {
  return line === 'flussi' ? report.cents.total - report.cents.notPagoPa : report.cents[line];
}

/** The movements of a giornale: new ones, known ones and those that were called back. */
export function sayMovements({ movements, new: fresh, alreadyKnown, reversals }: OpiReport): string {
  const parts = [
    many(fresh, 'incasso nuovo', 'incassi nuovi'),
    ...(alreadyKnown > 0 ? [many(alreadyKnown, 'già noto', 'già noti')] : []),
    ...(reversals > 0 ? [many(reversals, 'storno', 'storni')] : []),
  ];
  return `${many(movements, 'movimento letto', 'movimenti letti')}: ${parts.join(', ')}.`;
}

/** A report in one line, for the history. */
export function sayReport(report: OpiReport): string {
  const found = reportBuckets.filter((bucket) => report.flussi[bucket] > 0);
  const flussi = found.map((bucket) =>
    many(report.flussi[bucket], flowLabels[bucket], flowBucketLabels[bucket]),
  );
  return [
    `${many(report.flussi.imported, 'flusso', 'flussi')} per ${euro(centsOf(report, 'flussi'))}`,
    ...(flussi.length > 0 ? [flussi.join(', ')] : []),
    ...(report.notPagoPa.count > 0
      ? [many(report.notPagoPa.count, 'non transitato per pagoPA', lineLabels.notPagoPa)]
      : []),
  ].join(' · ');
}

/** `1 giornale di cassa, 12 flussi, 300 ricevute`. */
export function sayKinds(kinds: readonly { readonly kind: DocumentKind; readonly count: number }[]): string {
  return kinds.map(({ kind, count }) => many(count, ...kindCounts[kind])).join(', ');
}
