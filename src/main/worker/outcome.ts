import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  RefusedRow,
} from '../../shared/domain/document.ts';
import { knownAs, namedAsNow, type KnownAs } from '../../shared/domain/known-as.ts';
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
 * Documents of one kind, one after the other, that were imported without a remark or were known before, by their numbers, both
 * included. An archive may hold a million of them: nothing is kept of each.
 */
export interface PlainRun {
  readonly from: number;
  readonly to: number;
  readonly kind: DocumentKind;
  /** Null when they are new. */
  readonly known: KnownAs | null;
}

/** What became of the documents of a file, in order. */
export type Outcomes = readonly (DocumentOutcome | PlainRun)[];

/** Adds what became of one more. */
export function addOutcome(
  outcomes: (DocumentOutcome | PlainRun)[],
  outcome: DocumentOutcome | PlainRun,
): void {
  const one = isRun(outcome) ? outcome : (newRun(outcome) ?? outcome);
  const last = outcomes.at(-1);
  if (last !== undefined && isRun(last) && isRun(one) && last.kind === one.kind && isBehind(last, one))
    outcomes[outcomes.length - 1] = { ...last, to: one.to };
  else outcomes.push(one);
}

export function isRun(one: DocumentOutcome | PlainRun): one is PlainRun {
  return 'to' in one;
}

/** Whether these documents come right behind the others, and the same is to be said of them. */
function isBehind(last: PlainDocuments, next: PlainDocuments): boolean {
  return (
    last.to === next.from - 1 && last.known?.was === next.known?.was && last.known?.now === next.known?.now
  );
}

/** A document that was imported without a remark. Of a giornale something is always said: its report. */
function newRun({ id, outcome, kind, refusedRows, warnings, report }: DocumentOutcome): PlainRun | null {
  const isPlain =
    outcome === 'imported' &&
    kind !== 'giornale-opi' &&
    refusedRows.length === 0 &&
    warnings.length === 0 &&
    report === null;
  return isPlain && id !== null && kind !== null ? { from: id, to: id, kind, known: null } : null;
}

/** The same, one document after the other; the names of those without a remark stand in the ledger. */
export function* eachOutcome(ledger: ReadableLedger, outcomes: Outcomes): Generator<DocumentOutcome> {
  for (const one of outcomes)
    if (!isRun(one)) yield one;
    else
      for (let from = one.from; from <= one.to; from += namesAtOnce)
        for (const { id, name, kind } of namesOf(ledger, from, Math.min(one.to, from + namesAtOnce - 1)))
          yield one.known === null
            ? outcomeOf(id, name, kind, 'imported')
            : outcomeOf(id, namedAsNow(name, one.known), kind, 'already-imported');
}

const namesAtOnce = 500;

/** Documents of which nothing more is to be said, by their numbers, both included: their names are asked for page by page. */
export type PlainDocuments = Omit<PlainRun, 'kind'>;

/** The outcomes as they are answered: all that need no word and follow one another put together, whatever their kind. */
export function compact(outcomes: Outcomes): (DocumentOutcome | PlainDocuments)[] {
  const told: (DocumentOutcome | PlainDocuments)[] = [];
  for (const one of outcomes) {
    const last = told.at(-1);
    if (!isRun(one)) told.push(one);
    else if (last !== undefined && 'to' in last && isBehind(last, one))
      told[told.length - 1] = { ...last, to: one.to };
    else told.push({ from: one.from, to: one.to, known: one.known });
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

/** A document that the ledger knows as `before`, under which number, name and kind; of a giornale its report is told again. */
export function knownOutcome(
  before: { readonly id: number; readonly name: string; readonly kind: DocumentKind },
  { name, kind, file }: { readonly name: string; readonly kind: DocumentKind; readonly file: string },
): DocumentOutcome | PlainRun {
  const { id } = before;
  const known = kind === before.kind && kind !== 'giornale-opi' ? knownAs(name, file, before.name) : null;
  return known === null ? outcomeOf(id, name, kind, 'already-imported') : { from: id, to: id, kind, known };
}

export function refused(
  name: string,
  problem: DocumentProblem,
  kind: DocumentKind | null = null,
): DocumentOutcome {
  return { ...outcomeOf(null, name, kind, 'refused'), problem };
}
