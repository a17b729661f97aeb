import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  RefusedRow,
} from '../../shared/domain/document.ts';
import type { OpiReport } from '../../shared/domain/opi-report.ts';

/** What became of a document that was dropped. */
export interface DocumentOutcome {
  readonly id: number | null;
  readonly name: string;
  readonly kind: DocumentKind | null;
  readonly outcome: 'imported' | 'already-imported' | 'refused';
  readonly problem: DocumentProblem | null;
  readonly refusedRows: readonly RefusedRow[];
  readonly warnings: readonly DocumentWarning[];
  readonly report: OpiReport | null;
}

/**
 * Documents that were imported without a remark, by their numbers, both included. An archive may hold a hundred
 * thousand of them: their names are asked for page by page.
 */
export interface PlainDocuments {
  readonly from: number;
  readonly to: number;
}

/** What became of the documents of a drop, in order, with those that need no word put together. */
export function compact(documents: readonly DocumentOutcome[]): (DocumentOutcome | PlainDocuments)[] {
  const told: (DocumentOutcome | PlainDocuments)[] = [];
  for (const document of documents) {
    const { id } = document;
    if (id === null || !isPlain(document)) {
      told.push(document);
      continue;
    }
    const last = told.at(-1);
    if (last !== undefined && 'to' in last && last.to === id - 1)
      told[told.length - 1] = { from: last.from, to: id };
    else told.push({ from: id, to: id });
  }
  return told;
}

function isPlain({ outcome, refusedRows, warnings, report }: DocumentOutcome): boolean {
  return outcome === 'imported' && refusedRows.length === 0 && warnings.length === 0 && report === null;
}

// One list for all who have nothing to say: they may be a hundred thousand.
const none: readonly never[] = [];

export function outcomeOf(
  id: number | null,
  name: string,
  kind: DocumentKind | null,
  outcome: DocumentOutcome['outcome'],
): DocumentOutcome {
  return { id, name, kind, outcome, problem: null, refusedRows: none, warnings: none, report: null };
}

export function refused(
  name: string,
  problem: DocumentProblem,
  kind: DocumentKind | null = null,
): DocumentOutcome {
  return { ...outcomeOf(null, name, kind, 'refused'), problem };
}
