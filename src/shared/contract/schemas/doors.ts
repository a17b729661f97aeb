import { z } from 'zod';
import type { WatchNotice } from '../events.ts';
import { codedValue, text } from './base.ts';

/** Ports that no system keeps for itself. */
const port = z.int().min(1_024).max(65_535);

/** What other programs may use while the window is open. Both are off until somebody turns them on. */
export const doors = z.strictObject({
  /** False where no window stands behind the question: on the command line, and in the ledger of invented data. */
  available: z.boolean(),
  api: z.strictObject({
    on: z.boolean(),
    port,
    /** `settings-unreadable`: closed, and what was on is not known any more. */
    state: z.enum(['off', 'open', 'port-taken', 'port-refused', 'settings-unreadable']),
  }),
  watch: z.strictObject({
    on: z.boolean(),
    /** As the person wrote it; null until they did. */
    folder: text.nullable(),
    state: z.enum(['off', 'watching', 'gone', 'settings-unreadable']),
    /** What the folder brought since the window opened, the newest first; at most twenty. */
    notices: z.array(codedValue<WatchNotice>()).readonly(),
  }),
});

/** What is left out stays as it is. */
export const doorsChange = z.strictObject({
  api: z.strictObject({ on: z.boolean(), port: port.optional() }).optional(),
  watch: z
    .strictObject({ on: z.boolean(), folder: z.string().trim().min(1).max(1_000).optional() })
    .optional(),
});
