import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  RefusedRow,
} from '../../shared/domain/document.ts';
import type { OpiReport } from '../../shared/domain/opi-report.ts';
import { namesOf } from '../ledger/documents.ts';
import type { ReadableLedger } from '../ledger/open.ts';

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
 * Documents of one kind that were imported one after the other without a remark, by their numbers, both included. An archive
 * may hold a million of them: nothing is kept of each.
 */
export interface PlainRun {
  readonly from: number;
  readonly to: number;
  readonly kind: DocumentKind;
}

/** What became of the documents of a file, in order. */
export type Outcomes = readonly (DocumentOutcome | PlainRun)[];

/** Adds what became of one more. */
export function addOutcome(outcomes: (DocumentOutcome | PlainRun)[], one: DocumentOutcome): void {
  const { id, kind } = one;
  if (id === null || kind === null || !isPlain(one)) {
    outcomes.push(one);
    return;
  }
  const last = outcomes.at(-1);
  if (last !== undefined && isRun(last) && last.kind === kind && last.to === id - 1)
    outcomes[outcomes.length - 1] = { ...last, to: id };
  else outcomes.push({ from: id, to: id, kind });
}

export function isRun(one: DocumentOutcome | PlainRun): one is PlainRun {
  return 'to' in one;
}

/** Of a giornale something is always said: its report. */
function isPlain({ outcome, kind, refusedRows, warnings, report }: DocumentOutcome): boolean {
  return (
    outcome === 'imported' &&
    kind !== 'giornale-opi' &&
    refusedRows.length === 0 &&
    warnings.length === 0 &&
    report === null
  );
}

/** The same, one document after the other; the names of those without a remark stand in the ledger. */
export function* eachOutcome(ledger: ReadableLedger, outcomes: Outcomes): Generator<DocumentOutcome> {
  for (const one of outcomes)
    if (!isRun(one)) yield one;
    else
      for (let from = one.from; from <= one.to; from += namesAtOnce)
        for (const { id, name, kind } of namesOf(ledger, from, Math.min(one.to, from + namesAtOnce - 1)))
          yield outcomeOf(id, name, kind, 'imported');
}

const namesAtOnce = 500;

/** Documents that were imported without a remark, by their numbers, both included: their names are asked for page by page. */
export type PlainDocuments = Omit<PlainRun, 'kind'>;

/** The outcomes as they are answered: all that need no word and follow one another put together, whatever their kind. */
export function compact(outcomes: Outcomes): (DocumentOutcome | PlainDocuments)[] {
  const told: (DocumentOutcome | PlainDocuments)[] = [];
  for (const one of outcomes) {
    const last = told.at(-1);
    if (!isRun(one)) told.push(one);
    else if (last !== undefined && 'to' in last && last.to === one.from - 1)
      told[told.length - 1] = { from: last.from, to: one.to };
    else told.push({ from: one.from, to: one.to });
  }
  return told;
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
