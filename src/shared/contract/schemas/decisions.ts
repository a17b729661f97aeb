import { z } from 'zod';
import { partReasons } from '../../domain/regularisation.ts';
import { cents, count, paymentKey, provvisorioKey, shortText, text } from './base.ts';

const iuf = z.string().trim().min(1).max(35);
const note = z.string().trim().max(2_000).default('');

/** What a person may decide of a provvisorio's money. */
export const provvisorioDecisions = ['link', 'share', 'unlink', 'exclude', 'partner'] as const;

/** A part of a provvisorio's money, and the flusso whose money it is. */
const share = z.strictObject({ iuf, cents: cents.positive() });

/** What a person says that a causale says. */
const reading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('iuf'), iuf }),
  /** A numero avviso will do as well. */
  z.strictObject({ kind: z.literal('iuv'), iuv: z.string().trim().min(1).max(35) }),
  z.strictObject({ kind: z.literal('unreadable') }),
]);

/** A part of a provvisorio as it is proposed to the ragioneria. */
export const regularisationPart = z.strictObject({
  iuf: text.nullable(),
  service: text.nullable(),
  partner: text.nullable(),
  /** Why it is no reversale yet; null when it is one. */
  reason: z.enum(partReasons).nullable(),
  cents,
  payments: count,
});

const target = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment'), ...paymentKey.shape }),
  z.strictObject({ type: z.literal('flusso'), iuf }),
  z.strictObject({ type: z.literal('provvisorio'), ...provvisorioKey.shape }),
]);

/** What a person decides. It outlives every re-run and every import, and can be taken back. */
export const decision = z.discriminatedUnion('kind', [
  /** The money of this provvisorio is that of this flusso, whatever the causale says. */
  z.strictObject({ kind: z.literal('link'), provvisorio: provvisorioKey, iuf, note }),
  /** The money of this provvisorio is that of these flussi, so much of each; what is left waits to be cleared up. */
  z.strictObject({
    kind: z.literal('share'),
    provvisorio: provvisorioKey,
    shares: z.array(share).min(1).max(100).readonly(),
    note,
  }),
  /** What the causale of this provvisorio says, whatever was read in it. */
  z.strictObject({ kind: z.literal('correct'), provvisorio: provvisorioKey, reading, note }),
  /** The money of this provvisorio is of no flusso that the causale names: it waits to be cleared up. */
  z.strictObject({ kind: z.literal('unlink'), provvisorio: provvisorioKey, note }),
  /** This provvisorio is known, and pagoPA did not bring it. */
  z.strictObject({ kind: z.literal('exclude'), provvisorio: provvisorioKey, note: shortText }),
  /** It is another partner's: every payment of the flusso, of the IUV, or the money alone. */
  z.strictObject({ kind: z.literal('partner'), target, partner: shortText, note }),
  /** The ragioneria was asked for the reversali of this provvisorio, which were proposed like this. */
  z.strictObject({
    kind: z.literal('sent'),
    provvisorio: provvisorioKey,
    parts: z.array(regularisationPart).min(1).max(10_000).readonly(),
    note,
  }),
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
   * `standing`: it counts; `to-review`: it counts, and a flusso to which it leads has another version than the person saw;
   * `replaced`: a later one speaks of the same; `broken`: what it speaks of was called back or is gone, or less is left
   * than it shares out; `undone`: it was taken back.
   */
  state: z.enum(['standing', 'to-review', 'replaced', 'broken', 'undone']),
});
