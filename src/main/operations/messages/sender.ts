import { join } from 'node:path';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { RunBlock } from '../../../shared/domain/message/run-block.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { knownServices } from '../../ledger/messages/campaigns.ts';
import { ledgerId } from '../../ledger/settings.ts';
import { readMessageSettings } from '../../ledger/messages/outbox-state.ts';
import { openJournal } from '../../messages/journal.ts';
import { createKeyRing, type KeyRing } from '../../messages/keys/key-ring.ts';
import { machineId } from '../../messages/machine.ts';
import type { OutboxEnvironment } from '../../messages/outbox/environment.ts';
import { followMessages, type FollowReport } from '../../messages/outbox/follow.ts';
import { recoverOutbox, runOutbox, type RunProgress, type RunReport } from '../../messages/outbox/run.ts';
import { parseBaseUrl, defaultBaseUrl } from '../../messages/service/base-url.ts';
import { createIoService } from '../../messages/service/io-service.ts';
import { proxyOf } from '../../messages/service/proxy.ts';
import type { Office } from '../../office.ts';
import type { Environment } from '../environment.ts';
import { createStore, LedgerTrouble } from './store.ts';

/** One for each open ledger: whoever sends for it, whichever operation asked. */
export interface Sender {
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

export interface Ready {
  readonly keys: KeyRing;
  readonly machine: string;
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

export function createSender(environment: Environment): Sender {
  let opened: Promise<Result<Ready, Problem>> | null = null;
  let state: SenderState = { running: false, waitingUntil: null, blocked: null };
  let turnFile = '';
  let background: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;

  async function open(): Promise<Result<Ready, Problem>> {
    const { office } = environment;
    if (office === null) return fail({ code: 'no-office' });
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const address = office.environment['TREPALLINI_IO_URL'] ?? defaultBaseUrl;
    const baseUrl = parseBaseUrl(address);
    if (!baseUrl.ok) return fail({ code: 'io-address-refused', address });
    const id = ledgerId(ledger.value);
    const keys = createKeyRing({
      folder: office.folder,
      ledgerId: id,
      environment: office.environment,
      os: office.os,
      now: () => environment.now(),
    });
    await keys.unlockByOs();
    const journal = openJournal(environment.folder, office.folder, id);
    const store = createStore(environment);
    // Named by the ledger: of two copies of it on this computer one sends at a time.
    turnFile = join(office.folder, `invio-${id}.lock`);
    const recovered = await recoverIfAlone(office, { journal, store });
    if (!recovered.ok) return recovered;
    // One that cannot be used is left out: the network says so at the first try.
    const proxy = proxyOf(office.environment, baseUrl.value);
    const machine = machineId(office.folder);
    return ok({
      keys,
      machine,
      office,
      outbox: {
        store,
        service: createIoService({
          baseUrl: baseUrl.value,
          proxy: proxy?.ok === true ? proxy.value : null,
        }),
        journal,
        keys: {
          keyOf: (service) => keys.keyOf(service),
          marks: () => marksOf(keys, knownServices(ledger.value)),
        },
        machine,
        today: () => environment.today(),
        now: () => Date.parse(environment.now()),
        monotonic: () => performance.now(),
        sleep,
        random: () => Math.random(),
        onStep: environment.onStep,
      },
    });
  }

  async function ready(): Promise<Result<Ready, Problem>> {
    opened ??= open();
    const told = await opened;
    if (!told.ok) opened = null;
    return told;
  }

  async function run({ signal, onProgress, ...wanted }: RunWanted): Promise<Result<RunReport, Problem>> {
    const there = await ready();
    if (!there.ok) return there;
    const { outbox, office, keys } = there.value;
    // Another program may have begun the file of keys anew.
    await keys.unlockByOs();
    return inTurn(office, async () => {
      state = { running: true, waitingUntil: null, blocked: null };
      const report = await runOutbox(outbox, {
        ...wanted,
        patience,
        signal,
        onProgress(told) {
          const { waitingUntil } = told;
          state = {
            ...state,
            waitingUntil: waitingUntil === null ? null : new Date(waitingUntil).toISOString(),
          };
          onProgress?.(told);
        },
      });
      state = { running: false, waitingUntil: null, blocked: report.blocked };
      return report;
    });
  }

  /**
   * A program that ended in the middle is heard of before anybody is told how things stand. While another one sends, what
   * is on its way is not lost: it is left alone.
   */
  async function recoverIfAlone(
    office: Office,
    outbox: Pick<OutboxEnvironment, 'store' | 'journal'>,
  ): Promise<Result<void, Problem>> {
    const turn = office.takeTurn(turnFile);
    if (!turn.ok) return ok(undefined);
    try {
      return ok(await recoverOutbox(outbox));
    } catch (error) {
      if (error instanceof LedgerTrouble) return fail(error.problem);
      throw error;
    } finally {
      turn.value.release();
    }
  }

  /** Only one program sends for a ledger, and it one message at a time. */
  async function inTurn(office: Office, work: () => Promise<RunReport>): Promise<Result<RunReport, Problem>> {
    const turn = office.takeTurn(turnFile);
    if (!turn.ok)
      return ok({ sent: 0, blocked: { code: 'sending-elsewhere', pid: turn.problem.pid }, skewMs: null });
    try {
      return ok(await work());
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (error instanceof LedgerTrouble) return fail(error.problem);
      // The journal, or nothing, is written by files here.
      if (/^E[A-Z]+$/.test(code))
        return ok({ sent: 0, blocked: { code: 'journal-unwritable', detail: code }, skewMs: null });
      throw error;
    } finally {
      state = { ...state, running: false, waitingUntil: null };
      turn.value.release();
    }
  }

  return {
    ready,
    run,
    state: () => state,
    start(wanted) {
      if (background !== null) return;
      const stop = new AbortController();
      const ended = (async () => {
        let pauses = 0;
        while (!stop.signal.aborted) {
          const told = await run({ ...wanted, signal: stop.signal });
          const blocked = told.ok ? told.value.blocked : null;
          state = { running: true, waitingUntil: null, blocked };
          pauses = blocked?.code === 'unreachable' || blocked?.code === 'service-down' ? pauses + 1 : 0;
          if (!told.ok || (blocked !== null && needsPerson(blocked))) break;
          const there = await ready();
          if (there.ok)
            await followMessages(there.value.outbox, { all: false, pace: 2, patience, signal: stop.signal });
          await sleep(Math.min(betweenLooks * 2 ** pauses, 5 * 60_000), stop.signal);
        }
        state = { ...state, running: false, waitingUntil: null };
        background = null;
      })();
      background = { stop, ended };
    },
    async stop() {
      const running = background;
      running?.stop.abort();
      await running?.ended;
    },
    async follow({ all, signal, onProgress }) {
      const there = await ready();
      if (!there.ok) return there;
      const ledger = await environment.ledger();
      if (!ledger.ok) return ledger;
      const { pace } = readMessageSettings(ledger.value);
      const { outbox } = there.value;
      try {
        // One call for each, where a message costs two.
        return ok(await followMessages(outbox, { all, pace: pace * 2, patience, signal, onProgress }));
      } catch (error) {
        if (error instanceof LedgerTrouble) return fail(error.problem);
        throw error;
      }
    },
  };
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

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  // Waking early is what the signal is for; whoever waits looks at it.
  await sleepFor(ms, undefined, { signal }).catch(() => undefined);
}
