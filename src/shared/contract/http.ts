import type { Result } from '../domain/result.ts';
import type { CoreEvent } from './events.ts';
import type { Problem } from './problems.ts';

/** One line of a streamed answer over HTTP; the line with the result is the last. */
export type AnswerLine = { readonly progress: unknown } | { readonly result: Result<unknown, Problem> };

/** One line of the stream of events, which has no last one. A beat says that the line still stands. */
export type EventLine = { readonly beat: true } | { readonly event: CoreEvent };

export const beatMs = 10_000;

/** What an answer or a piece of a file bears beside its bytes. */
export const headers = {
  /** Chosen by whoever calls; names the call when it is cancelled. */
  call: 'x-chiamata',
  /** Of a file, percent-encoded: stands on its first piece. */
  name: 'x-nome',
  /** Which upload a later piece belongs to: the answer to the first piece names it. */
  upload: 'x-carico',
  /** Stands on the last piece, whose answer is the parcel; or on a piece without bytes that gives the file up. */
  end: 'x-fine',
} as const;

export const pieceBytes = 4 * 1024 ** 2;
