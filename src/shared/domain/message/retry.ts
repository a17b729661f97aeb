import type { ProfileAnswer, SubmitAnswer } from './answer.ts';
import type { MessageState } from './state.ts';

/** Whom a wait or a stop concerns: one row, the rows of one service, or every row there is. */
export type Scope = 'row' | 'service' | 'all';

/** What follows from an answer for the row it was given to. */
export type NextStep =
  /** The row stays `queued` and is tried again; nothing was sent. */
  | {
      readonly next: 'retry';
      readonly inMs: number;
      readonly scope: Scope;
      /** For how long everything goes at half its pace. */
      readonly halfPaceForMs: number;
    }
  | { readonly next: 'state'; readonly state: MessageState }
  /** The row goes back to the queue, which waits for a person. Nothing was sent. */
  | { readonly next: 'stop'; readonly scope: 'service' | 'all' };

/** The citizen may be written to. */
export interface GoOn {
  readonly next: 'send';
}

/**
 * What to do after `POST /messages`. `earlier`: how many times in a row the same outcome came before; `random` from 0 to
 * 1 spreads the retries. Only what surely was not taken in is ever tried again.
 */
export function afterSubmit(answer: SubmitAnswer, earlier: number, random: number): NextStep {
  switch (answer.outcome) {
    case 'accepted':
      return { next: 'state', state: 'accepted' };
    case 'not-sent':
      return afterNotSent(answer.why === 'certificate', earlier, random);
    case 'limited':
      return afterLimit(answer.afterSeconds, earlier, random);
    case 'server-error':
      return afterServerError(earlier);
    case 'data-error':
    case 'recipient-forbidden':
      return { next: 'state', state: 'data-error' };
    case 'refused':
      return { next: 'stop', scope: 'service' };
    case 'uncertain':
      return { next: 'state', state: 'uncertain' };
  }
}

/** What to do after `POST /profiles`; the same words, and `send` when nothing stands in the way. */
export function afterProfile(answer: ProfileAnswer, earlier: number, random: number): NextStep | GoOn {
  switch (answer.outcome) {
    case 'allowed':
      return { next: 'send' };
    case 'not-enrolled':
    case 'service-disabled':
    case 'data-error':
      return { next: 'state', state: answer.outcome };
    case 'limited':
      return afterLimit(answer.afterSeconds, earlier, random);
    case 'refused':
      return { next: 'stop', scope: 'service' };
    case 'not-sent':
      return afterNotSent(answer.why === 'certificate', earlier, random);
    case 'no-answer':
      return afterServerError(earlier);
  }
}

const second = 1000;
const minute = 60 * second;
const longestWait = 5 * minute;

/** A certificate does not mend itself: trying on would only hide what somebody has to look at. */
function afterNotSent(isCertificate: boolean, earlier: number, random: number): NextStep {
  if (isCertificate) return { next: 'stop', scope: 'all' };
  const wait = Math.min(5 * second * 2 ** earlier, longestWait);
  return { next: 'retry', inMs: Math.round(wait * (0.8 + 0.4 * random)), scope: 'all', halfPaceForMs: 0 };
}

// Nobody is ever sent away for longer by this gateway, whose window is of seconds.
const longestLimit = 60 * minute;

/** The limit counts all services, keys and programs of the institution together. */
function afterLimit(afterSeconds: number | null, earlier: number, random: number): NextStep {
  const wait =
    afterSeconds === null
      ? Math.min(6 * second * 2 ** earlier, longestWait)
      : Math.min(afterSeconds * second, longestLimit) + second;
  return {
    next: 'retry',
    inMs: Math.round(wait + random * second),
    scope: 'all',
    halfPaceForMs: 5 * minute,
  };
}

const serverErrorWaits = [30 * second, 2 * minute, 10 * minute, 30 * minute, 120 * minute];

function afterServerError(earlier: number): NextStep {
  const wait = serverErrorWaits[earlier];
  if (wait === undefined) return { next: 'state', state: 'paused' };
  return { next: 'retry', inMs: wait, scope: 'row', halfPaceForMs: 0 };
}
