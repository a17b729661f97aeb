import { z } from 'zod';
import type { Desk } from './command-line.ts';

/** The JSON of the stable interface, field by field, written again from the design and not taken from the contract. */
const cents = z.int();
const count = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const amount = z.strictObject({ count, cents });
const provvisori = z.array(z.strictObject({ esercizio: z.int(), numero: z.string().regex(/^[1-9]\d*$/) }));
const dot = z.enum(['yes', 'waiting', 'warning', 'problem', 'none']);

export const statuses = [
  'not-ours',
  'other-partner',
  'not-paid',
  'revoked',
  'double-payment',
  'flow-anomalous',
  'paid-without-receipt',
  'receipt-missing',
  'reported-amount-differs',
  'not-reported',
  'settlement-missing',
  'over-settled',
  'partly-settled',
  'awaiting-report',
  'awaiting-settlement',
  'settled-singly',
  'complete',
] as const;

const five = ['reconciled', 'partial', 'notReported', 'otherPartner', 'inError'] as const;
const amounts = <const Names extends readonly string[]>(names: Names) => z.record(z.enum(names), amount);

export const statoShape = z.strictObject({
  payments: amount,
  byStatus: amounts(statuses),
  flussi: amounts([...five, 'awaiting', 'missing']),
  provvisori: amounts([...five, 'notPagoPa', 'cancelled']),
  difference: amount,
  freshness: z.strictObject({
    giornale: day.nullable(),
    rendicontazione: day.nullable(),
    ricevute: day.nullable(),
  }),
});

export const paymentShape = z.strictObject({
  iuv: z.string(),
  iur: z.string(),
  index: z.int().min(1),
  noticeNumber: z.string().nullable(),
  cents,
  paidOn: day.nullable(),
  service: z.string().nullable(),
  partner: z.string().nullable(),
  status: z.enum(statuses),
  dots: z.strictObject({ pagamento: dot, rendicontazione: dot, riconciliazione: dot }),
  iuf: z.string().nullable(),
  provvisori,
  reasons: z.array(z.string()),
});

export const positionShape = z.strictObject({
  iud: z.string().nullable(),
  iuv: z.string().nullable(),
  noticeNumber: z.string().nullable(),
  debtor: z.strictObject({ codiceFiscale: z.string().nullable(), name: z.string().nullable() }),
  service: z.string().nullable(),
  tipoDovuto: z.string().nullable(),
  description: z.string().nullable(),
  cents,
  dueDay: day.nullable(),
  status: z.enum(['overdue', 'unpaid', 'without-iuv', 'paid', 'cancelled']),
  paidCents: cents.nullable(),
});

const texts = z.array(z.string());
export const servizioShape = z.strictObject({
  id: z.string(),
  nome: z.string(),
  codici: texts,
  tassonomie: texts.optional(),
  tipiDovuto: texts.optional(),
  parole: texts.optional(),
  accertamento: z.string().optional(),
  capitolo: z.string().optional(),
});

/** Payments without a service, by what could tell it. */
export const groupShape = z.strictObject({
  hint: z.strictObject({
    kind: z.enum(['tassonomia', 'tipo-dovuto', 'codice', 'parole', 'nothing']),
    value: z.string(),
  }),
  count,
  cents,
  example: z.strictObject({
    iuv: z.string(),
    iur: z.string(),
    index: z.int(),
    cents,
    paidOn: day.nullable(),
    description: z.string().nullable(),
  }),
});

export const flussoShape = z.strictObject({
  iuf: z.string(),
  revision: z.int().nullable(),
  date: day,
  cents,
  rows: count,
  receivedCents: cents,
  bucket: z.enum([...five, 'awaiting', 'missing']),
  provvisori,
});

const kinds = ['iuf', 'iuv', 'truncated', 'unreadable', 'suspect', 'none'] as const;
const confidence = z.enum(['certain', 'likely', 'confirm']);
const prog = z.string().regex(/^\d$/).nullable();

export const provvisorioShape = z.strictObject({
  esercizio: z.int(),
  numero: z.string().regex(/^[1-9]\d*$/),
  conto: z.string(),
  date: day,
  cents,
  causale: z.string(),
  state: z.enum(['open', 'partly-regularised', 'regularised', 'cancelled']),
  extraction: z.strictObject({
    iuf: z.string().nullable(),
    prog,
    iuv: z.string().nullable(),
    kind: z.enum(kinds),
    confidence,
    source: z.string().nullable(),
  }),
  bucket: z.string(),
  suspect: z.boolean(),
});

export const causaleShape = z.strictObject({
  iuf: z.string().nullable(),
  prog,
  iuv: z.string().nullable(),
  amountCents: cents.nullable(),
  kind: z.enum(kinds),
  confidence,
  repairs: z.array(z.looseObject({ code: z.string() })),
});

export const expectedShape = z.strictObject({
  iuf: z.string(),
  createdAt: z.string().nullable(),
  pspCode: z.string().nullable(),
  state: z.enum(['missing', 'older-version', 'arrived']),
  document: z.strictObject({ id: z.int(), name: z.string(), kind: z.string(), importedAt: z.string() }),
});

/** Nine counts and seven amounts; the buckets always add up. */
export const reportShape = z
  .strictObject({
    movements: count,
    new: count,
    alreadyKnown: count,
    reversals: count,
    flussi: z.record(z.enum(['imported', ...five, 'mixed']), count),
    notPagoPa: z.strictObject({ count, suspect: count }),
    cents: z.record(z.enum(['total', ...five, 'notPagoPa']), cents),
  })
  .refine(({ flussi }) => five.reduce((sum, name) => sum + flussi[name], 0) === flussi.imported)
  .refine(
    (report) =>
      five.reduce((sum, name) => sum + report.cents[name], report.cents.notPagoPa) === report.cents.total,
  );

export const problemShape = z.looseObject({ code: z.string().min(1), message: z.string().min(10) });
const warnings = z.array(problemShape);
const refusedRows = z.array(z.looseObject({ row: z.int(), message: z.string() }));

export const importShape = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.int().nullable(),
      name: z.string(),
      kind: z.string().nullable(),
      outcome: z.enum(['imported', 'already-imported', 'refused']),
      problem: problemShape.optional(),
      refusedRows,
      warnings,
      report: reportShape.optional(),
    }),
  ),
  report: reportShape.nullable(),
});

export const documentShape = z.looseObject({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  importedAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().optional(),
});
export const documentsShape = z.strictObject({ documents: z.array(documentShape) });
export const verificaShape = z.looseObject({
  ok: z.boolean(),
  findings: z.array(problemShape),
  digest: z.string(),
});

/** Asks in JSON and reads the answer with a shape; throws when the exit code is not 0. */
export async function ask<T>(
  desk: Desk,
  words: readonly string[],
  shape: z.ZodType<T>,
  code = 0,
): Promise<T> {
  const answered = await desk.json(words);
  if (answered.code !== code) throw new Error(`exit ${answered.code}: ${JSON.stringify(answered)}`);
  return shape.parse(answered.value);
}
