import { z } from 'zod';
import { flowBuckets, provvisorioBuckets } from '../../domain/bucket.ts';
import type { Repair } from '../../domain/causale/extraction.ts';
import { tipiOperazione } from '../../domain/movimento.ts';
import {
  amount,
  baseFilter,
  cents,
  codedValue,
  count,
  day,
  oneOf,
  provvisorioKey,
  provvisorioWanted,
  source,
  text,
} from './base.ts';
import { decisionRecord, provvisorioDecisions } from './decisions.ts';

export const provvisorioStates = ['open', 'partly-regularised', 'regularised', 'cancelled'] as const;
const extractionKind = z.enum(['iuf', 'iuv', 'truncated', 'unreadable', 'suspect', 'none']);
const confidence = z.enum(['certain', 'likely', 'confirm']);

export const provvisorio = z.strictObject({
  esercizio: z.int(),
  numero: text,
  conto: text,
  date: day,
  /** What is left after partial storni; the whole amount when all of it was called back. */
  cents,
  causale: text,
  state: z.enum(provvisorioStates),
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
  /** Who sent the money, as the bank names them. */
  payer: text.nullable(),
  /** The IUF under which all the money counts that counts under any, read or decided; null when there is none, or several. */
  iuf: text.nullable(),
  /** The IUFs under which the money counts, and how much under each; 0 cents where the bank called it back. */
  shares: z.array(z.strictObject({ iuf: text, cents })).readonly(),
  /** What a person decided of it; null when nobody did. */
  decided: z.enum(provvisorioDecisions).nullable(),
  /** The flusso that the causale by now names for certain, although a person decided otherwise. */
  conflict: text.nullable(),
});

/** A provvisorio as a line of somebody else's card. */
export const provvisorioLine = provvisorio.extend({ source });

export const provvisorioFilter = z.strictObject({
  ...baseFilter,
  buckets: oneOf(provvisorioBuckets),
  /** Money that counts under this IUF, all of it or a part. */
  iuf: text.nullable().default(null),
  /** Only where the causale by now names another flusso than a person decided. */
  conflict: z.boolean().default(false),
  states: oneOf(provvisorioStates),
  provvisorio: provvisorioWanted.optional(),
  /** With `document`: only the movements that this giornale was the first to tell, the universe of its report. */
  universe: z.boolean().default(false),
});

/** `attention`: what must be cleared up first, then the newest. */
export const provvisorioSorts = ['attention', 'date', 'cents', 'numero', 'bucket', 'payer'] as const;

/** How many provvisori, how much, and how many flussi they are the money of. */
export const provvisorioCount = amount.extend({
  /** Distinct IUFs; a movement whose flusso cannot be told counts as one. */
  flussi: count,
});

/** Something that could belong to it, with the reasons; never applied without a person. */
export const suggestion = z.strictObject({
  /** The flusso that is proposed for a provvisorio. */
  iuf: text,
  /** The provvisorio that is proposed for a flusso. */
  provvisorio: provvisorioKey,
  date: day,
  cents,
  causale: text,
  bucket: z.enum(flowBuckets),
  reasons: z
    .array(
      z.discriminatedUnion('code', [
        z.strictObject({ code: z.literal('same-amount') }),
        z.strictObject({ code: z.literal('residual-amount') }),
        z.strictObject({ code: z.literal('truncated-iuf') }),
        z.strictObject({ code: z.literal('same-psp') }),
        /** Days from the flusso to the money; negative when the money came first. */
        z.strictObject({ code: z.literal('days-apart'), days: z.int() }),
      ]),
    )
    .readonly(),
  /** Others that fit as well: with rivals nobody can be sure. */
  rivals: count,
});

/** A provvisorio with the line that brought it, what its causale says and what could explain it. */
export const provvisorioCard = z.strictObject({
  provvisorio,
  movement: z.strictObject({
    source,
    /** Other lines that tell of the same money: giornali overlap. */
    elsewhere: z.array(source).readonly(),
    valueDate: day.nullable(),
    bolletta: text.nullable(),
    numeroMovimento: text.nullable(),
    causali: z.array(text).readonly(),
    endToEnd: text.nullable(),
    bankTexts: z.array(text).readonly(),
    reference: text.nullable(),
  }),
  repairs: z.array(codedValue<Repair>()).readonly(),
  /** Known IUFs that a truncated one could be. */
  candidates: z.array(text).readonly(),
  otherIufs: z.array(text).readonly(),
  /** What was read in the texts, where a person corrected it. */
  read: z
    .strictObject({
      iuf: text.nullable(),
      prog: text.nullable(),
      iuv: text.nullable(),
      kind: extractionKind,
      confidence,
      source: text.nullable(),
    })
    .nullable(),
  originalCents: cents,
  stornedCents: cents,
  regularisedCents: cents,
  /** Storni, regolarizzazioni and reversali that name it. */
  events: z
    .array(
      z.strictObject({
        source,
        operazione: z.enum(tipiOperazione),
        /** The reversale that covers it; null for a line of the sospeso itself. */
        reversale: z.strictObject({ esercizio: z.int(), numero: text }).nullable(),
        cents: cents.nullable(),
        date: day,
      }),
    )
    .readonly(),
  /** Where its money counts, and where each of those flussi stands. */
  shares: z
    .array(
      z.strictObject({
        iuf: text,
        cents,
        flusso: z
          .strictObject({
            bucket: z.enum(flowBuckets),
            cents,
            receivedCents: cents,
            rows: count,
            /** False while only money names it. */
            imported: z.boolean(),
          })
          .nullable(),
      }),
    )
    .readonly(),
  /** What is in no share, of money that was shared out. */
  remainderCents: cents,
  /** Ways to share it out over several flussi that await money; never applied without a person. */
  sharings: z
    .array(
      z.strictObject({
        shares: z.array(z.strictObject({ iuf: text, cents, date: day })).readonly(),
        reasons: z.array(z.enum(['named', 'same-amount', 'same-psp', 'same-day'])).readonly(),
        /** Other ways that fit as well. */
        rivals: count,
      }),
    )
    .readonly(),
  suggestions: z.array(suggestion).readonly(),
  decisions: z.array(decisionRecord).readonly(),
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
