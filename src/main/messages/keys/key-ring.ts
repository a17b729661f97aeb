import { createHmac } from 'node:crypto';
import { dayOfInstant, type Day } from '../../../shared/domain/day.ts';
import {
  keyVariable,
  readServiceKey,
  type KeyShapeProblem,
  type KeysProblem,
  type KeysState,
  type ListedKey,
  type NoKey,
  type WhichKey,
} from '../../../shared/domain/message/service-key.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { sealKey, unsealKey, type KeptKey } from './envelope.ts';
import { closedProblem, keyStore, type SetAside } from './key-store.ts';
import type { OsProtector } from './os-protector.ts';

export interface KeyRingOptions {
  /** Of this computer, outside every archive. */
  readonly folder: string;
  readonly ledgerId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Null where no protection of the operating system can be asked. */
  readonly os: OsProtector | null;
  /** ISO instant. */
  readonly now: () => string;
}

/** Where a key is to stay. The file of keys is one: every way that opens it opens all of it. */
export type Keep = 'os' | 'passphrase' | 'session';

export interface Saved {
  /** False: not of the shape that keys have had so far. */
  readonly usual: boolean;
  /** The name that a file which could not be read is kept under; null when there was none. */
  readonly setAside: SetAside;
}

/**
 * The keys of the services of one ledger. What a script gives in its environment wins over what was pasted for this
 * session, and that over what is kept. A value of the environment that is no key is not passed over in silence.
 */
export interface KeyRing {
  state(): KeysState;
  /** By service; with those of `services` that only the environment has a key of. */
  list(services?: readonly string[]): ListedKey[];
  /** For the header of a request and for nothing else. */
  keyOf(service: string): string | null;
  /** Why `keyOf` says null; null when it does not. */
  noKeyOf(service: string): NoKey | null;
  save(
    service: string,
    text: string,
    how: { readonly keep: Keep; readonly which: WhichKey },
  ): Promise<Result<Saved, KeysProblem | KeyShapeProblem>>;
  /** Out of the file and out of this session; the environment's is not ours. */
  remove(service: string): Promise<Result<void, KeysProblem>>;
  /** The first one, or another one in the place of `old`. */
  setPassphrase(fresh: string, old?: string): Promise<Result<SetAside, KeysProblem>>;
  unlock(passphrase: string): Promise<Result<void, KeysProblem>>;
  /** Asks the operating system; nothing to open is no problem. */
  unlockByOs(): Promise<Result<void, KeysProblem>>;
  /** Forgets what is in memory, keys of this session included. */
  lock(): void;
  /** Puts the file of keys aside, for whoever has forgotten the passphrase. */
  startAfresh(): Promise<Result<SetAside, KeysProblem>>;
  /** The service took a request with this key today. Kept once a day. */
  noteUse(service: string): Promise<Result<void, KeysProblem>>;
  /** 16 hex digits by which the ledger knows this key again without having it; null when there is none. */
  fingerprint(service: string): string | null;
}

interface SessionKey {
  readonly key: string;
  readonly which: WhichKey;
  readonly savedAt: string;
}

