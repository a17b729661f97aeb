import type { Problem } from '../../../shared/contract/problems.ts';
import { needsPerson, type RunBlock } from '../../../shared/domain/message/run-block.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { usualPulse } from '../../messages/pulse.ts';
import { followMessages, type FollowOptions, type FollowReport } from '../../messages/outbox/follow.ts';
import { runOutbox, type RunProgress, type RunReport } from '../../messages/outbox/run.ts';
import type { Office } from '../../office.ts';
import type { Environment } from '../environment.ts';
import { createPlace, diskTrouble, type Place, type Ready } from './sending-place.ts';
import { LedgerTrouble } from './store.ts';

/** One for each open ledger: whoever sends for it, whichever operation asked. */
export interface Sender {
  /**
   * The ledger as it may be shown: what a program that ended in the middle left is cleared up first, where something can
   * be sent at all.
   */
  look(): ReturnType<Environment['ledger']>;
  /** Opens what is needed to send, once. */
  ready(): Promise<Result<Ready, Problem>>;
  run(options: RunWanted): Promise<Result<RunReport, Problem>>;
  /** Sends as long as the program is open, and asks what became of what was accepted. */
  start(options: Omit<RunWanted, 'signal' | 'onProgress'>): void;
  stop(): Promise<void>;
  follow(options: {
    readonly all: boolean;
    readonly signal: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  }): Promise<Result<FollowReport, Problem>>;
  state(): SenderState;
}

export interface RunWanted {
  readonly ignoreHours: boolean;
  readonly pace: number | null;
  readonly signal: AbortSignal;
  readonly onProgress?: ((told: RunProgress) => void) | undefined;
}

export interface SenderState {
  readonly running: boolean;
  /** ISO instant. */
  readonly waitingUntil: string | null;
  /** Why the last run ended. */
  readonly blocked: RunBlock | null;
}

/** How long a script waits for what can be tried again: longer, and it is told when to come back. */
const patience = 3 * 60_000;
/** A window looks again so often whether there is something to send, or to ask about. */
const betweenLooks = 30_000;
/** Asking must not keep what is queued meanwhile. */
const askedBetweenLooks = 100;
const turnTries = 10;
const betweenTurnTries = 200;

