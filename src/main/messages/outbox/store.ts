import type { Day } from '../../../shared/domain/day.ts';
import type { RefusedService } from '../../../shared/domain/message/answer.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import type { KnownAttempts, Recovery } from '../../../shared/domain/message/recovery.ts';
import type { PickBlock } from '../../../shared/domain/message/run-block.ts';
import type { MessageState } from '../../../shared/domain/message/state.ts';

/**
 * Where the outbox keeps what it does, as it needs it. Every method is one durable step; a method that throws did nothing,
 * and the run ends.
 */
export interface OutboxStore {
  known(): Promise<KnownAttempts>;
  recover(recovery: Recovery): Promise<void>;
  pick(input: PickInput): Promise<Picked>;
  /** Null when the message may not go any more: a person was quicker. */
  begin(id: number): Promise<Begun | null>;
  end(told: Ended): Promise<void>;
  /** Of a message that did not begin to leave. */
  settle(id: number, settled: Settled): Promise<void>;
  toFollow(due: string | null): Promise<readonly ToFollow[]>;
  followed(told: Followed): Promise<void>;
}

export interface PickInput {
  readonly today: Day;
  readonly machine: string;
  /** Services whose key is at hand, each with the mark of its key. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The message that goes next, or why none does. */
export type Picked =
  | {
      readonly type: 'message';
      readonly id: number;
      readonly service: string;
      readonly kind: string;
      readonly fiscalCode: string;
      readonly failures: number;
      readonly settings: MessageSettings;
    }
  | {
      readonly type: 'none';
      /** When something can be tried again. */
      readonly nextAt: string | null;
      readonly blocked: PickBlock | null;
      readonly settings: MessageSettings;
    };

export interface Begun {
  /** Of the attempt; the journal bears the same. */
  readonly seq: number;
  readonly key: string;
  /** The frozen request. */
  readonly body: string;
  readonly bodyDigest: string;
}

export interface Ended {
  readonly seq: number;
  readonly outcome: string;
  readonly httpCode: number | null;
  readonly detail: string | null;
  readonly settled: Settled;
  readonly skewMs: number | null;
}

/** What becomes of a message after a question was answered, or was not. */
export type Settled =
  | { readonly type: 'accepted'; readonly ioId: string; readonly nextPollAt: string }
  /** It stays in the queue and is tried again; `failures` counts the tries of this kind. */
  | { readonly type: 'put-off'; readonly nextAt: string | null; readonly failures: number }
  | { readonly type: 'state'; readonly state: MessageState; readonly reason: MessageReason | null }
  /** It stays in the queue; its service waits for a person, or for another key. */
  | {
      readonly type: 'service-held';
      readonly why: RefusedService;
      readonly detail: string;
      readonly keyMark: string | null;
    };

/** An accepted message of which one may ask what became of it. */
export interface ToFollow {
  readonly id: number;
  readonly service: string;
  readonly fiscalCode: string;
  readonly ioId: string;
  readonly acceptedAt: string;
  readonly polls: number;
}

export interface Followed {
  readonly id: number;
  /** Null: nothing new. */
  readonly state: Extract<MessageState, 'delivered' | 'undeliverable' | 'failed'> | null;
  readonly polls: number;
  readonly nextPollAt: string | null;
}
