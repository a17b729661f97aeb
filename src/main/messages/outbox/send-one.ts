import type { Heard, ProfileAnswer, SubmitAnswer } from '../../../shared/domain/message/answer.ts';
import { judgeClock } from '../../../shared/domain/message/clock.ts';
import { followsTheCalendar } from '../../../shared/domain/message/kind.ts';
import { nextPoll } from '../../../shared/domain/message/poll-plan.ts';
import type { MessageReason } from '../../../shared/domain/message/reason.ts';
import { afterProfile, afterSubmit, type NextStep } from '../../../shared/domain/message/retry.ts';
import type { JournalOutcome } from '../../../shared/domain/message/recovery.ts';
import { JournalTrouble } from '../journal.ts';
import type { OutboxEnvironment } from './environment.ts';
import { whyHeldBack } from './guard.ts';
import type { Picked, Settled } from './store.ts';

type Message = Extract<Picked, { type: 'message' }>;

/** What one message came to, for the run that sends them. */
export type Came =
  | { readonly at: 'profile'; readonly answer: ProfileAnswer; readonly heard: Heard; readonly next: NextStep }
  | {
      readonly at: 'message';
      readonly answer: SubmitAnswer;
      readonly heard: Heard;
      readonly next: NextStep;
      /** What it came to is in the ledger, but not in the journal. */
      readonly trouble: JournalTrouble | null;
    }
  /** It goes by the calendar, and this computer's clock is wrong. */
  | { readonly at: 'clock'; readonly skewMs: number }
  /** It did not leave: held back at the last moment, or taken out of the queue meanwhile. */
  | { readonly at: 'nowhere' };

/** How often in a row each kind of wait came before, and how the calls are spread. */
export interface RunContext {
  readonly earlierLimits: number;
  readonly earlierUnreachable: number;
  /** As last heard. */
  readonly skewMs: number | null;
  /** Waits for the turn of one call; false when the run was stopped meanwhile. */
  turn(): Promise<boolean>;
}

/**
 * One message on its way: may one write, the durable intent, the request, what became of it. Between the intent and the
 * outcome the program may end at any moment; then nobody knows, and a person decides.
 */
export async function sendOne(
  env: OutboxEnvironment,
  message: Message,
  key: string,
  context: RunContext,
): Promise<Came> {
  const { store, service, journal } = env;
  env.onStep?.('picked');
  const profile = await service.profile(key, message.fiscalCode);
  env.onStep?.('profile-asked');
  const earlier = earlierOf(profile.answer.outcome, message.failures, context);
  const step = afterProfile(profile.answer, earlier, env.random());
  if (step.next !== 'send') {
    const settled = settledBy(env, step, message, () => reasonOfProfile(profile.answer), key);
    if (settled !== null) await store.settle(message.id, settled);
    return { at: 'profile', answer: profile.answer, heard: profile.heard, next: step };
  }
  const skewMs = profile.heard.skewMs ?? context.skewMs;
  if (skewMs !== null && judgeClock(skewMs) === 'block' && followsTheCalendar(message.kind))
    return { at: 'clock', skewMs };
  if (!(await context.turn())) return { at: 'nowhere' };

  const begun = await store.begin(message.id);
  if (begun === null) return { at: 'nowhere' };
  env.onStep?.('begun');
  const { seq, body, bodyDigest } = begun;
  const held = whyHeldBack(body, message.kind, message.settings);
  if (held !== null) {
    const settled = {
      type: 'state',
      state: held.code === 'invalid' ? 'data-error' : 'cancelled',
      reason: held,
    } as const;
    await store.end({ seq, outcome: 'held', httpCode: null, detail: held.code, settled, skewMs: null });
    return { at: 'nowhere' };
  }
  const written = { seq, key: begun.key };
  try {
    journal.write({
      type: 'intent',
      ...written,
      digest: bodyDigest,
      machine: env.machine,
      at: new Date(env.now()).toISOString(),
    });
  } catch (error) {
    // Nothing leaves that could be forgotten: the message waits, and the run ends.
    await store.end({
      seq,
      outcome: 'held',
      httpCode: null,
      detail: error instanceof JournalTrouble ? error.detail : null,
      settled: putOff(null, message.failures),
      skewMs: null,
    });
    throw error;
  }
  env.onStep?.('intent-written');
  const { answer, heard } = await service.submit(key, body);
  env.onStep?.('answered');
  const trouble = writeOutcome(env, written, answer);
  env.onStep?.('outcome-written');
  const next = afterSubmit(answer, earlierOf(answer.outcome, message.failures, context), env.random());
  await store.end({
    seq,
    outcome: answer.outcome === 'not-sent' ? 'none' : answer.outcome,
    httpCode: heard.httpCode,
    detail: 'detail' in answer ? answer.detail : null,
    settled:
      answer.outcome === 'accepted'
        ? { type: 'accepted', ioId: answer.id, nextPollAt: firstPoll(env) }
        : (settledBy(env, next, message, () => reasonOfSubmit(env, answer), key) ??
          putOff(null, message.failures)),
    skewMs: heard.skewMs,
  });
  env.onStep?.('ended');
  return { at: 'message', answer, heard, next, trouble };
}

