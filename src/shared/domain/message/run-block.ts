import type { Day } from '../day.ts';
import type { Unreachable } from './answer.ts';
import type { Breaker } from './breaker.ts';
import type { QueueHold } from './reason.ts';

/** What a person must put right before what is queued can go. */
export type PickBlock =
  | { readonly code: 'queue-held'; readonly why: QueueHold }
  /** Nobody confirmed the queue for so long that it must be looked at again. */
  | { readonly code: 'confirmation-old'; readonly days: number }
  | StaleEvidence
  | { readonly code: 'key-missing'; readonly service: string }
  | { readonly code: 'service-refused'; readonly service: string };

/** What is known of payments is too old to remind anybody: who has paid since would be asked again. */
export interface StaleEvidence {
  readonly code: 'evidence-stale';
  /** Of the last flusso, or of its import; null when there never was one. */
  readonly day: Day | null;
  /** Calendar days since then. */
  readonly days: number | null;
}

/** Why a run ended although messages are still queued. Instants are ISO. */
export type RunBlock =
  | PickBlock
  | { readonly code: 'quiet-hours'; readonly until: string | null }
  | { readonly code: 'unreachable'; readonly why: Unreachable; readonly detail: string }
  /** The service answers, and only that something is wrong with it. */
  | { readonly code: 'service-down' }
  | { readonly code: 'retry-later'; readonly at: string }
  | { readonly code: Breaker }
  /** This computer's clock and the service's are far apart: nothing that goes by the date may leave. */
  | { readonly code: 'clock-wrong'; readonly skewMs: number }
  /** Another program on this computer sends for this ledger. */
  | { readonly code: 'sending-elsewhere'; readonly pid: number }
  /** The disk does not take the journal: nothing leaves that could be forgotten. */
  | { readonly code: 'journal-unwritable'; readonly detail: string }
  | { readonly code: 'ledger-busy' }
  | { readonly code: 'stopped' };

/** What does not pass by itself. */
export function needsPerson({ code }: RunBlock): boolean {
  switch (code) {
    case 'queue-held':
    case 'uncertain-in-a-row':
    case 'equal-data-errors':
    case 'clock-wrong':
    case 'journal-unwritable':
    case 'stopped':
      return true;
    case 'confirmation-old':
    case 'evidence-stale':
    case 'key-missing':
    case 'service-refused':
    case 'quiet-hours':
    case 'unreachable':
    case 'service-down':
    case 'retry-later':
    case 'sending-elsewhere':
    case 'ledger-busy':
      return false;
  }
}
