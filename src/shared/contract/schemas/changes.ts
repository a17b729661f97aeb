import { z } from 'zod';
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
