import type { DocumentWarning } from '../../shared/domain/document.ts';
import { missingFlussi } from '../ledger/expected.ts';
import {
  brokenDecisions,
  changedProvvisori,
  decisionsToReview,
  disagreeingReceipts,
  doubtfulStorni,
  moneyToldTwice,
  pagesBeside,
  revisedFlussi,
  type Finding,
} from '../ledger/import-findings.ts';
import type { ReadableLedger } from '../ledger/open.ts';

/** What the clerk must be told of the documents `from`..`to` and only the whole ledger knows, by document. */
export function findWarnings(
  ledger: ReadableLedger,
  from: number,
  to: number,
  breathe: () => void,
): Map<number, DocumentWarning[]> {
  const searches = [
    missingPages,
    changedProvvisori,
    doubtfulStorni,
    moneyToldTwice,
    brokenDecisions,
    revisedFlussi,
    decisionsToReview,
    disagreeingReceipts,
    missingFlussi,
  ];
  const findings = searches.flatMap((search) => {
    breathe();
    return search(ledger, from, to);
  });
  const byDocument = Map.groupBy(findings, (finding) => finding.documentId);
  return new Map([...byDocument].map(([id, found]) => [id, found.map((finding) => finding.warning)]));
}

/** Pages of one giornale may come as files of their own, today or another day: all of those that stand count. */
function missingPages(ledger: ReadableLedger, from: number, to: number): Finding[] {
  const groups = Map.groupBy(pagesBeside(ledger, from, to), (page) => page.pageGroup);
  return [...groups.values()].flatMap((group): Finding[] => {
    const present = new Set(group.map(({ page }) => page));
    const [{ pages } = { pages: 0 }] = group;
    const missing = Array.from({ length: Math.min(pages, enough) }, (_, i) => i + 1).filter(
      (n) => !present.has(n),
    );
    if (missing.length === 0) return [];
    const documents = new Set(
      group.map(({ documentId }) => documentId).filter((id) => id >= from && id <= to),
    );
    return [...documents].map((documentId) => ({
      documentId,
      warning: { code: 'pages-missing', missing, pages },
    }));
  });
}

/** A file may claim millions of pages. */
const enough = 1_000;