/** The ledger must learn what became of the message even if the journal cannot: without it, a copy will be in doubt. */
function writeOutcome(
  env: OutboxEnvironment,
  written: { readonly seq: number; readonly key: string },
  answer: SubmitAnswer,
): JournalTrouble | null {
  try {
    env.journal.write({
      type: 'outcome',
      ...written,
      outcome: journalled(answer),
      id: answer.outcome === 'accepted' ? answer.id : null,
      at: new Date(env.now()).toISOString(),
    });
    return null;
  } catch (error) {
    if (error instanceof JournalTrouble) return error;
    throw error;
  }
}

/** Null: nothing of the row changes; the run waits. */
function settledBy(
  env: OutboxEnvironment,
  step: NextStep,
  message: Message,
  reason: () => { readonly reason: MessageReason | null; readonly refused: ServiceRefusal | null },
  key: string,
): Settled | null {
  switch (step.next) {
    case 'state':
      return {
        type: 'state',
        state: step.state,
        reason: step.state === 'paused' ? { code: 'server-errors' } : reason().reason,
      };
    case 'retry':
      return step.scope === 'row'
        ? putOff(new Date(env.now() + step.inMs).toISOString(), message.failures + 1)
        : null;
    case 'stop': {
      const { refused } = reason();
      // The way to the service is barred to all alike: of the row nothing changes.
      if (refused === null) return null;
      const keyMark = key === env.keys.keyOf(message.service) ? env.keys.marks()[message.service] : undefined;
      return { type: 'service-held', ...refused, keyMark: keyMark ?? null };
    }
  }
}

function putOff(nextAt: string | null, failures: number): Settled {
  return { type: 'put-off', nextAt, failures };
}

type ServiceRefusal = Pick<Extract<SubmitAnswer, { outcome: 'refused' }>, 'why' | 'detail'>;

function reasonOfProfile(answer: ProfileAnswer) {
  const refused = answer.outcome === 'refused' ? { why: answer.why, detail: answer.detail } : null;
  const reason: MessageReason | null =
    answer.outcome === 'data-error' ? { code: 'invalid', field: 'fiscal_code', detail: answer.detail } : null;
  return { reason, refused };
}

function reasonOfSubmit(env: OutboxEnvironment, answer: SubmitAnswer) {
  const refused = answer.outcome === 'refused' ? { why: answer.why, detail: answer.detail } : null;
  return { reason: whyOf(env, answer), refused };
}

function whyOf(env: OutboxEnvironment, answer: SubmitAnswer): MessageReason | null {
  switch (answer.outcome) {
    case 'data-error':
      return answer.why === 'over-cap'
        ? { code: 'over-cap', cap: answer.cap }
        : { code: 'invalid', field: answer.field, detail: answer.detail };
    case 'recipient-forbidden':
      return { code: 'recipient-forbidden', detail: answer.detail };
    case 'uncertain':
      return { code: 'uncertain', why: answer.why, at: new Date(env.now()).toISOString() };
    case 'accepted':
    case 'not-sent':
    case 'limited':
    case 'server-error':
    case 'refused':
      return null;
  }
}

/** What the journal must know: did it arrive, surely not, or may it have? */
function journalled(answer: SubmitAnswer): JournalOutcome {
  if (answer.outcome === 'accepted' || answer.outcome === 'uncertain') return answer.outcome;
  return 'none';
}

/** Server errors are counted by row, what bars the way to all by the run. */
function earlierOf(outcome: string, failures: number, context: RunContext): number {
  if (outcome === 'limited') return context.earlierLimits;
  return outcome === 'not-sent' ? context.earlierUnreachable : failures;
}

function firstPoll(env: OutboxEnvironment): string {
  const first = nextPoll(env.now(), null, env.random());
  return new Date(first.next === 'ask' ? first.at : env.now()).toISOString();
}
