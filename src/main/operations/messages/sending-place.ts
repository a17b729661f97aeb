import { join } from 'node:path';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { knownServices } from '../../ledger/messages/campaigns.ts';
import type { ReadableLedger } from '../../ledger/open.ts';
import { ledgerId } from '../../ledger/settings.ts';
import { JournalTrouble, openJournal } from '../../messages/journal.ts';
import { createKeyRing, type KeyRing } from '../../messages/keys/key-ring.ts';
import { machineId } from '../../messages/machine.ts';
import type { Pulse } from '../../messages/pulse.ts';
import { createPace } from '../../messages/outbox/pace.ts';
import type { OutboxEnvironment } from '../../messages/outbox/environment.ts';
import { recoverOutbox } from '../../messages/outbox/run.ts';
import { parseBaseUrl, defaultBaseUrl } from '../../messages/service/base-url.ts';
import { createIoService } from '../../messages/service/io-service.ts';
import { parseProxy, proxyOf } from '../../messages/service/proxy.ts';
import type { Office } from '../../office.ts';
import type { Environment } from '../environment.ts';
import { createStore, LedgerTrouble } from './store.ts';

/** Where one sends from, and where it is written down. */
export interface Place extends Pick<OutboxEnvironment, 'journal' | 'store'> {
  readonly office: Office;
  /** Of the ledger. */
  readonly id: string;
  readonly ledger: ReadableLedger;
  /** Names the right to send. */
  readonly turnFile: string;
}

export interface Ready {
  readonly keys: KeyRing;
  readonly office: Office;
  readonly turnFile: string;
  readonly outbox: OutboxEnvironment;
}

/** Opens, once each, what is needed to look and what is needed to send. */
export function createPlace(
  environment: Environment,
  pulse: Pulse,
  closing: AbortSignal,
): {
  /** What a program that ended in the middle left is cleared up. */
  readonly clearedUp: () => Promise<Result<Place, Problem>>;
  readonly ready: () => Promise<Result<Ready, Problem>>;
} {
  let isClear = false;
  const place = keptOnce(findPlace);
  async function findPlace(): Promise<Result<Place, Problem>> {
    const { office } = environment;
    if (office === null) return fail({ code: 'no-office' });
    const ledger = await environment.ledger();
    if (!ledger.ok) return ledger;
    const id = ledgerId(ledger.value);
    const journal = openJournal(environment.folder, office.folder, id);
    const store = createStore(environment, pulse, closing);
    // Named by the ledger: of two copies of it on this computer one sends at a time.
    const turnFile = join(office.folder, `invio-${id}.lock`);
    return ok({ office, id, journal, store, ledger: ledger.value, turnFile });
  }

  /** Once is enough; while another program sends, it is tried again at the next look. */
  async function clearedUp(): Promise<Result<Place, Problem>> {
    const there = await place();
    if (!there.ok || isClear) return there;
    const recovered = await recoverIfAlone(there.value);
    if (!recovered.ok) return recovered;
    isClear = recovered.value;
    return there;
  }

  async function open(): Promise<Result<Ready, Problem>> {
    const there = await clearedUp();
    if (!there.ok) return there;
    const { office, id, journal, store, ledger, turnFile } = there.value;
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
      turnFile,
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

  return { clearedUp, ready: keptOnce(open) };
}

/**
 * A program that ended in the middle is heard of before anybody is told how things stand. While another one sends, what
 * is on its way is not lost: it is left alone.
 */
async function recoverIfAlone({ office, turnFile, ...outbox }: Place): Promise<Result<boolean, Problem>> {
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
export function diskTrouble(error: unknown): string | null {
  if (error instanceof JournalTrouble) return error.detail;
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}

function marksOf(keys: KeyRing, services: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    services.flatMap((service) => {
      const mark = keys.fingerprint(service);
      return mark === null ? [] : [[service, mark] as const];
    }),
  );
}
