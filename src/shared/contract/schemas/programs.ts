import { z } from 'zod';
import { count, day, shortText, text } from './base.ts';

/** A program that may ask over the local API. Its token is told once, when it is made. */
export const program = z.strictObject({
  id: count,
  name: text,
  /** True when it is told who paid; otherwise people are masked. */
  clear: z.boolean(),
  createdAt: text,
  /** The last day on which it asked; null when it never did. */
  lastUsedOn: day.nullable(),
  revokedAt: text.nullable(),
});

export const newProgram = z.strictObject({ name: shortText.max(60), clear: z.boolean().default(false) });

/** SHA-256 in hexadecimal. */
export const tokenDigest = z.string().regex(/^[0-9a-f]{64}$/);
