import { z } from 'zod';
import { trailHosts, trailOperations, type TrailDetails } from '../../domain/trail.ts';
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
  details: z.custom<TrailDetails>((value) => typeof value === 'object' && value !== null),
  hash: text,
});
