import type { Day } from '../day.ts';
import type { RefusedService, WhyUncertain } from './answer.ts';

/** Why a message stands where it stands. */
export type MessageReason =
  /** The receipts, the flussi or a list of positions say that the notice is paid. */
  | { readonly code: 'already-paid'; readonly paidOn: Day | null }
  /** A list of who paid otherwise (F24) says so. */
  | { readonly code: 'paid-elsewhere'; readonly list: string; readonly paidOn: Day | null }
  /** The position was cancelled by the office that made it. */
  | { readonly code: 'position-cancelled' }
  /** The same part of the debt was paid with another avviso. */
  | { readonly code: 'part-paid' }
  /** The whole debt was paid at once: no instalment is asked for any more. */
  | { readonly code: 'unica-paid' }
  /** An instalment was paid: the whole is not asked for any more. */
  | { readonly code: 'rata-paid' }
  /** The whole and an instalment were paid: money has to be given back. */
  | { readonly code: 'both-paid' }
  /** The due day passed while the message waited. */
  | { readonly code: 'due-passed'; readonly dueDay: Day }
  /** Its turn is over: the next part of the same debt is asked for now. */
  | { readonly code: 'turn-over'; readonly notAfter: Day }
  /** A person withdrew it, or its campaign. */
  | { readonly code: 'withdrawn' }
  /** Test mode: only those who agreed are written to. */
  | { readonly code: 'not-a-test-user' }
  /** A person told the citizen otherwise. */
  | { readonly code: 'other-channel' }
  /** A person found out that it arrived. */
  | { readonly code: 'settled-as-sent' }
  /** The template and the row do not make a message; `complaints` are its first sentences. */
  | { readonly code: 'not-composable'; readonly complaints: readonly string[] }
  | {
      readonly code: 'invalid';
      readonly field: string | null;
      readonly detail: string;
    }
  | { readonly code: 'over-cap'; readonly cap: number | null }
  | { readonly code: 'recipient-forbidden'; readonly detail: string }
  /** Why a queued message is paused. */
  | { readonly code: 'service-refused'; readonly why: RefusedService }
  | { readonly code: 'server-errors' }
  | { readonly code: 'campaign-paused' }
  | { readonly code: 'queue-held'; readonly why: QueueHold }
  | { readonly code: 'uncertain'; readonly why: WhyUncertain; readonly at: string }
  /** The message is on its way, or was written, in an earlier campaign. */
  | { readonly code: 'already-known'; readonly campaign: number }
  /** A message with this business key was written before, by a copy of this ledger. */
  | { readonly code: 'written-elsewhere'; readonly at: string };

/**
 * Why nothing is sent until a person has looked. `restored`: the journal knows of messages that the ledger does not, so
 * that it was put back from a copy. `other-machine`: the last messages were sent from another computer.
 */
export const queueHolds = ['restored', 'other-machine'] as const;
export type QueueHold = (typeof queueHolds)[number];
