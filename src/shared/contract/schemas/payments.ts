import { z } from 'zod';
import { positionStatuses } from '../../domain/posizione.ts';
import { paymentSteps } from '../../domain/quadratura.ts';
import { serviceSources } from '../../domain/service.ts';
import { notes, statuses, type Evidence } from '../../domain/verdict.ts';
import type { FlowAnomaly } from '../../domain/document.ts';
import {
  anyOf,
  baseFilter,
  cents,
  codedValue,
  count,
  day,
  oneOf,
  provvisorioWanted,
  psp,
  source,
  text,
} from './base.ts';
import { decisionRecord } from './decisions.ts';
import { provvisorioLine } from './provvisori.ts';

const dot = z.enum(['yes', 'waiting', 'warning', 'problem', 'none']);

/** Who owes: from the receipt, else from the debt position. */
export const debtor = z.strictObject({ name: text.nullable(), codiceFiscale: text.nullable() });

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
  provvisori: z.array(z.strictObject({ esercizio: z.int(), numero: text })).readonly(),
  reasons: z.array(z.enum([...statuses, ...notes])).readonly(),
  debtor: debtor.nullable(),
  /** What was paid, as the receipt words it, else the debt position. */
  description: text.nullable(),
});

export const paymentFilter = z.strictObject({
  ...baseFilter,
  statuses: oneOf(statuses),
  /** Ids of services; `''` is no service. */
  services: anyOf,
  partners: anyOf,
  /** How far they have come, of those that are ours. */
  has: oneOf(paymentSteps),
  lacks: oneOf(paymentSteps),
  /** The conti on which their money came, the first of several; `-` is no money yet, `''` a conto that nobody told. */
  conti: anyOf,
  /** Payments that this flusso lists. */
  iuf: text.nullable().default(null),
  /** Payments whose money this provvisorio brings; without a conto, those of every conto. */
  provvisorio: provvisorioWanted.nullable().default(null),
  iuv: text.optional(),
  /** Of 18 digits; one whose payment bears none is found by the IUV that is inside it. */
  noticeNumber: text.optional(),
  /** Of whoever owes. */
  codiceFiscale: text.optional(),
});

export const paymentSorts = ['paidOn', 'cents', 'iuv', 'status', 'service', 'debtor'] as const;

/** The whole trail of a payment: receipt, flusso, provvisori, each with its document and line. */
export const paymentCard = z.strictObject({
  payment,
  /** What the verdict was judged on. */
  evidence: z.custom<Evidence>((value) => typeof value === 'object' && value !== null && 'owner' in value),
  /** The last day on which what is awaited is not late yet. */
  dueDay: day.nullable(),
  late: z.boolean(),
  /** What told the service; null without one. */
  serviceSource: z.enum(serviceSources).nullable(),
  /** The debt position of its IUV; it names the debtor when the receipt does not. */
  position: z
    .strictObject({
      key: text,
      source,
      debtor,
      description: text.nullable(),
      tipoDovuto: text.nullable(),
      cents,
      dueDay: day.nullable(),
      status: z.enum(positionStatuses),
    })
    .nullable(),
  receipt: z
    .strictObject({
      source,
      elsewhere: z.array(source).readonly(),
      receiptId: text,
      outcome: text,
      paidOn: day.nullable(),
      totalCents: cents,
      /** Our part of the total. */
      cents,
      debtor,
      psp: psp.nullable(),
      description: text.nullable(),
      transferDescription: text.nullable(),
      category: text.nullable(),
    })
    .nullable(),
  /** Other receipts of the very same payment that say another amount, day or debtor: none of them counts. */
  otherReceipts: z
    .array(z.strictObject({ source, receiptId: text, paidOn: day.nullable(), cents, debtor }))
    .readonly(),
  report: z
    .strictObject({
      source,
      elsewhere: z.array(source).readonly(),
      iuf: text,
      revision: z.int(),
      esito: z.int(),
      cents,
      date: day,
      regolamento: text,
      psp,
      flowDate: day,
      flowCents: cents,
      flowRows: count,
      anomalies: z.array(codedValue<FlowAnomaly>()).readonly(),
    })
    .nullable(),
  money: z.array(provvisorioLine).readonly(),
  /** Other payments of the same IUV: the rest of a pair. */
  sameIuv: z.array(payment).readonly(),
  decisions: z.array(decisionRecord).readonly(),
});
