import { z } from 'zod';
import { it } from 'zod/locales';
import { statuses } from '../domain/verdict.ts';
import { operation } from './operation.ts';
import {
  causaleReading,
  dashboard,
  documentName,
  documentOutcome,
  documentRecord,
  flusso,
  jobProgress,
  opiReport,
  pageOf,
  payment,
  plainDocuments,
  provvisorio,
  settings,
} from './schemas.ts';

// Complaints about what was asked are read by people.
z.config(it());

const nothing = z.strictObject({});
/** At most a thousand rows cross the border at once. */
const page = {
  after: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(1_000).default(1_000),
};

/** Everything that may be asked of the core. */
export const operations = {
  'settings.read': operation({ input: nothing, output: settings }),
  'settings.write': operation({
    input: z.strictObject({ settings }),
    output: settings,
    progress: jobProgress,
  }),
  'documents.import': operation({
    /** Handles of files that were handed over before. */
    input: z.strictObject({ parcels: z.array(z.string().max(100)).max(100_000) }),
    /** In order; those that need no word come as ranges, to be named by `documents.names`. */
    output: z.strictObject({
      documents: z.array(z.union([documentOutcome, plainDocuments])).readonly(),
      report: opiReport.nullable(),
    }),
    progress: jobProgress,
  }),
  'documents.names': operation({
    /** At most a thousand at once. */
    input: z.strictObject({ from: z.int().positive(), to: z.int().positive() }),
    output: z.strictObject({ documents: z.array(documentName).readonly() }),
  }),
  'documents.list': operation({
    input: nothing,
    output: z.strictObject({ documents: z.array(documentRecord).readonly() }),
  }),
  'documents.undo': operation({
    input: z.strictObject({ id: z.int().positive() }),
    output: documentRecord,
    progress: jobProgress,
  }),
  'dashboard.read': operation({ input: nothing, output: dashboard }),
  'payments.list': operation({
    input: z.strictObject({
      search: z.string().max(200).nullable().default(null),
      status: z.enum(statuses).nullable().default(null),
      ...page,
    }),
    output: pageOf(payment),
  }),
  'flussi.list': operation({ input: z.strictObject(page), output: pageOf(flusso) }),
  'provvisori.list': operation({ input: z.strictObject(page), output: pageOf(provvisorio) }),
  'causale.read': operation({
    input: z.strictObject({ text: z.string().max(100_000) }),
    output: causaleReading,
  }),
  'ledger.verify': operation({
    input: nothing,
    output: z.strictObject({
      ok: z.boolean(),
      findings: z.array(z.looseObject({ code: z.string() })).readonly(),
      digest: z.string(),
    }),
    progress: jobProgress,
  }),
};

export type Operations = typeof operations;
export type OperationName = keyof Operations;
