import type { DocumentWarning } from '../../shared/domain/document.ts';
import { factRange } from '../ledger/documents.ts';
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
import { stretches } from '../ledger/stretches.ts';

/**
 * What the clerk must be told of the documents `from`..`to` and only the whole ledger knows, by document. `onRows` hears how
 * many rows were gone through, and may throw to stop.
 */
export function findWarnings(
  ledger: ReadableLedger,
  from: number,
  to: number,
  onRows: (rows: number) => void,
): Map<number, DocumentWarning[]> {
  let rows = 0;
  // What is told of two lines that lie in two pieces is told once.
  const said = new Set<string>();
  const isNew = (finding: Finding): boolean => said.size !== said.add(JSON.stringify(finding)).size;
  const through = (table: 'movimenti' | 'flussi' | 'transfers', search: SearchOfRows): Finding[] => {
    const found: Finding[] = [];
    for (const stretch of stretches(ledger, table, factRange(from, to))) {
      found.push(...search(ledger, ...stretch.ids).filter(isNew));
      if (table !== 'flussi') rows += stretch.rows;
      onRows(rows);
    }
    return found;
  };
  const findings = [
    missingPages(ledger, from, to),
    through('movimenti', changedProvvisori),
    through('movimenti', doubtfulStorni),
    through('movimenti', moneyToldTwice),
    brokenDecisions(ledger, from, to),
    through('flussi', revisedFlussi),
    decisionsToReview(ledger, from, to),
    through('transfers', disagreeingReceipts),
    missingFlussi(ledger, from, to),
  ].flat();
  const byDocument = Map.groupBy(findings, (finding) => finding.documentId);
  return new Map([...byDocument].map(([id, found]) => [id, found.map((finding) => finding.warning)]));
}

/** Looks at the rows with the ids `first`..`last`. */
type SearchOfRows = (ledger: ReadableLedger, first: number, last: number) => Finding[];

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
