import { z } from 'zod';
import { count, paymentKey, provvisorioKey, shortText, text } from './base.ts';

const iuf = z.string().trim().min(1).max(35);
const note = z.string().trim().max(2_000).default('');

/** What a person may decide of a provvisorio's money. */
export const provvisorioDecisions = ['link', 'unlink', 'exclude', 'partner'] as const;

const target = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment'), ...paymentKey.shape }),
  z.strictObject({ type: z.literal('flusso'), iuf }),
  z.strictObject({ type: z.literal('provvisorio'), ...provvisorioKey.shape }),
]);

/** What a person decides. It outlives every re-run and every import, and can be taken back. */
export const decision = z.discriminatedUnion('kind', [
  /** The money of this provvisorio is that of this flusso, whatever the causale says. */
  z.strictObject({ kind: z.literal('link'), provvisorio: provvisorioKey, iuf, note }),
  /** The money of this provvisorio is of no flusso that the causale names: it waits to be cleared up. */
  z.strictObject({ kind: z.literal('unlink'), provvisorio: provvisorioKey, note }),
  /** This provvisorio is known, and pagoPA did not bring it. */
  z.strictObject({ kind: z.literal('exclude'), provvisorio: provvisorioKey, note: shortText }),
  /** It is another partner's: every payment of the flusso, of the IUV, or the money alone. */
  z.strictObject({ kind: z.literal('partner'), target, partner: shortText, note }),
  /** A remark. An empty one takes the last away. */
  z.strictObject({ kind: z.literal('note'), target, text: z.string().trim().max(2_000) }),
]);

export const decisionRecord = z.strictObject({
  id: count,
  decision,
  /** Who was at the computer. */
  author: text,
  madeAt: text,
  undoneAt: text.nullable(),
  /**
   * `standing`: it counts; `replaced`: a later one speaks of the same; `broken`: what it speaks of was called back or is
   * gone; `undone`: it was taken back.
   */
  state: z.enum(['standing', 'replaced', 'broken', 'undone']),
});
