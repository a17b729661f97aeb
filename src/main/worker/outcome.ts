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
