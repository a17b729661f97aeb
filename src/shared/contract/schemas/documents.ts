import { z } from 'zod';
import { reportBuckets } from '../../domain/bucket.ts';
import {
  documentKinds,
  type DocumentProblem,
  type DocumentWarning,
  type RefusedRow,
} from '../../domain/document.ts';
import type { OpiReport } from '../../domain/opi-report.ts';
import { amount, codedValue, count, day, text } from './base.ts';
import { codiceProposal } from './settings.ts';

const counts = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), z.int());

export const opiReport: z.ZodType<OpiReport> = z.object({
  movements: count,
  new: count,
  alreadyKnown: count,
  reversals: count,
  flussi: counts(['imported', ...reportBuckets, 'mixed']),
  notPagoPa: z.strictObject({ count, suspect: count }),
  cents: counts(['total', ...reportBuckets, 'notPagoPa']),
});

const documentWarning = codedValue<DocumentWarning>();
const documentProblem = codedValue<DocumentProblem>();
const refusedRow = codedValue<RefusedRow>();
const kind = z.enum(documentKinds);

export const documentOutcome = z.strictObject({
  id: count.nullable(),
  name: text,
  kind: kind.nullable(),
  outcome: z.enum(['imported', 'already-imported', 'refused']),
  problem: documentProblem.nullable(),
  refusedRows: z.array(refusedRow).readonly(),
  warnings: z.array(documentWarning).readonly(),
  report: opiReport.nullable(),
});

/** Documents of which nothing more is to be said, by their numbers, both included: new ones, or such as were known before. */
export const plainDocuments = z.strictObject({
  from: count,
  to: count,
  known: z.strictObject({ was: text, now: text }).nullable(),
});

/** A document by its name alone. */
export const documentName = z.strictObject({ id: count, name: text, kind });

export const documentRecord = z.strictObject({
  id: count,
  name: text,
  kind,
  importedAt: text,
  undoneAt: text.nullable(),
  refusedRows: z.array(refusedRow).readonly(),
  warnings: z.array(documentWarning).readonly(),
  report: opiReport.nullable(),
  /** The same report, judged on what the ledger knows today; null when undone. */
  reportToday: opiReport.nullable(),
});

/** What a document holds, seen before anything is kept. */
const documentPreview = z.strictObject({
  name: text,
  kind: kind.nullable(),
  outcome: z.enum(['new', 'already-imported', 'refused']),
  problem: documentProblem.nullable(),
  /** First and last day told; null where the document tells none. */
  from: day.nullable(),
  to: day.nullable(),
  /** Movimenti, righe or payments that would be kept, and their amount in cents; sospesi di entrata for a giornale. */
  rows: amount,
  /** Of those rows, how many the ledger knows already. */
  knownRows: count,
  refusedRows: count,
  warnings: z.array(documentWarning).readonly(),
});

/** A whole drop, seen before anything is kept. */
export const preview = z.strictObject({
  /** One line for each kind that was recognised, over all of its documents. */
  kinds: z
    .array(
      z.strictObject({
        kind,
        documents: z.strictObject({ new: count, known: count, refused: count }),
        from: day.nullable(),
        to: day.nullable(),
        rows: amount,
        knownRows: count,
        refusedRows: count,
      }),
    )
    .readonly(),
  documents: z.strictObject({ new: count, known: count, refused: count }),
  /** Refused ones first, then those with warnings; at most five hundred. */
  shown: z.array(documentPreview).readonly(),
  /** Without an ente in the settings: those that the documents name as theirs, the most frequent first; at most five. */
  enti: z
    .array(z.strictObject({ codiceFiscale: text, denominazione: text.nullable(), documents: count }))
    .readonly(),
  /** Without codici of ours in the settings: whose those of the documents seem to be. */
  codici: z.array(codiceProposal).readonly(),
});

/** One drop of the history: the documents that were imported at one moment. */
export const drop = z.strictObject({
  /** Names the drop. */
  importedAt: text,
  documents: count,
  /** Of those, how many were undone since. */
  undone: count,
  kinds: z.array(z.strictObject({ kind, count })).readonly(),
  /** The names of the first three. */
  names: z.array(text).readonly(),
  warnings: count,
  refusedRows: count,
  /** The giornali of the drop together, as of import; null without one. */
  report: opiReport.nullable(),
});
