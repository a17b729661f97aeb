import { documentKinds, type DocumentKind } from '../../shared/domain/document.ts';
import type { DocumentProblem, DocumentWarning } from '../../shared/domain/document.ts';
import { nextDocumentId } from '../ledger/documents.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { contentsOf, type Contents } from '../ledger/preview.ts';
import { readProfiles } from '../ledger/profiles.ts';
import { codesSeen, entiSeen, type EnteSeen } from '../ledger/seen-codes.ts';
import { readSettings } from '../ledger/settings.ts';
import { proposeCodici, type CodiceProposal } from '../reconciliation/propose-codici.ts';
import type { JobContext } from './job-context.ts';
import { keepFiles, type ImportFile } from './keep-files.ts';
import { eachOutcome, type DocumentOutcome } from './outcome.ts';

interface PreviewCounts {
  readonly new: number;
  readonly known: number;
  readonly refused: number;
}

/** What a document holds, and what an import would do with it. */
export interface DocumentPreview extends Contents {
  readonly name: string;
  readonly kind: DocumentKind | null;
  readonly outcome: 'new' | 'already-imported' | 'refused';
  readonly problem: DocumentProblem | null;
  readonly refusedRows: number;
  readonly warnings: readonly DocumentWarning[];
}

export interface Preview {
  readonly kinds: readonly (Contents & {
    readonly kind: DocumentKind;
    readonly documents: PreviewCounts;
    readonly refusedRows: number;
  })[];
  readonly documents: PreviewCounts;
  /** What asks for attention first. */
  readonly shown: readonly DocumentPreview[];
  /** As long as nobody has said who we are: the enti that these documents name as theirs, the most frequent first. */
  readonly enti: readonly EnteSeen[];
  /** As long as nobody has said which codici are ours: whose those of these documents seem to be. */
  readonly codici: readonly CodiceProposal[];
}

/**
 * Reads and keeps files exactly as an import does, without matching, and sums up what the ledger holds then. Nothing of
 * it stays: the job's transaction is rolled back.
 */
export function previewFiles(
  ledger: WritableLedger,
  files: readonly ImportFile[],
  context: JobContext,
): Preview {
  const settings = readSettings(ledger);
  const enteCodiceFiscale = settings.ente?.codiceFiscale ?? null;
  const firstDocument = nextDocumentId(ledger);
  const keep = { enteCodiceFiscale, profiles: readProfiles(ledger), now: context.now, stays: false };
  const documents = keepFiles(ledger, files, keep, context)
    .files.flatMap(({ outcomes }) => [...eachOutcome(ledger, outcomes)])
    .map((outcome) => previewOf(ledger, outcome, enteCodiceFiscale !== null, context));
  return {
    kinds: documentKinds.flatMap((kind) => {
      const ofKind = documents.filter((document) => document.kind === kind);
      return ofKind.length === 0 ? [] : [{ kind, ...sumUp(ofKind) }];
    }),
    documents: countOutcomes(documents),
    shown: documents.toSorted((a, b) => calm(a) - calm(b)).slice(0, mostShown),
    enti: settings.ente === null ? entiSeen(ledger, firstDocument).slice(0, mostEnti) : [],
    codici:
      settings.ente !== null && settings.codiciPropri.length === 0
        ? proposeCodici(codesSeen(ledger), settings)
        : [],
  };
}

const mostShown = 500;
const mostEnti = 5;

function previewOf(
  ledger: WritableLedger,
  told: DocumentOutcome,
  isEnteKnown: boolean,
  context: JobContext,
): DocumentPreview {
  const { id, name, kind, outcome, problem, warnings, refusedRows } = told;
  const breathe = (): void => context.breathe();
  const contents = id === null || kind === null ? nothing : contentsOf(ledger, id, kind, breathe);
  const about = { ...contents, name, kind, problem, warnings, refusedRows: refusedRows.length };
  if (outcome === 'refused') return { ...about, outcome };
  // What an import would answer now; what the document is can be said all the same.
  if (!isEnteKnown) return { ...about, outcome: 'refused', problem: { code: 'ente-not-configured' } };
  if (outcome === 'imported') return { ...about, outcome: 'new' };
  return { ...about, outcome, knownRows: contents.rows.count };
}

const nothing: Contents = { from: null, to: null, rows: { count: 0, cents: 0 }, knownRows: 0 };

/** Refused ones first, then those with something to say. */
function calm({ outcome, warnings, refusedRows }: DocumentPreview): number {
  if (outcome === 'refused') return 0;
  return warnings.length > 0 || refusedRows > 0 ? 1 : 2;
}

function sumUp(documents: readonly DocumentPreview[]): Omit<Preview['kinds'][number], 'kind'> {
  const days = (of: 'from' | 'to'): string[] =>
    documents.flatMap((document) => document[of] ?? []).toSorted();
  const total = (of: (document: DocumentPreview) => number): number =>
    documents.reduce((sum, document) => sum + of(document), 0);
  return {
    documents: countOutcomes(documents),
    from: days('from')[0] ?? null,
    to: days('to').at(-1) ?? null,
    rows: { count: total(({ rows }) => rows.count), cents: total(({ rows }) => rows.cents) },
    knownRows: total(({ knownRows }) => knownRows),
    refusedRows: total(({ refusedRows }) => refusedRows),
  };
}

function countOutcomes(documents: readonly DocumentPreview[]): PreviewCounts {
  const count = (outcome: DocumentPreview['outcome']): number =>
    documents.filter((document) => document.outcome === outcome).length;
  return { new: count('new'), known: count('already-imported'), refused: count('refused') };
}