export function createKeyRing({ folder, ledgerId, environment, os, now }: KeyRingOptions): KeyRing {
  const store = keyStore(folder, os, now);
  const session = new Map<string, SessionKey>();
  const usedToday = new Map<string, Day>();
  const isOurs = (kept: KeptKey, service: string): boolean =>
    kept.ledger === ledgerId && kept.service === service;

  /** Null when nothing is set. */
  function given(service: string): Result<string, NoKey> | null {
    const variable = keyVariable(service);
    const text = environment[variable] ?? '';
    if (text.trim() === '') return null;
    const read = readServiceKey(text);
    return read.ok ? ok(read.value.key) : fail({ code: 'bad-environment-key', variable });
  }

  function keptKeyOf(service: string): Result<string, NoKey> {
    const seen = store.look();
    if (seen.at === 'nothing') return fail({ code: 'no-key', service });
    if (seen.at !== 'open') return fail(closedProblem(seen));
    const found = seen.envelope.keys.find((one) => isOurs(one, service));
    if (found === undefined) return fail({ code: 'no-key', service });
    const key = unsealKey(seen.dataKey, seen.envelope.id, found);
    return key === null ? fail({ code: 'keys-unreadable' }) : ok(key);
  }

  function find(service: string): Result<string, NoKey> {
    const pasted = session.get(service);
    return given(service) ?? (pasted === undefined ? keptKeyOf(service) : ok(pasted.key));
  }

  function keyOf(service: string): string | null {
    const found = find(service);
    return found.ok ? found.value : null;
  }

  /** All keys of other services and ledgers, and what becomes of this one. */
  function replaceKept(
    service: string,
    fresh: (old: KeptKey | undefined, id: string, dataKey: Uint8Array) => KeptKey | null,
  ): Promise<Result<void, KeysProblem>> {
    return store.change(async ({ envelope, dataKey }) => {
      const next = fresh(
        envelope.keys.find((one) => isOurs(one, service)),
        envelope.id,
        dataKey,
      );
      const others = envelope.keys.filter((one) => !isOurs(one, service));
      return ok({ ...envelope, keys: next === null ? others : [...others, next] });
    });
  }

  function listed(service: string, label: KeptKey | undefined): ListedKey | null {
    const found = find(service);
    const about = { service, lastFour: found.ok ? found.value.slice(-4) : null };
    const usedOn = usedToday.get(service) ?? null;
    if (given(service) !== null)
      return { ...about, source: 'environment', savedAt: null, lastUsedOn: usedOn, which: null };
    const pasted = session.get(service);
    if (pasted !== undefined)
      return {
        ...about,
        source: 'session',
        savedAt: pasted.savedAt,
        lastUsedOn: usedOn,
        which: pasted.which,
      };
    if (label === undefined) return null;
    const { savedAt, lastUsedOn, which } = label;
    return { ...about, source: 'kept', savedAt, lastUsedOn, which };
  }

  return {
    state: () => store.state(),
    list(services = []) {
      const seen = store.look();
      const labels = (
        seen.at === 'open' ? seen.envelope.keys : seen.at === 'locked' ? seen.read.envelope.keys : []
      ).filter(({ ledger }) => ledger === ledgerId);
      const names = new Set([...labels.map(({ service }) => service), ...session.keys(), ...services]);
      return [...names]
        .toSorted()
        .map((service) =>
          listed(
            service,
            labels.find((label) => label.service === service),
          ),
        )
        .filter((one) => one !== null);
    },
    keyOf,
    noKeyOf(service) {
      const found = find(service);
      return found.ok ? null : found.problem;
    },
    async save(service, text, { keep, which }) {
      const read = readServiceKey(text);
      if (!read.ok) return read;
      const { key, usual } = read.value;
      const savedAt = now();
      if (keep === 'session') {
        session.set(service, { key, which, savedAt });
        usedToday.delete(service);
        return ok({ usual, setAside: null });
      }
      const entered = keep === 'os' ? await store.enterByOs() : store.enterByPassphrase();
      if (!entered.ok) return entered;
      const label = { ledger: ledgerId, service, which, savedAt, lastUsedOn: null };
      const written = await replaceKept(service, (_old, id, dataKey) => sealKey(dataKey, id, label, key));
      if (!written.ok) return written;
      session.delete(service);
      return ok({ usual, setAside: entered.value });
    },
    async remove(service) {
      session.delete(service);
      return store.state().lock === 'empty' ? ok(undefined) : replaceKept(service, () => null);
    },
    setPassphrase: (fresh, old) => store.setPassphrase(fresh, old),
    unlock: (passphrase) => store.unlock(passphrase),
    unlockByOs: () => store.unlockByOs(),
    lock() {
      session.clear();
      store.lock();
    },
    startAfresh: () => store.startAfresh(),
    async noteUse(service) {
      const today = dayOfInstant(now());
      if (!today.ok) throw new Error(`the clock tells no day: ${today.problem.value}`);
      if (given(service) !== null || session.has(service)) {
        usedToday.set(service, today.value);
        return ok(undefined);
      }
      const seen = store.look();
      if (seen.at !== 'open') return seen.at === 'nothing' ? ok(undefined) : fail(closedProblem(seen));
      const label = seen.envelope.keys.find((one) => isOurs(one, service));
      if (label === undefined || label.lastUsedOn === today.value) return ok(undefined);
      return replaceKept(service, (old, id, dataKey) => {
        const key = old === undefined ? null : unsealKey(dataKey, id, old);
        if (old === undefined || key === null) return old ?? null;
        return sealKey(dataKey, id, { ...old, lastUsedOn: today.value }, key);
      });
    },
    fingerprint(service) {
      const key = keyOf(service);
      if (key === null) return null;
      return createHmac('sha256', ledgerId)
        .update(JSON.stringify([service, key]))
        .digest('hex')
        .slice(0, 16);
    },
  };
}
