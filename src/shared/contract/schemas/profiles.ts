import { z } from 'zod';
import { dayOrders } from '../../domain/day.ts';
import { decimalForms } from '../../domain/euro.ts';
import { allProfileFields, profileKinds } from '../../domain/profile.ts';
import { valueKinds } from '../../domain/profile-values.ts';
import { count, shortText, text } from './base.ts';

const mostColumns = 1_000;
const header = z.string().max(200);
const marks = z.array(z.string().max(50)).max(50).readonly();

const columns = z.partialRecord(
  z.enum(allProfileFields),
  z.array(z.int().nonnegative().max(mostColumns)).max(20).readonly(),
);

const fingerprint = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('headers'), headers: z.array(header).min(1).max(mostColumns).readonly() }),
  z.strictObject({
    by: z.literal('kinds'),
    kinds: z.array(z.enum(valueKinds)).min(1).max(mostColumns).readonly(),
  }),
]);

const what = z.enum(profileKinds);
const about = {
  what,
  columns,
  credits: marks.default([]),
  debits: marks.default([]),
  conto: z.string().trim().max(100).default(''),
};

/** A saved profile; as a file, what `profili proponi` printed and a person completed. */
export const profile = z.strictObject({
  name: shortText,
  fingerprint,
  ...about,
  decimals: z.enum(decimalForms),
  days: z.enum(dayOrders),
});

const draft = z.strictObject({
  ...about,
  decimals: z.enum(decimalForms).nullable(),
  days: z.enum(dayOrders).nullable(),
});

const evidence = <const Forms extends readonly [string, ...string[]]>(forms: Forms) =>
  z.strictObject({ told: z.enum(forms).nullable(), example: text.nullable() });

/** A list that nobody knows yet: its columns, its first rows, and what they could be. */
export const profileProposal = z.strictObject({
  /** Of the document. */
  name: text,
  table: z.strictObject({
    headerRow: count.nullable(),
    fingerprint,
    columns: z
      .array(
        z.strictObject({
          header: text,
          kind: z.enum(valueKinds),
          amounts: evidence(decimalForms),
          days: evidence(dayOrders),
          marks: z.array(text).readonly(),
        }),
      )
      .readonly(),
    samples: z
      .array(
        z.strictObject({
          row: count,
          cells: z.array(z.strictObject({ text, number: z.number().optional() })).readonly(),
        }),
      )
      .readonly(),
  }),
  what,
  drafts: z.strictObject({ tesoreria: draft, ricevute: draft, posizioni: draft }),
  /** The saved profile that reads this list, or nearly does. */
  fits: z.strictObject({ profile: text, exactly: z.boolean() }).nullable(),
});
