import type { DocumentWarning } from '../../shared/domain/document.ts';
import type { GiornaleHeader } from '../../shared/domain/movimento.ts';
import {
  changedProvvisori,
  disagreeingReceipts,
  doubtfulStorni,
  pagedGiornali,
  revisedFlussi,
  type Finding,
} from '../ledger/import-findings.ts';
import type { ReadableLedger } from '../ledger/open.ts';

/** What the clerk must be told of the documents `from`..`to` and only the whole ledger knows, by document. */
export function findWarnings(
  ledger: ReadableLedger,
  from: number,
  to: number,
): Map<number, DocumentWarning[]> {
  const findings: Finding[] = [
    ...missingPages(ledger, from, to),
    ...changedProvvisori(ledger, from, to),
    ...doubtfulStorni(ledger, from, to),
    ...revisedFlussi(ledger, from, to),
    ...disagreeingReceipts(ledger, from, to),
  ];
  const byDocument = Map.groupBy(findings, (finding) => finding.documentId);
  return new Map([...byDocument].map(([id, found]) => [id, found.map((finding) => finding.warning)]));
}

/** Pages of one giornale may come as files of their own, today or another day: all of those that stand count. */
function missingPages(ledger: ReadableLedger, from: number, to: number): Finding[] {
  const all = pagedGiornali(ledger);
  const present = Map.groupBy(all, (page) => groupOf(page.header));
  const told = Map.groupBy(
    all.filter(({ documentId }) => documentId >= from && documentId <= to),
    (page) => page.documentId,
  );
  return [...told].flatMap(([documentId, [page]]): Finding[] => {
    if (page === undefined) return [];
    const { pages } = page.header;
    const known = new Set(present.get(groupOf(page.header))?.map((other) => other.header.page));
    const missing = Array.from({ length: Math.min(pages, enough) }, (_, i) => i + 1).filter(
      (n) => !known.has(n),
    );
    return missing.length === 0 ? [] : [{ documentId, warning: { code: 'pages-missing', missing, pages } }];
  });
}

/** A file may claim millions of pages. */
const enough = 1_000;

/** The end of `identificativo_flusso_BT` is the page: what comes before it is common to all pages. */
function groupOf(header: GiornaleHeader): string {
  const [common = ''] = header.flussoBt.split('#');
  return [common, header.esercizio, header.from, header.to, header.pages].join('|');
}
