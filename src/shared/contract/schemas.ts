import { z } from 'zod';
import { flowBuckets, provvisorioBuckets, reportBuckets } from '../domain/bucket.ts';
import {
  documentKinds,
  type DocumentProblem,
  type DocumentWarning,
  type RefusedRow,
} from '../domain/document.ts';
import type { OpiReport } from '../domain/opi-report.ts';
import { notes, statuses } from '../domain/verdict.ts';

/** An integer number of cents. */
export const cents = z.int();
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().nonnegative();
const text = z.string();

/** How many, and how much. */
export const amount = z.strictObject({ count, cents });

const codice = z.string().trim().min(1).max(35);
const shortText = z.string().trim().min(1).max(200);

/** The office's settings, as the clerk writes them. Lists that are left out are empty. */
export const settings = z.strictObject({
  ente: z
    .strictObject({
      codiceFiscale: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^(\d{11}|[A-Z0-9]{16})$/),
      denominazione: shortText,
    })
    .nullable()
    .default(null),
  codiciPropri: z.array(codice).max(1_000).readonly().default([]),
  altriPartner: z
    .array(z.strictObject({ codice, nome: shortText }))
    .max(1_000)
    .readonly()
    .default([]),
  servizi: z
    .array(
      z.strictObject({
        id: z.string().trim().min(1).max(60),
        nome: shortText,
        codici: z.array(codice).max(1_000).readonly().default([]),
        accertamento: z.string().max(60).optional(),
        capitolo: z.string().max(60).optional(),
      }),
    )
    .max(500)
    .readonly()
    .default([]),
});

const buckets = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), amount);
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

const coded = <T extends { readonly code: string }>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null && 'code' in value);

/** Warnings and problems are our own values on both sides: only their being coded is checked. */
export const documentWarning = coded<DocumentWarning>();
export const documentProblem = coded<DocumentProblem>();
export const refusedRow = coded<RefusedRow>();

export const documentOutcome = z.strictObject({
  id: count.nullable(),
  name: text,
  kind: z.enum(documentKinds).nullable(),
  outcome: z.enum(['imported', 'already-imported', 'refused']),
  problem: documentProblem.nullable(),
  refusedRows: z.array(refusedRow).readonly(),
  warnings: z.array(documentWarning).readonly(),
  report: opiReport.nullable(),
});

/** Documents imported without a remark, by their numbers, both included. */
export const plainDocuments = z.strictObject({ from: count, to: count });

/** A document by its name alone. */
export const documentName = z.strictObject({ id: count, name: text, kind: z.enum(documentKinds) });

export const documentRecord = z.strictObject({
  id: count,
  name: text,
  kind: z.enum(documentKinds),
  importedAt: text,
  undoneAt: text.nullable(),
  refusedRows: z.array(refusedRow).readonly(),
  warnings: z.array(documentWarning).readonly(),
  report: opiReport.nullable(),
  /** The same report, judged on what the ledger knows today; null when undone. */
  reportToday: opiReport.nullable(),
});

export const dashboard = z.strictObject({
  payments: amount,
  byStatus: buckets(statuses),
  flussi: buckets(flowBuckets),
  provvisori: buckets(provvisorioBuckets),
  difference: amount,
  freshness: z.strictObject({
    giornale: day.nullable(),
    rendicontazione: day.nullable(),
    ricevute: day.nullable(),
  }),
});

const dot = z.enum(['yes', 'waiting', 'warning', 'problem', 'none']);
const provvisorioRef = z.strictObject({ esercizio: z.int(), numero: text });

export const payment = z.strictObject({
  iuv: text,
  iur: text,
  index: z.int(),
  noticeNumber: text.nullable(),
  cents,
  paidOn: day.nullable(),
  service: text.nullable(),
  partner: text.nullable(),
  status: z.enum(statuses),
  dots: z.strictObject({ pagamento: dot, rendicontazione: dot, riconciliazione: dot }),
  iuf: text.nullable(),
  provvisori: z.array(provvisorioRef).readonly(),
  reasons: z.array(z.enum([...statuses, ...notes])).readonly(),
});

export const flusso = z.strictObject({
  iuf: text,
  revision: z.int().nullable(),
  date: day,
  cents,
  rows: count,
  receivedCents: cents,
  bucket: z.enum(flowBuckets),
  provvisori: z.array(provvisorioRef).readonly(),
});

const extractionKind = z.enum(['iuf', 'iuv', 'truncated', 'unreadable', 'suspect', 'none']);
const confidence = z.enum(['certain', 'likely', 'confirm']);

export const provvisorio = z.strictObject({
  esercizio: z.int(),
  numero: text,
  conto: text,
  date: day,
  cents,
  causale: text,
  state: z.enum(['open', 'partly-regularised', 'regularised', 'cancelled']),
  extraction: z.strictObject({
    iuf: text.nullable(),
    prog: text.nullable(),
    iuv: text.nullable(),
    kind: extractionKind,
    confidence,
    source: text.nullable(),
  }),
  bucket: z.enum(provvisorioBuckets),
  suspect: z.boolean(),
});

export const causaleReading = z.strictObject({
  iuf: text.nullable(),
  prog: text.nullable(),
  iuv: text.nullable(),
  amountCents: cents.nullable(),
  kind: extractionKind,
  confidence,
  repairs: z.array(z.looseObject({ code: text })).readonly(),
});

export const jobProgress = z.strictObject({
  step: z.enum(['read', 'match', 'verify']),
  done: count,
  total: count,
});

/** A page of a long list: ask again with `next` as `after`; null when the list is over. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row).readonly(), next: text.nullable() });
