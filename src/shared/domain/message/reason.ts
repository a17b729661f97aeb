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
  /** The whole debt was paid at once: no instalment is asked for any more. */
  | { readonly code: 'unica-paid' }
  /** An instalment was paid: the whole is not asked for any more. */
  | { readonly code: 'rate-begun' }
  /** The due day passed while the message waited. */
  | { readonly code: 'due-passed'; readonly dueDay: Day }
  /** A person withdrew it, or its campaign. */
  | { readonly code: 'withdrawn' }
  /** Test mode: only those who agreed are written to. */
  | { readonly code: 'not-a-test-user' }
  /** A test must not bear the notice of somebody. */
  | { readonly code: 'other-channel' }
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

/** Why nothing is sent until a person has looked. */
export type QueueHold =
  /** The journal knows of messages that the ledger does not: it was put back from a copy. */
  | 'restored'
  /** The last messages were sent from another computer. */
  | 'other-machine';
