import { z } from 'zod';
import { isDay } from '../../domain/day.ts';
import { text } from './base.ts';

/** Asked of a list: only what changed since an earlier answer. */
export const changesAsked = z.strictObject({
  /** The `cursor` of the last answer that was kept; null begins, with every row. */
  since: z.string().max(4_000).nullable().default(null),
  /** How many rows and keys together. */
  limit: z.int().min(1).max(1_000).default(1_000),
});

/**
 * What to do to a copy of a list so that it is the list again: first take away the keys that are `gone`, then put each row in
 * the place of the one with its key. A row may come though it is as it was; none that changed stays out. With `more` the
 * copy is not whole yet: ask again at once with `cursor`.
 */
export const changesOf = <Row extends z.ZodType, Key extends z.ZodType>(row: Row, key: Key) =>
  z.strictObject({
    rows: z.array(row).readonly(),
    gone: z.array(key).readonly(),
    cursor: text,
    more: z.boolean(),
  });

const day = z.string().refine(isDay);
/** The first and the last day as of which rows were told. */
const days = z.strictObject({ from: day, to: day });
const place = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('gone'),
    after: z.strictObject({ key: text, changed: z.int() }).nullable(),
  }),
  z.strictObject({ part: z.literal('written'), revision: z.int(), after: text.nullable() }),
  z.strictObject({ part: z.literal('turned'), after: text.nullable() }),
]);

/**
 * What a cursor says. Once all was told, the copy is the list of revision `at`, as of one of the `days` row by row; what later
 * revisions wrote is left to the next walk.
 */
export const changeCursor = z.strictObject({
  list: text,
  /** Of the program: another one may tell the same row otherwise. */
  version: text,
  at: z.strictObject({ id: text, number: z.int(), mark: text }),
  days,
  /** Null between two walks; else from where this one goes, and how far it has come. */
  walk: z
    .strictObject({
      /** The revisions after which rows, and keys that are gone, are told; `days` null: the copy had nothing. */
      rows: z.int(),
      gone: z.int(),
      days: days.nullable(),
      place,
    })
    .nullable(),
});
export type ChangeCursor = z.output<typeof changeCursor>;
