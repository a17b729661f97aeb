import { z } from 'zod';
import { ageBuckets, regularisationStages } from '../../domain/regularisation.ts';
import { anyOf, baseFilter, cents, count, day, oneOf, provvisorioKey, text } from './base.ts';
import { decisionRecord, regularisationPart } from './decisions.ts';

/** A proposed reversale, with where the service has its money in the budget. */
const part = regularisationPart.extend({ capitolo: text.nullable(), accertamento: text.nullable() });

export const regularisation = z.strictObject({
  ...provvisorioKey.shape,
  date: day,
  /** What the bank left of it. */
  cents,
  /** What no reversale covers yet. */
  openCents: cents,
  state: z.enum(['open', 'partly-regularised', 'regularised', 'cancelled']),
  stage: z.enum(regularisationStages),
  /** Days since the money came. */
  days: count,
  causale: text,
  /** They amount to `cents`. */
  parts: z.array(part).readonly(),
  /** When it was last proposed to the ragioneria. */
  sent: z
    .strictObject({
      decision: count,
      author: text,
      at: text,
      note: text,
      /** The proposal is another one by now. */
      changed: z.boolean(),
      parts: z.array(part).readonly(),
    })
    .nullable(),
  /** Those that cover it; `cents` is null when no file says how much. */
  reversali: z
    .array(z.strictObject({ esercizio: z.int(), numero: text, cents: cents.nullable() }))
    .readonly(),
});

export const regularisationFilter = z.strictObject({
  ...baseFilter,
  stages: oneOf(regularisationStages),
  /** Ids of services; `''` is no service. */
  services: anyOf,
  ages: oneOf(ageBuckets),
});

export const regularisationSorts = ['date', 'cents', 'openCents', 'numero'] as const;

export const regularisationCount = z.strictObject({
  count,
  cents,
  openCents: cents,
  /** How long what is open has been. */
  byAge: z.array(z.strictObject({ age: z.enum(ageBuckets), count, openCents: cents })).readonly(),
});

/** The parts of all of them together; they amount to the `cents` of their count. */
export const regularisationTotals = z.strictObject({
  parts: z.array(part.omit({ iuf: true })).readonly(),
});

export const regularisationCard = z.strictObject({
  regularisation,
  decisions: z.array(decisionRecord).readonly(),
});
