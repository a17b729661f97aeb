import { namedAsNow, type KnownAs } from '../../../shared/domain/known-as.ts';
import type { TrailDetails, TrailDraft } from '../../../shared/domain/trail.ts';
import { documentById } from '../../ledger/documents.ts';
import { rangeOfDrop } from '../../ledger/drops.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { standingRuns, toldByDocuments, type DocumentRun } from '../../ledger/trail-documents.ts';
import type { Jobs } from '../jobs.ts';
import { isRun, type DocumentOutcome, type Outcomes, type PlainRun } from '../outcome.ts';
import { nothing, type Trails } from './trail.ts';

type DocumentJobs = 'import' | 'undo' | 'undo-drop';

export const documentTrails: Trails<Extract<keyof Jobs, DocumentJobs>> = {
  // Its files may be thousands: the job tells them itself, one by one.
  import: nothing,
  undo(ledger, { id }) {
    const told = toldByDocuments(ledger, id, id, unheard);
    return ({ name, kind, importedAt }) => [
      {
        operation: 'document-undone',
        subject: name,
        details: { document: id, kind, importedAt, ...told },
      },
    ];
  },
  'undo-drop'(ledger, { importedAt }) {
    const range = rangeOfDrop(ledger, importedAt);
    const runs = range === null ? [] : standingRuns(ledger, range.first, range.last);
    const undone = runs.map((run): TrailDraft => ({
      operation: run.first === run.last ? 'document-undone' : 'documents-undone',
      subject: run.name,
      details: {
        ...numbersOf(run),
        kind: run.kind,
        importedAt,
        ...toldByDocuments(ledger, run.first, run.last, unheard),
      },
    }));
    const documents = runs.reduce((sum, run) => sum + countOf(run), 0);
    return () => [...undone, { operation: 'drop-undone', subject: importedAt, details: { documents } }];
  },
};

const unheard = (): void => undefined;

/** One file of a drop, and what became of its documents. */
export interface FileOutcomes {
  readonly file: string;
  /** Of its bytes; null when they could not be read. */
  readonly sha256: string | null;
  readonly outcomes: Outcomes;
}

/**
 * What an import leaves in the trail: what became of each file, then the drop. Documents of one archive that were all accepted
 * are told together: it may hold a hundred thousand.
 */
export function* importTold(
  ledger: ReadableLedger,
  files: readonly FileOutcomes[],
  drop: {
    readonly importedAt: string;
    readonly first: number;
    readonly last: number;
  },
  onRows: (rows: number) => void,
): Generator<TrailDraft> {
  const count = { accepted: 0, known: 0, refused: 0 };
  let gone = 0;
  const heard = (rows: number): void => onRows((gone += rows));
  for (const { file, sha256, outcomes } of files)
    for (const one of inRuns(outcomes)) {
      const { kind } = one;
      const details = { file, sha256, kind };
      if ('known' in one) {
        const documents = { first: one.from, last: one.to };
        count.known += countOf(documents);
        const first = documentById(ledger, one.from);
        const isAlone = one.from === one.to;
        yield {
          operation: isAlone ? 'document-known' : 'documents-known',
          subject: isAlone && first !== null ? namedAsNow(first.name, one.known) : file,
          details: { ...details, ...numbersOf(documents), since: first?.importedAt ?? null },
        };
      } else if ('run' in one) {
        const { run, refusedRows } = one;
        count.accepted += countOf(run);
        const told = toldByDocuments(ledger, run.first, run.last, heard);
        const isAlone = run.first === run.last;
        yield {
          operation: isAlone ? 'document-accepted' : 'documents-accepted',
          subject: isAlone ? (documentById(ledger, run.first)?.name ?? file) : file,
          details: { ...details, ...numbersOf(run), ...told, refusedRows },
        };
      } else if (one.outcome === 'already-imported') {
        count.known += 1;
        const since = one.id === null ? null : (documentById(ledger, one.id)?.importedAt ?? null);
        yield {
          operation: 'document-known',
          subject: one.name,
          details: { ...details, document: one.id, since },
        };
      } else {
        count.refused += 1;
        const why = one.problem?.code ?? null;
        yield {
          operation: 'document-refused',
          subject: one.name,
          details: { ...details, document: one.id, why },
        };
      }
    }
  yield {
    operation: 'files-imported',
    subject: drop.importedAt,
    // How many there were in all is not counted: that would read the whole ledger for one more file.
    details: { files: files.length, ...count, first: drop.first, last: drop.last },
  };
}

interface AcceptedRun {
  readonly kind: DocumentOutcome['kind'];
  readonly run: Pick<DocumentRun, 'first' | 'last'>;
  readonly refusedRows: number;
}

/** Documents of one kind that the ledger knew, one after the other. */
type KnownRun = PlainRun & { readonly known: KnownAs };

/** What became of the documents of a file, those that were accepted one after the other put together when they are of one kind. */
function inRuns(outcomes: Outcomes): (AcceptedRun | KnownRun | DocumentOutcome)[] {
  const told: (AcceptedRun | KnownRun | DocumentOutcome)[] = [];
  for (const outcome of outcomes) {
    const one = isKnown(outcome) ? outcome : acceptedBy(outcome);
    const last = told.at(-1);
    const joined = last === undefined ? null : join(last, one);
    if (joined === null) told.push(one);
    else told[told.length - 1] = joined;
  }
  return told;
}

function isKnown(one: Outcomes[number]): one is KnownRun {
  return isRun(one) && one.known !== null;
}

function join(
  one: AcceptedRun | KnownRun | DocumentOutcome,
  next: AcceptedRun | KnownRun | DocumentOutcome,
): AcceptedRun | null {
  if (!('run' in one) || !('run' in next)) return null;
  if (one.kind !== next.kind || one.run.last !== next.run.first - 1) return null;
  const run = { first: one.run.first, last: next.run.last };
  return { kind: one.kind, run, refusedRows: one.refusedRows + next.refusedRows };
}

function acceptedBy(one: Outcomes[number]): AcceptedRun | DocumentOutcome {
  if (isRun(one)) return { kind: one.kind, run: { first: one.from, last: one.to }, refusedRows: 0 };
  const { id, kind, outcome, refusedRows } = one;
  if (outcome !== 'imported' || id === null) return one;
  return { kind, run: { first: id, last: id }, refusedRows: refusedRows.length };
}

function countOf({ first, last }: Pick<DocumentRun, 'first' | 'last'>): number {
  return last - first + 1;
}

function numbersOf(run: Pick<DocumentRun, 'first' | 'last'>): TrailDetails {
  const { first, last } = run;
  return first === last ? { document: first } : { documents: countOf(run), first, last };
}
