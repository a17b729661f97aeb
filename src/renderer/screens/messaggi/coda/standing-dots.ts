import type { QueueStanding } from '../../../../shared/domain/message/queue-standing.ts';
import type { Dot } from '../../../../shared/domain/verdict.ts';

/** The dot that has the same weight for the clerk. */
export const standingDots: Readonly<Record<QueueStanding['code'], Dot>> = {
  held: 'problem',
  sending: 'waiting',
  waiting: 'waiting',
  watching: 'yes',
  stopped: 'warning',
  empty: 'none',
};
