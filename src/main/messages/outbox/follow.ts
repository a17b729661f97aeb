import type { StatusAnswer } from '../../../shared/domain/message/answer.ts';
import { nextPoll } from '../../../shared/domain/message/poll-plan.ts';
import { afterProfile } from '../../../shared/domain/message/retry.ts';
import type { OutboxEnvironment } from './environment.ts';
import type { Followed, ToFollow } from './store.ts';

export interface FollowOptions {
  /** Asks about every accepted message, and not only about those whose turn it is. */
  readonly all: boolean;
  /** How many at most. */
  readonly most: number;
  /** Messages per second, each of two calls. */
  readonly pace: number;
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface FollowReport {
  readonly asked: number;
  readonly settled: number;
  /** Accepted messages that another key sent: theirs has to be put back to ask. */
  readonly otherKey: number;
  /** Not asked about: no key, or no way to the service. */
  readonly left: number;
}

/** Asks what became of accepted messages. Asking changes nothing over there, and an answer that says nothing changes nothing here. */
export async function followMessages(
  env: Pick<OutboxEnvironment, 'store' | 'service' | 'keys' | 'pace' | 'now' | 'sleep' | 'random'>,
  options: FollowOptions,
): Promise<FollowReport> {
  const { pace } = env;
  const due = options.all ? null : new Date(env.now()).toISOString();
  const messages = (await env.store.toFollow(due)).slice(0, options.most);
  const report = { asked: 0, settled: 0, otherKey: 0, left: 0 };
  let limits = 0;
  let unanswered = 0;
  const refused = new Set<string>();
  for (let at = 0; at < messages.length && !options.signal.aborted;) {
    const message = messages[at];
    if (message === undefined) break;
    const key = env.keys.keyOf(message.service);
    if (key === null || refused.has(message.service)) {
      report.left += 1;
      at += 1;
      continue;
    }
    if (pace.left() > options.patience) break;
    await env.sleep(pace.takeCall(options.pace), options.signal);
    if (options.signal.aborted) break;
    const { answer } = await env.service.status(key, message.fiscalCode, message.ioId);
    if (answer.outcome === 'limited') {
      const next = afterProfile(answer, limits++, env.random());
      if (next.next !== 'retry' || next.inMs > options.patience) break;
      pace.rest(next.inMs);
      continue;
    }
    limits = 0;
    if (answer.outcome === 'refused') {
      // So would it be for every message of the service.
      refused.add(message.service);
      continue;
    }
    unanswered = answer.outcome === 'no-answer' ? unanswered + 1 : 0;
    if (unanswered > mostUnanswered) break;
    at += 1;
    report.asked += 1;
    if (answer.outcome === 'other-key') report.otherKey += 1;
    const state = stateOf(answer);
    if (state !== null) report.settled += 1;
    await env.store.followed(followedBy(env, message, state));
    options.onProgress?.(at, messages.length);
  }
  report.left += messages.length - report.asked - report.left;
  return report;
}

/** In a row: nobody is there, and waiting for each would take the whole day. */
const mostUnanswered = 3;

function stateOf({ outcome }: StatusAnswer): Followed['state'] {
  switch (outcome) {
    case 'delivered':
    case 'failed':
      return outcome;
    case 'rejected':
      return 'undeliverable';
    case 'pending':
    case 'not-found':
    case 'other-key':
    case 'limited':
    case 'refused':
    case 'no-answer':
      return null;
  }
}

function followedBy(
  env: Pick<OutboxEnvironment, 'now' | 'random'>,
  { id, acceptedAt, polls }: ToFollow,
  state: Followed['state'],
): Followed {
  const next = nextPoll(Date.parse(acceptedAt), env.now(), env.random());
  return {
    id,
    state,
    polls: polls + 1,
    nextPollAt: next.next === 'ask' ? new Date(next.at).toISOString() : null,
  };
}
