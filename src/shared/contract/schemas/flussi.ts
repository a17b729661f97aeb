import { z } from 'zod';
import { flowBuckets } from '../../domain/bucket.ts';
import type { FlowAnomaly } from '../../domain/document.ts';
import { expectedStates } from '../../domain/flusso.ts';
import {
  baseFilter,
  cents,
  codedValue,
  count,
  day,
  oneOf,
  provvisorioKey,
  psp,
  source,
  text,
} from './base.ts';
import { decisionRecord } from './decisions.ts';
import { provvisorioLine, suggestion } from './provvisori.ts';

export const flusso = z.strictObject({
  iuf: text,
  revision: z.int().nullable(),
  date: day,
  cents,
  rows: count,
  receivedCents: cents,
  bucket: z.enum(flowBuckets),
  provvisori: z.array(z.strictObject({ esercizio: z.int(), numero: text })).readonly(),
  psp: psp.nullable(),
});

export const flussoKey = z.strictObject({ iuf: text });

export const flussoFilter = z.strictObject({
  ...baseFilter,
  buckets: oneOf(flowBuckets),
  iuf: text.optional(),
});

/** `attention`: what must be looked at first, then the newest. */
export const flussoSorts = ['attention', 'date', 'cents', 'received', 'iuf', 'rows', 'bucket'] as const;

/** A flusso with its versions, its money and what could be its money. */
export const flussoCard = z.strictObject({
  flusso,
  dueDay: day,
  late: z.boolean(),
  regolamento: text.nullable(),
  anomalies: z.array(codedValue<FlowAnomaly>()).readonly(),
  rowsOfOurs: count,
  rowsOfOthers: count,
  /** The one that counts first, then the older ones. */
  versions: z
    .array(
      z.strictObject({
        source,
        revision: z.int(),
        createdAt: text,
        cents,
        rows: count,
        current: z.boolean(),
      }),
    )
    .readonly(),
  money: z.array(provvisorioLine).readonly(),
  /** Provvisori that could be its missing money. */
  suggestions: z.array(suggestion).readonly(),
  /** Several provvisori that together make up its missing money; never applied without a person. */
  together: z
    .array(
      z.strictObject({
        provvisori: z
          .array(z.strictObject({ ...provvisorioKey.shape, date: day, cents, causale: text }))
          .readonly(),
        /** Others that fit as well. */
        rivals: count,
      }),
    )
    .readonly(),
  decisions: z.array(decisionRecord).readonly(),
});

/** A flusso that a list of the node, or of the new service, names. */
export const expectedFlusso = z.strictObject({
  iuf: text,
  /** As the list writes it. */
  createdAt: text.nullable(),
  pspCode: text.nullable(),
  state: z.enum(expectedStates),
  /** The list. */
  document: source.shape.document,
});

export const expectedFilter = z.strictObject({ states: oneOf(expectedStates) });

export const expectedCounts = z.record(z.enum(expectedStates), count);
