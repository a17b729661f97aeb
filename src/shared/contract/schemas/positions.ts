import { z } from 'zod';
import { positionFlags, positionStatuses } from '../../domain/posizione.ts';
import { serviceHintKinds, serviceSources } from '../../domain/service.ts';
import { anyOf, baseFilter, cents, count, day, oneOf, paymentKey, source, text } from './base.ts';
import { debtor, payment } from './payments.ts';

/** Names a position: `iuv/…`, or, where it has none, `iud/…` or `riga/…`. */
const key = z.string().min(1).max(300);

/** What somebody owes, and what was paid of it. */
export const position = z.strictObject({
  key,
  iud: text.nullable(),
  iuv: text.nullable(),
  noticeNumber: text.nullable(),
  debtor,
  /** Id of the service; null when nothing tells it. */
  service: text.nullable(),
  tipoDovuto: text.nullable(),
  description: text.nullable(),
  cents,
  dueDay: day.nullable(),
  status: z.enum(positionStatuses),
  /** Null while nothing was paid. */
  paidCents: cents.nullable(),
  flags: z.array(z.enum(positionFlags)).readonly(),
});

/** `from` and `to` are days of the term to pay. */
export const positionFilter = z.strictObject({
  ...baseFilter,
  statuses: oneOf(positionStatuses),
  /** Ids of services; `''` is no service. */
  services: anyOf,
});

/** `status`: overdue ones first, the oldest term first. */
export const positionSorts = ['status', 'dueDay', 'cents', 'iuv', 'service', 'debtor'] as const;

export const positionKey = z.strictObject({ key });

/** A position with the lines that tell it and the payments under its IUV. */
export const positionCard = z.strictObject({
  position,
  serviceSource: z.enum(serviceSources).nullable(),
  /** The tassonomia. */
  category: text.nullable(),
  /** The one whose words count first. */
  versions: z
    .array(
      z.strictObject({
        source,
        cents,
        dueDay: day.nullable(),
        action: z.enum(['keep', 'cancel']),
        current: z.boolean(),
      }),
    )
    .readonly(),
  payments: z.array(payment).readonly(),
});

/** Payments of ours whose service nobody knows, together by the best hint that they have. */
export const unknownServices = z.strictObject({
  count,
  cents,
  /** The most payments first; at most two hundred groups. */
  groups: z
    .array(
      z.strictObject({
        hint: z.strictObject({ kind: z.enum(serviceHintKinds), value: text }),
        count,
        cents,
        /** One of them. */
        example: paymentKey.extend({ cents, paidOn: day.nullable(), description: text.nullable() }),
      }),
    )
    .readonly(),
});