export function createSender(environment: Environment): Sender {
  let state: SenderState = { running: false, waitingUntil: null, blocked: null };
  let background: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  const pulse = environment.office?.pulse ?? usualPulse;
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  environment.onClose(async () => {
    closing.abort();
    // What is in flight is waited for: cut off, nobody would know what became of it.
    await Promise.allSettled([...underWay, background?.ended]);
  });

  /** Until the program ends, or whoever asked has enough. */
  async function whileOpen<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine = work(AbortSignal.any([signal, closing.signal]));
    underWay.add(mine);
    try {
      return await mine;
    } finally {
      underWay.delete(mine);
    }
  }

  const { clearedUp, ready } = createPlace(environment, pulse, closing.signal);

  function run(wanted: RunWanted): Promise<Result<RunReport, Problem>> {
    return whileOpen(wanted.signal, (signal) => runWith({ ...wanted, signal }));
  }

  async function runWith({ signal, onProgress, ...wanted }: RunWanted): Promise<Result<RunReport, Problem>> {
    const there = await ready();
    if (!there.ok) return there;
    const { outbox, office, keys, turnFile } = there.value;
    // Another program may have begun the file of keys anew.
    await keys.unlockByOs();
    let sent = 0;
    return inTurn(
      { office, turnFile },
      () => sent,
      async () => {
        state = { running: true, waitingUntil: null, blocked: null };
        const report = await runOutbox(outbox, {
          ...wanted,
          patience,
          signal,
          onProgress(told) {
            const { waitingUntil } = told;
            ({ sent } = told);
            state = {
              ...state,
              waitingUntil: waitingUntil === null ? null : new Date(waitingUntil).toISOString(),
            };
            onProgress?.(told);
          },
        });
        state = { running: false, waitingUntil: null, blocked: report.blocked };
        return report;
      },
    );
  }

  /** Only one program sends for a ledger, and it one message at a time. */
  async function inTurn(
    place: Pick<Place, 'office' | 'turnFile'>,
    sent: () => number,
    work: () => Promise<RunReport>,
  ): Promise<Result<RunReport, Problem>> {
    const blockedBy = (blocked: RunBlock): Result<RunReport, Problem> => {
      state = { running: false, waitingUntil: null, blocked };
      return ok({ sent: sent(), blocked, skewMs: null });
    };
    let turn: ReturnType<Office['takeTurn']> | null = null;
    const sleepAgain = place.office.stayAwake?.();
    try {
      turn = await turnOf(place);
      if (!turn.ok) return blockedBy({ code: 'sending-elsewhere', pid: turn.problem.pid });
      return ok(await work());
    } catch (error) {
      if (error instanceof LedgerTrouble)
        return error.problem.code === 'ledger-busy'
          ? blockedBy({ code: 'ledger-busy' })
          : fail(error.problem);
      const detail = diskTrouble(error);
      if (detail !== null) return blockedBy({ code: 'journal-unwritable', detail });
      throw error;
    } finally {
      state = { ...state, running: false, waitingUntil: null };
      if (turn?.ok === true) turn.value.release();
      sleepAgain?.();
    }
  }

  /** Whoever only clears up after a dead program is done in a moment. */
  async function turnOf({
    office,
    turnFile,
  }: Pick<Place, 'office' | 'turnFile'>): Promise<ReturnType<Office['takeTurn']>> {
    for (let tries = 1; ; tries++) {
      const turn = office.takeTurn(turnFile);
      if (turn.ok || tries >= turnTries) return turn;
      await pulse.sleep(betweenTurnTries, closing.signal);
    }
  }

  async function sendOn(
    wanted: Omit<RunWanted, 'signal' | 'onProgress'>,
    signal: AbortSignal,
  ): Promise<void> {
    let pauses = 0;
    while (!signal.aborted) {
      const told = await run({ ...wanted, signal });
      const blocked = told.ok ? told.value.blocked : null;
      state = { running: true, waitingUntil: null, blocked };
      pauses = blocked?.code === 'unreachable' || blocked?.code === 'service-down' ? pauses + 1 : 0;
      if (!told.ok || (blocked !== null && needsPerson(blocked))) return;
      await follow({ all: false, most: askedBetweenLooks, signal });
      await pulse.sleep(Math.min(betweenLooks * 2 ** pauses, 5 * 60_000), signal);
    }
  }

  function follow({
    signal,
    ...options
  }: Pick<FollowOptions, 'all' | 'most' | 'signal' | 'onProgress'>): Promise<Result<FollowReport, Problem>> {
    return whileOpen(signal, async (stop) => {
      const there = await ready();
      if (!there.ok) return there;
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const { pace } = readMessageSettings(ledger.value);
      try {
        return ok(await followMessages(there.value.outbox, { ...options, pace, patience, signal: stop }));
      } catch (error) {
        if (error instanceof LedgerTrouble) return fail(error.problem);
        throw error;
      }
    });
  }

  return {
    async look() {
      const there = environment.office === null ? ok(null) : await clearedUp();
      return there.ok ? environment.ledger() : there;
    },
    ready,
    run,
    state: () => state,
    start(wanted) {
      if (background !== null) return;
      const stop = new AbortController();
      const ended = sendOn(wanted, AbortSignal.any([stop.signal, closing.signal]))
        .catch((error: unknown) => environment.onDefect('outbox.start', error))
        .finally(() => {
          state = { ...state, running: false, waitingUntil: null };
          background = null;
        });
      background = { stop, ended };
    },
    async stop() {
      const running = background;
      running?.stop.abort();
      await running?.ended;
    },
    follow: (options) => follow({ ...options, most: Infinity }),
  };
}
