import type {
  Discarded,
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
} from '../../shared/domain/document.ts';
import type { ReadContext } from '../importers/read-context.ts';
import type { KnownPages } from '../ledger/known-pages.ts';
import { insertDocument, insertPart, namesOf, nextDocumentId, setRefusedRows } from '../ledger/documents.ts';
import { createFactWriter, keepTally, type FactWriter } from '../ledger/facts.ts';
import { insertFile } from '../ledger/files.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { discardedBy, isAnythingDiscarded } from '../ledger/scarti.ts';
import {
  addOutcome,
  isRun,
  knownOutcome,
  outcomeOf,
  refused,
  type DocumentOutcome,
  type Outcomes,
  type PlainRun,
} from './outcome.ts';
import type { Told } from './read-document.ts';
import type { TapeItem } from './tape.ts';
import { digestOf, shortened } from './text-digest.ts';

export interface KeepContext extends ReadContext {
  /** The moment of the import, ISO instant. */
  readonly now: string;
  /** Whether what is kept stays: of a preview nothing does, and nothing of it needs a seal. */
  readonly stays: boolean;
}

/** A file whose documents are being kept, and the digest of its bytes. */
export interface KeptFile {
  readonly name: string;
  readonly sha256: string;
}

type ReadingItem = Extract<TapeItem, { type: 'reading' }>;

interface OpenDocument {
  readonly id: number;
  readonly name: string;
  readonly kind: DocumentKind;
  /** For a large document: its rows are written as they come, behind a savepoint. */
  readonly facts: FactWriter | null;
  readonly waiting: ReadingItem[];
}

/**
 * Writes what a tape tells into the ledger, and says what became of each document, by file. A refused document
 * leaves nothing; a file that changed while it was read leaves nothing of any of its documents.
 */
export function createTapeKeeper(
  ledger: WritableLedger,
  files: readonly KeptFile[],
  pages: KnownPages,
  context: KeepContext,
) {
  const outcomes: (DocumentOutcome | PlainRun)[][] = files.map(() => []);
  let nextId = nextDocumentId(ledger);
  let file = 0;
  let firstId = nextId;
  let open: OpenDocument | null = null;
  const mayBeDiscarded = isAnythingDiscarded(ledger);
  // The bytes of a file do not tell what it says when other files of the drop belong to it.
  let isJoined = false;

  function begin({ name, kind, large }: Extract<TapeItem, { type: 'document' }>): void {
    open = { id: nextId, name, kind, facts: large ? startWriting(name, kind) : null, waiting: [] };
  }

  function startWriting(name: string, kind: DocumentKind, savepoint = true): FactWriter {
    if (savepoint) ledger.exec('SAVEPOINT document');
    insertDocument(ledger, {
      id: nextId,
      name,
      kind,
      ente: context.enteCodiceFiscale ?? '',
      importedAt: context.now,
    });
    return createFactWriter(ledger, nextId, context.enteCodiceFiscale);
  }

  function finish({ id, name, kind, facts, waiting }: OpenDocument, told: Told): DocumentOutcome | PlainRun {
    const known = knownContent(told, id);
    if (known !== null) {
      if (facts !== null) ledger.exec('ROLLBACK TO document; RELEASE document');
      return knownOutcome(known, { name, kind, file: files[file]?.name ?? '' });
    }
    const discarded = discardedContent(told);
    if (discarded !== null) {
      if (facts !== null) ledger.exec('ROLLBACK TO document; RELEASE document');
      return refused(name, discarded, kind);
    }
    if (facts !== null) ledger.exec('RELEASE document');
    const writer = facts ?? startWriting(name, kind, false);
    // A page of one reading says what that says: it need not be digested twice.
    const only = waiting.length === 1 && told.parts.length === 1 ? told.parts[0]?.digest : undefined;
    for (const item of waiting) keepReading(writer, item, only);
    told.parts.forEach((part, index) => {
      insertPart(ledger, id, index, part);
      pages.note(id, part.digest);
    });
    if (told.refusedRows.length > 0) setRefusedRows(ledger, id, told.refusedRows);
    const flussi = writer.flussi();
    told.tallies.forEach((tally, index) =>
      keepTally(ledger, flussi[index] ?? 0, told.parts[index]?.digest ?? '', tally),
    );
    nextId += 1;
    return {
      ...outcomeOf(id, name, kind, 'imported'),
      refusedRows: told.refusedRows,
      warnings: told.warnings.filter(isForThisDocument),
    };
  }

  /** The document that said all this before: known when each of its pages is. */
  function knownContent(told: Told, ownId: number): ReturnType<typeof namesOf>[number] | null {
    const known = told.parts.map((part) => pages.saidBy(part.digest, ownId));
    const [id = null] = known;
    return id === null || known.includes(null) ? null : (namesOf(ledger, id, id)[0] ?? null);
  }

  /** The act by which all that it says was discarded: under another wrapping it does not come back either. */
  function discardedContent(told: Told): Discarded | null {
    if (!mayBeDiscarded) return null;
    const acts = told.parts.map((part) => discardedBy(ledger, part.digest));
    return acts.includes(null) ? null : (acts[0] ?? null);
  }

  function endFile(problem: DocumentProblem | null): void {
    const became = outcomes[file] ?? [];
    const { name = '', sha256 = '' } = files[file] ?? {};
    if (problem !== null) {
      forgetFile();
      outcomes[file] = [refused(name, problem)];
      return;
    }
    if (!isJoined && became.length > 0 && became.every(isNew))
      insertFile(ledger, { sha256, name, seenAt: context.now, first: firstId, last: nextId - 1 });
    ledger.exec('RELEASE file');
  }

  function forgetFile(): void {
    ledger.exec('ROLLBACK TO file; RELEASE file');
    nextId = firstId;
    open = null;
    outcomes[file] = [];
  }

  return {
    take(item: TapeItem): void {
      switch (item.type) {
        case 'file':
          file = item.index;
          firstId = nextId;
          isJoined = false;
          ledger.exec('SAVEPOINT file');
          return;
        case 'document':
          isJoined ||= item.isJoined;
          begin(item);
          return;
        case 'reading':
          if (open === null) throw new Error('a reading outside a document');
          if (open.facts === null) open.waiting.push(item);
          else keepReading(open.facts, item);
          return;
        case 'told':
          if (open !== null) addOutcome(outcomes[file] ?? [], finish(open, item.told));
          open = null;
          return;
        case 'refused':
          if (open !== null && open.facts !== null) ledger.exec('ROLLBACK TO document; RELEASE document');
          open = null;
          outcomes[file]?.push(refused(item.name, item.problem, item.kind));
          return;
        case 'read':
          return;
        case 'file-end':
          endFile(item.problem);
          return;
        case 'file-lost':
          forgetFile();
      }
    },
    /** The number of the last document of which nothing more will be written, unless its file is forgotten. */
    finished: (): number => nextId - 1,
    /** What became of the documents of each file. */
    outcomes: (): readonly Outcomes[] => outcomes,
  };
}

function isNew(one: DocumentOutcome | PlainRun): boolean {
  return isRun(one) ? one.known === null : one.outcome === 'imported';
}

function keepReading(writer: FactWriter, { reading, part, row, text }: ReadingItem, whole?: string): void {
  writer.keep(reading, part, () => (whole === undefined ? digestOf(text) : shortened(whole)), row);
}

/** The archive knows only its own pages: the ledger tells which ones are really missing. */
function isForThisDocument(warning: DocumentWarning): boolean {
  return warning.code !== 'pages-missing';
}
