import { afterAnswer, breakerOf, noStreak, type Streak } from '../../../shared/domain/message/breaker.ts';
import type { MessageSettings } from '../../../shared/domain/message/message-settings.ts';
import { recover } from '../../../shared/domain/message/recovery.ts';
import type { RunBlock } from '../../../shared/domain/message/run-block.ts';
import { sendHoursOf } from '../../../shared/domain/message/send-hours.ts';
import { sendWindow } from '../../../shared/domain/message/send-window.ts';
import { JournalTrouble } from '../journal.ts';
import type { OutboxEnvironment } from './environment.ts';
import { sendOne, type Came } from './send-one.ts';

export interface RunOptions {
  /** Sends outside the hours of the office too. */
  readonly ignoreHours: boolean;
  /** Messages per second; null: as the settings say. */
  readonly pace: number | null;
  /** How long the run waits for what can be tried again later, ms, before it ends. */
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly onProgress?: ((told: RunProgress) => void) | undefined;
}

export interface RunProgress {
  readonly sent: number;
  /** When it goes on, where it waits; ms since 1970. */
  readonly waitingUntil: number | null;
}

export interface RunReport {
  /** Accepted by the service in this run. */
  readonly sent: number;
  readonly blocked: RunBlock | null;
  /** The service's clock minus this computer's, as last heard. */
  readonly skewMs: number | null;
}

/**
 * Sends what is queued, one message at a time, until nothing is left that can go now. First of all it looks what became of
 * the messages of a program that ended in the middle.
 */
export async function runOutbox(env: OutboxEnvironment, options: RunOptions): Promise<RunReport> {
  const told = { sent: 0, skewMs: null };
  try {
    return await sendAll(env, options, told);
  } catch (error) {
    // Nothing leaves that could be forgotten.
    if (error instanceof JournalTrouble)
      return { ...told, blocked: { code: 'journal-unwritable', detail: error.detail } };
    throw error;
  }
}

async function sendAll(
  env: OutboxEnvironment,
  options: RunOptions,
  told: { sent: number; skewMs: number | null },
): Promise<RunReport> {
  await recoverOutbox(env);
  const { store, machine, keys, pace } = env;
  let streak: Streak = noStreak;
  let limits = 0;
  let unreachable = 0;
  let down = 0;

  const report = (blocked: RunBlock | null): RunReport => ({ ...told, blocked });
  async function wait(ms: number): Promise<boolean> {
    if (ms > 0) {
      options.onProgress?.({ sent: told.sent, waitingUntil: env.now() + ms });
      await env.sleep(ms, options.signal);
    }
    return !options.signal.aborted;
  }

  for (;;) {
    if (options.signal.aborted) return report({ code: 'stopped' });
    const rest = pace.left();
    if (rest > options.patience)
      return report({ code: 'retry-later', at: new Date(env.now() + rest).toISOString() });
    const picked = await store.pick({ today: env.today(), machine, keys: keys.marks() });
    if (picked.type === 'none') {
      const later = picked.nextAt;
      if (later === null) return report(picked.blocked);
      const ms = Date.parse(later) - env.now();
      if (ms > options.patience) return report(picked.blocked ?? { code: 'retry-later', at: later });
      if (!(await wait(Math.max(ms, 1)))) return report({ code: 'stopped' });
      continue;
    }
    const closed = options.ignoreHours ? null : closedUntil(env, picked.settings);
    if (closed !== null) return report(closed);
    const key = keys.keyOf(picked.service);
    // It was there when the message was chosen: somebody took it away.
    if (key === null) continue;
    const perSecond = options.pace ?? picked.settings.pace;
    const turn = (): Promise<boolean> => wait(pace.takeCall(perSecond));
    if (!(await turn())) return report({ code: 'stopped' });
    const { skewMs } = told;
    const context = { earlierLimits: limits, earlierUnreachable: unreachable, skewMs, turn };
    const came = await sendOne(env, picked, key, context);
    if (came.at === 'nowhere') continue;
    if (came.at === 'clock') return report({ code: 'clock-wrong', skewMs: came.skewMs });
    told.skewMs = came.heard.skewMs ?? skewMs;
    limits = came.answer.outcome === 'limited' ? limits + 1 : 0;
    unreachable = came.answer.outcome === 'not-sent' ? unreachable + 1 : 0;
    down = isDown(came.answer) ? down + 1 : 0;
    if (came.at === 'message') {
      if (came.answer.outcome === 'accepted') {
        told.sent += 1;
        await keys.noteUse(picked.service);
      }
      if (came.trouble !== null) throw came.trouble;
      streak = afterAnswer(streak, came.answer);
      const breaker = breakerOf(streak);
      if (breaker !== null) return report({ code: breaker });
    }
    options.onProgress?.({ sent: told.sent, waitingUntil: null });
    if (down >= mostDown) return report({ code: 'service-down' });
    const barred = waitForAll(came, options.patience, unreachable);
    if (barred === null) continue;
    if ('code' in barred) return report(barred);
    pace.slowDown(barred.halfPaceForMs);
    pace.rest(barred.inMs);
  }
}

/** A cable that was pulled is not put back in a minute: whoever runs the outbox comes back later. */
const mostUnreachable = 2;
/** In a row; another citizen would be told the same. */
const mostDown = 5;

type Answered = Extract<Came, { readonly answer: unknown }>;

function isDown({ outcome }: Answered['answer']): boolean {
  return outcome === 'no-answer' || outcome === 'server-error';
}

/** To be done before anything is sent, and before anybody is told how things stand. */
export async function recoverOutbox(env: Pick<OutboxEnvironment, 'store' | 'journal'>): Promise<void> {
  const known = await env.store.known();
  const recovery = recover(known, env.journal.read());
  if (recovery.restored || recovery.settled.length > 0) await env.store.recover(recovery);
}

function closedUntil(env: OutboxEnvironment, settings: MessageSettings): RunBlock | null {
  const window = sendWindow(env.now(), sendHoursOf(settings));
  if (window.open) return null;
  return {
    code: 'quiet-hours',
    until: window.opensAt === null ? null : new Date(window.opensAt).toISOString(),
  };
}

/** What holds every message alike: a wait, or the end of the run; null when the next one may go. */
function waitForAll(
  { answer, next }: Answered,
  patience: number,
  unreachable: number,
): { readonly inMs: number; readonly halfPaceForMs: number } | RunBlock | null {
  if (next.next === 'stop' && next.scope === 'all') return unreachableBy(answer);
  if (next.next !== 'retry' || next.scope !== 'all') return null;
  if (answer.outcome !== 'not-sent') return next;
  return unreachable > mostUnreachable || next.inMs > patience ? unreachableBy(answer) : next;
}

function unreachableBy(answer: Answered['answer']): RunBlock | null {
  return answer.outcome === 'not-sent'
    ? { code: 'unreachable', why: answer.why, detail: answer.detail }
    : null;
}
