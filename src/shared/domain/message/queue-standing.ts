import type { QueueHold } from './reason.ts';
import type { RunBlock } from './run-block.ts';
import type { MessageState } from './state.ts';

/** What is known of the queue at a moment. */
export interface QueueFacts {
  readonly running: boolean;
  /** ISO instant until which the run waits. */
  readonly waitingUntil: string | null;
  readonly blocked: RunBlock | null;
  readonly hold: QueueHold | null;
  readonly byState: Readonly<Partial<Record<MessageState, number>>>;
  /** Of the queued ones, those that wait for their day. */
  readonly later: number;
  readonly secondsLeft: number | null;
}

/** Where the queue stands, as one tells it in a sentence. `left`: messages that could go today. */
export type QueueStanding =
  | { readonly code: 'held'; readonly why: QueueHold }
  | { readonly code: 'sending'; readonly left: number; readonly secondsLeft: number }
  /** It goes on by itself at that moment, or when what stops it has passed. */
  | {
      readonly code: 'waiting';
      readonly left: number;
      readonly until: string | null;
      readonly why: RunBlock | null;
    }
  /** Everything that can go is gone; outcomes are asked for. */
  | { readonly code: 'watching'; readonly later: number; readonly accepted: number }
  | {
      readonly code: 'stopped';
      readonly left: number;
      readonly secondsLeft: number;
      readonly why: RunBlock | null;
    }
  | { readonly code: 'empty'; readonly later: number };

/** A pause between two calls is not worth a word. */
const worthTellingMs = 5_000;

export function queueStanding(facts: QueueFacts, now: number): QueueStanding {
  const { running, hold, byState, later } = facts;
  if (hold !== null) return { code: 'held', why: hold };
  // What was held and is no longer: the last run ended before a person looked.
  const blocked = facts.blocked?.code === 'queue-held' ? null : facts.blocked;
  const left = Math.max(0, (byState.queued ?? 0) - later);
  const secondsLeft = facts.secondsLeft ?? 0;
  if (!running) {
    const why = blocked?.code === 'stopped' ? null : blocked;
    return left > 0 || why !== null ? { code: 'stopped', left, secondsLeft, why } : { code: 'empty', later };
  }
  const until = facts.waitingUntil;
  if (until !== null && Date.parse(until) - now > worthTellingMs)
    return { code: 'waiting', left, until, why: blocked };
  if (blocked !== null && blocked.code !== 'stopped')
    return { code: 'waiting', left, until: endOf(blocked), why: blocked };
  if (left > 0 || (byState.sending ?? 0) > 0) return { code: 'sending', left, secondsLeft };
  return { code: 'watching', later, accepted: byState.accepted ?? 0 };
}

function endOf(block: RunBlock): string | null {
  if (block.code === 'quiet-hours') return block.until;
  return block.code === 'retry-later' ? block.at : null;
}

/** Whether only a person's word lets the queue go on: it was held, or waited for so long that it must be looked at. */
export function wantsConfirmation({ hold, blocked }: Pick<QueueFacts, 'hold' | 'blocked'>): boolean {
  return hold !== null || blocked?.code === 'confirmation-old';
}

/** How much of what waited when somebody first looked is gone; null when nothing waited. */
export function shareGone(most: number, left: number): number | null {
  return most <= 0 ? null : Math.min(1, Math.max(0, (most - left) / most));
}
