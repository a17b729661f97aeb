import { z } from 'zod';
import { amount, cents, count, day, text } from './base.ts';

const reached = {
  paid: amount,
  reported: amount,
  settled: amount,
  regularised: amount,
  /** What stands between the steps; each is a list of payments (`stepGaps`). */
  gaps: z.strictObject({
    'not-reported': amount,
    'without-receipt': amount,
    'not-settled': amount,
    'not-regularised': amount,
  }),
};

/** What was due, of the positions that fall due in the period, and how much of it nobody has paid. */
const due = z.strictObject({ all: amount, unpaid: amount });

export const quadratura = z.strictObject({
  from: day,
  to: day,
  services: z
    .array(
      z.strictObject({
        /** Its id; `''` is no service. */
        service: text,
        due,
        ...reached,
        /** By the conto on which the money came; `-` while none did, `''` where nobody told it. */
        conti: z.array(z.strictObject({ conto: text, ...reached })).readonly(),
        /** What the program of the service says that was paid; null while nobody copied it. */
        declared: z.strictObject({ count: count.nullable(), cents, author: text, madeAt: text }).nullable(),
        /** What is declared less what our receipts say. */
        difference: z.strictObject({ count: z.int().nullable(), cents }).nullable(),
      }),
    )
    .readonly(),
  total: z.strictObject({ due, ...reached }),
});

export const declared = z.strictObject({
  service: z.string().max(60),
  from: day,
  to: day,
  count: count.nullable().default(null),
  /** Null takes the total away. */
  cents: cents.nullable(),
});
