import { join } from 'node:path';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { RunBlock } from '../../../shared/domain/message/run-block.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { knownServices } from '../../ledger/messages/campaigns.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { ledgerId } from '../../ledger/settings.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { JournalTrouble, openJournal } from '../../messages/journal.ts';
import { createKeyRing, type KeyRing } from '../../messages/keys/key-ring.ts';
import { machineId } from '../../messages/machine.ts';
import { usualPulse } from '../../messages/pulse.ts';
import { createPace } from '../../messages/outbox/pace.ts';
import type { OutboxEnvironment } from '../../messages/outbox/environment.ts';
import { followMessages, type FollowOptions, type FollowReport } from '../../messages/outbox/follow.ts';
import { recoverOutbox, runOutbox, type RunProgress, type RunReport } from '../../messages/outbox/run.ts';
import { parseBaseUrl, defaultBaseUrl } from '../../messages/service/base-url.ts';
import { createIoService } from '../../messages/service/io-service.ts';
import { parseProxy, proxyOf } from '../../messages/service/proxy.ts';
import type { Office } from '../../office.ts';
import type { Environment } from '../environment.ts';
import { createStore, LedgerTrouble } from './store.ts';

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

/** Where one sends from, and where it is written down. */
interface Place extends Pick<OutboxEnvironment, 'journal' | 'store'> {
  readonly office: Office;
  /** Of the ledger. */
  readonly id: string;
  readonly ledger: ReadableLedger;
}

export interface Ready {
  readonly keys: KeyRing;
  readonly office: Office;
  readonly outbox: OutboxEnvironment;
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
  let turnFile = '';
  let isClear = false;
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

  const place = keptOnce(findPlace);
  async function findPlace(): Promise<Result<Place, Problem>> {
    const { office } = environment;
    if (office === null) return fail({ code: 'no-office' });
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const id = ledgerId(ledger.value);
    const journal = openJournal(environment.folder, office.folder, id);
    const store = createStore(environment, pulse, closing.signal);
    // Named by the ledger: of two copies of it on this computer one sends at a time.
    turnFile = join(office.folder, `invio-${id}.lock`);
    return ok({ office, id, journal, store, ledger: ledger.value });
  }

  /** Once is enough; while another program sends, it is tried again at the next look. */
  async function clearedUp(): Promise<Result<Place, Problem>> {
    const there = await place();
    if (!there.ok || isClear) return there;
    const recovered = await recoverIfAlone(there.value.office, there.value);
    if (!recovered.ok) return recovered;
    isClear = recovered.value;
    return there;
  }

  async function open(): Promise<Result<Ready, Problem>> {
    const there = await clearedUp();
    if (!there.ok) return there;
    const { office, id, journal, store, ledger } = there.value;
    const address = office.environment['TREPALLINI_IO_URL'] ?? defaultBaseUrl;
    const baseUrl = parseBaseUrl(address);
    if (!baseUrl.ok) return fail({ code: 'io-address-refused', address });
    const keys = createKeyRing({
      folder: office.folder,
      ledgerId: id,
      environment: office.environment,
      os: office.os,
      now: () => environment.now(),
    });
    await keys.unlockByOs();
    const named = baseUrl.value.secure ? ((await office.proxyFor?.(baseUrl.value.text)) ?? null) : null;
    // One that cannot be used is left out: the network says so at the first try.
    const proxy = proxyOf(office.environment, baseUrl.value) ?? (named === null ? null : parseProxy(named));
    const now = (): number => Date.parse(environment.now());
    return ok({
      keys,
      office,
      outbox: {
        store,
        service: createIoService({
          baseUrl: baseUrl.value,
          proxy: proxy?.ok === true ? proxy.value : null,
          now,
          ...(pulse.timeouts !== undefined && { timeouts: pulse.timeouts }),
        }),
        journal,
        keys: {
          keyOf: (service) => keys.keyOf(service),
          marks: () => marksOf(keys, knownServices(ledger)),
          async noteUse(service) {
            // It only tells a person which keys are in use: a file of keys that cannot be written holds nothing up.
            await keys.noteUse(service);
          },
        },
        pace: createPace(() => pulse.monotonic()),
        // Not before it is needed: a folder that cannot be written must not keep anybody from looking.
        get machine() {
          return machineId(office.folder);
        },
        today: () => environment.today(),
        now,
        monotonic: () => pulse.monotonic(),
        sleep: (ms, signal) => pulse.sleep(ms, signal),
        random: () => pulse.random(),
        onStep: environment.onStep,
      },
    });
  }

  const ready = keptOnce(open);

  function run(wanted: RunWanted): Promise<Result<RunReport, Problem>> {
    return whileOpen(wanted.signal, (signal) => runWith({ ...wanted, signal }));
  }

  async function runWith({ signal, onProgress, ...wanted }: RunWanted): Promise<Result<RunReport, Problem>> {
    const there = await ready();
    if (!there.ok) return there;
    const { outbox, office, keys } = there.value;
    // Another program may have begun the file of keys anew.
    await keys.unlockByOs();
    let sent = 0;
    return inTurn(
      office,
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

  /**
   * A program that ended in the middle is heard of before anybody is told how things stand. While another one sends, what
   * is on its way is not lost: it is left alone.
   */
  async function recoverIfAlone(
    office: Office,
    outbox: Pick<OutboxEnvironment, 'store' | 'journal'>,
  ): Promise<Result<boolean, Problem>> {
    let turn: ReturnType<Office['takeTurn']> | null = null;
    try {
      turn = office.takeTurn(turnFile);
      if (turn.ok) await recoverOutbox(outbox);
      return ok(turn.ok);
    } catch (error) {
      if (error instanceof LedgerTrouble) return fail(error.problem);
      // Whoever only looks may do so without the journal; the next run says what is wrong with it.
      if (diskTrouble(error) !== null) return ok(false);
      throw error;
    } finally {
      if (turn?.ok === true) turn.value.release();
    }
  }

  /** Only one program sends for a ledger, and it one message at a time. */
  async function inTurn(
    office: Office,
    sent: () => number,
    work: () => Promise<RunReport>,
  ): Promise<Result<RunReport, Problem>> {
    const blockedBy = (blocked: RunBlock): Result<RunReport, Problem> => {
      state = { running: false, waitingUntil: null, blocked };
      return ok({ sent: sent(), blocked, skewMs: null });
    };
    let turn: ReturnType<Office['takeTurn']> | null = null;
    const sleepAgain = office.stayAwake?.();
    try {
      turn = await turnOf(office);
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
  async function turnOf(office: Office): Promise<ReturnType<Office['takeTurn']>> {
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

/** What went well once is not done again. */
function keptOnce<T>(work: () => Promise<Result<T, Problem>>): () => Promise<Result<T, Problem>> {
  let done: Promise<Result<T, Problem>> | null = null;
  return async () => {
    done ??= work();
    const told = await done;
    if (!told.ok) done = null;
    return told;
  };
}

/** Null for what is no trouble of files; those of the office folder hold the journal and the right to send. */
function diskTrouble(error: unknown): string | null {
  if (error instanceof JournalTrouble) return error.detail;
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}

/** What does not pass by itself. */
function needsPerson({ code }: RunBlock): boolean {
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

function marksOf(keys: KeyRing, services: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    services.flatMap((service) => {
      const mark = keys.fingerprint(service);
      return mark === null ? [] : [[service, mark] as const];
    }),
  );
}
