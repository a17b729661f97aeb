import { z } from 'zod';
import { trailHosts, trailOperations } from '../../domain/trail.ts';
import { count, day, oneOf, text } from './base.ts';

export const trailFilter = z.strictObject({
  /** Days in Italy, both included. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  operations: oneOf(trailOperations),
});

export const trailEntry = z.strictObject({
  seq: count,
  at: text,
  user: text,
  program: text,
  host: z.enum(trailHosts),
  operation: z.enum(trailOperations),
  subject: text,
  details: z.record(z.string(), z.unknown()),
  hash: text,
});
