import { hash } from 'node:crypto';
import type { TrailDetails, TrailDraft } from '../../../shared/domain/trail.ts';
import { documentById } from '../../ledger/documents.ts';
import { rangeOfDrop } from '../../ledger/drops.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { toldByDocuments, type ToldByDocument } from '../../ledger/trail-documents.ts';
import type { Jobs } from '../jobs.ts';
import type { DocumentOutcome } from '../outcome.ts';
import { nothing, type Trails } from './trail.ts';

type DocumentJobs = 'import' | 'undo' | 'undo-drop';

export const documentTrails: Trails<Extract<keyof Jobs, DocumentJobs>> = {
  // Its documents may be a hundred thousand: the job tells them itself, one by one.
  import: nothing,
  undo(ledger, { id }) {
    const [before = nobody] = [...toldByDocuments(ledger, id, id)];
    return ({ name, kind, importedAt }) => [
      {
        operation: 'document-undone',
        subject: name,
        details: { document: id, kind, importedAt, ...detailsOf(before) },
      },
    ];
  },
  'undo-drop'(ledger, { importedAt }) {
    const range = rangeOfDrop(ledger, importedAt);
    const documents = range === null ? [] : [...toldByDocuments(ledger, range.first, range.last)];
    return () => [
      ...documents.map((told) => ({
        operation: 'document-undone' as const,
        subject: told.name,
        details: { document: told.id, kind: told.kind, importedAt, ...detailsOf(told) },
      })),
      { operation: 'drop-undone', subject: importedAt, details: { documents: documents.length } },
    ];
  },
};

const nobody: ToldByDocument = { id: 0, name: '', kind: '', digests: [], rows: {} };

/** One file of a drop, and what became of its documents. */
export interface FileOutcomes {
  readonly file: string;
  /** Of its bytes; null when they could not be read. */
  readonly sha256: string | null;
  readonly outcomes: readonly DocumentOutcome[];
}

/** What an import leaves in the trail: each document, then the drop. */
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
  const told = toldByDocuments(ledger, drop.first, drop.last, onRows);
  const count = { accepted: 0, known: 0, refused: 0 };
  for (const { file, sha256, outcomes } of files)
    for (const one of outcomes) {
      const details = { file, sha256, kind: one.kind, document: one.id };
      if (one.outcome === 'imported') {
        count.accepted += 1;
        const mine = one.id === null ? nobody : (told.of(one.id) ?? nobody);
        yield {
          operation: 'document-accepted',
          subject: one.name,
          details: { ...details, ...detailsOf(mine), refusedRows: one.refusedRows.length },
        };
      } else if (one.outcome === 'already-imported') {
        count.known += 1;
        const since = one.id === null ? null : (documentById(ledger, one.id)?.importedAt ?? null);
        yield { operation: 'document-known', subject: one.name, details: { ...details, since } };
      } else {
        count.refused += 1;
        const why = one.problem?.code ?? null;
        yield { operation: 'document-refused', subject: one.name, details: { ...details, why } };
      }
    }
  yield {
    operation: 'files-imported',
    subject: drop.importedAt,
    // How many there were in all is not counted: that would read the whole ledger for one more file.
    details: { files: files.length, ...count, first: drop.first, last: drop.last },
  };
}

function detailsOf({ digests, rows }: ToldByDocument): TrailDetails {
  const [only = ''] = digests;
  return { content: digests.length === 1 ? only : hash('sha256', digests.join(' ')), rows: { ...rows } };
}
