import { z } from 'zod';
import { isDay } from '../../domain/day.ts';
import { count, day, text } from './base.ts';

/** Of a person or of a company, as somebody types it. */
export const typedCodiceFiscale = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/\s+/g, '').toUpperCase())
  .pipe(z.string().regex(/^(?:[A-Z\d]{16}|\d{11})$/));

export const citizenExtract = z.strictObject({
  codiceFiscale: text,
  sections: z
    .array(
      z.strictObject({
        title: text,
        columns: z
          .array(z.strictObject({ title: text, kind: z.enum(['text', 'long', 'euro', 'day', 'count']) }))
          .readonly(),
        rows: z.array(z.array(z.union([text, z.number(), z.null()])).readonly()).readonly(),
      }),
    )
    .readonly(),
});

export const minimised = z.strictObject({
  /** What is older than this day, and settled. */
  before: day,
  receipts: count,
  positions: count,
  movements: count,
  kept: count,
  notes: count,
  messages: count,
  documents: count,
});

export const years = z.int().min(1).max(100);

/** A copy that was made before, which still says what was taken away. */
export const olderCopy = z.strictObject({
  file: text,
  madeAt: text.nullable(),
  /** On which day the ladder drops it, with a copy a day; null where nothing drops it, or not within a year. */
  leavesOn: day.nullable(),
});

export const discarded = z.strictObject({
  documents: z.array(z.strictObject({ id: count, name: text })).readonly(),
  facts: count,
});

export const scarto = z.strictObject({
  id: count,
  act: text,
  actDay: day,
  author: text,
  madeAt: text,
  documents: count,
  facts: count,
});

/** Documents by their numbers, or all in which nothing is later than a year. */
export const toDiscard = z.union([
  z.strictObject({ documents: z.array(z.int().positive()).min(1).max(10_000) }),
  z.strictObject({ upToYear: z.int().min(1990).max(2200) }),
]);

export const act = { act: z.string().trim().min(3).max(300), actDay: day.refine(isDay) };

export const privacyState = z.strictObject({
  /** Where what is kept lies. */
  places: z.array(z.strictObject({ name: text, path: text })).readonly(),
  /** Whether this computer can show the folder of the ledger. */
  canOpenFolder: z.boolean(),
  copies: z.array(olderCopy).readonly(),
  minimisations: z
    .array(z.strictObject({ before: day, author: text, madeAt: text, documents: count, messages: count }))
    .readonly(),
  scarti: z.array(scarto).readonly(),
});
