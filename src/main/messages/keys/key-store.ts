import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  readPassphrase,
  type KeysProblem,
  type KeysState,
} from '../../../shared/domain/message/service-key.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import {
  aboutSlot,
  isGenuine,
  readEnvelope,
  slotsOf,
  writeEnvelope,
  type Envelope,
  type OsSlot,
  type ReadEnvelope,
} from './envelope.ts';
import { sharedFile } from './key-file.ts';
import type { OsProtector } from './os-protector.ts';
import { unwrapWithPassphrase, wrapWithPassphrase, type PassphraseSlot } from './passphrase.ts';

/**
 * The file of keys of this computer: opened, changed, begun anew. It is read again at every look, because the window and
 * the command line have the same one. Nothing but the data key stays in memory.
 */
export interface KeyStore {
  look(): Look;
  state(): KeysState;
  unlockByOs(): Promise<Result<void, KeysProblem>>;
  unlock(passphrase: string): Promise<Result<void, KeysProblem>>;
  lock(): void;
  /** Makes sure that there is an open file which the operating system opens next time. Value: where an unreadable one went. */
  enterByOs(): Promise<Result<SetAside, KeysProblem>>;
  enterByPassphrase(): Result<SetAside, KeysProblem>;
  /** Without `old` only for whoever opens the file without a passphrase. */
  setPassphrase(fresh: string, old: string | undefined): Promise<Result<SetAside, KeysProblem>>;
  /** Changes the open file; `edit` may be asked again when another program was faster. */
  change(edit: Edit): Promise<Result<void, KeysProblem>>;
  /** Puts the file aside, whatever it is: all keys have to be pasted again. */
  startAfresh(): Promise<Result<SetAside, KeysProblem>>;
}

/** The name, in the same folder, of a file that could not be read and was not thrown away; null when there was none. */
export type SetAside = string | null;

export interface OpenFile {
  readonly at: 'open';
  readonly text: string;
  readonly envelope: Envelope;
  readonly dataKey: Uint8Array;
}

export type Look =
  | { readonly at: 'nothing'; readonly text: null }
  | { readonly at: 'unreadable'; readonly text: string }
  | { readonly at: 'locked'; readonly text: string; readonly read: ReadEnvelope }
  | OpenFile;

export type Edit = (open: OpenFile) => Promise<Result<Envelope, KeysProblem>>;

interface Held {
  readonly id: string;
  readonly dataKey: Uint8Array;
  readonly by: 'os' | 'passphrase';
}

/** How often another program may be faster. */
const turns = 40;

export function keyStore(folder: string, os: OsProtector | null, now: () => string): KeyStore {
  const path = join(folder, 'chiavi-io.json');
  const file = sharedFile(path);
  let held: Held | null = null;
  /** The file that this account, or its own signature, refuses. */
  let refused: string | null = null;

  function look(): Look {
    const text = file.read();
    if (text === null) return { at: 'nothing', text };
    const read = readEnvelope(text);
    if (read === null || refused === read.envelope.id) return { at: 'unreadable', text };
    if (held?.id !== read.envelope.id) return { at: 'locked', text, read };
    if (!isGenuine(held.dataKey, read)) return { at: 'unreadable', text };
    return { at: 'open', text, envelope: read.envelope, dataKey: held.dataKey };
  }

  /** True when the data key opens this file, and nobody has changed a letter of it. */
  function accept(dataKey: Uint8Array, by: Held['by'], read: ReadEnvelope): boolean {
    const { id } = read.envelope;
    if (!isGenuine(dataKey, read)) {
      refused = id;
      return false;
    }
    held = { id, dataKey, by };
    return true;
  }

  async function unlockByOs(): Promise<Result<void, KeysProblem>> {
    refused = null;
    const seen = look();
    if (seen.at !== 'locked')
      return seen.at === 'unreadable' ? fail({ code: 'keys-unreadable' }) : ok(undefined);
    const { id, os: slots, passphrase } = seen.read.envelope;
    const slot = slots.find(({ protector }) => protector === os?.name);
    const locked = lockedBy(seen.read.envelope);
    if (os === null || slot === undefined || !(await os.available())) return fail(locked);
    const told = await openSlot(os, slot);
    if (told === null && passphrase !== null) return fail(locked);
    if (told === null || !accept(told.bytes, 'os', seen.read)) {
      refused = id;
      return fail({ code: 'keys-unreadable' });
    }
    // One that cannot be written now will be asked for at the next start as well: the file is open anyway.
    if (told.rewrap) await change((open) => withOsSlot(os, open));
    return ok(undefined);
  }

  async function unlock(text: string): Promise<Result<void, KeysProblem>> {
    const seen = look();
    if (seen.at === 'unreadable') return fail({ code: 'keys-unreadable' });
    if (seen.at === 'nothing') return fail({ code: 'no-passphrase' });
    const read = seen.at === 'locked' ? seen.read : readEnvelope(seen.text);
    if (read === null || read.envelope.passphrase === null) return fail({ code: 'no-passphrase' });
    const passphrase = readPassphrase(text);
    if (!passphrase.ok) return fail({ code: 'wrong-passphrase' });
    const { id, passphrase: slot } = read.envelope;
    const dataKey = await unwrapWithPassphrase(slot, passphrase.value, aboutSlot(id));
    if (dataKey === null) return fail({ code: 'wrong-passphrase' });
    return accept(dataKey, 'passphrase', read) ? ok(undefined) : fail({ code: 'keys-unreadable' });
  }

  async function change(edit: Edit): Promise<Result<void, KeysProblem>> {
    for (let turn = 0; turn < turns; turn += 1) {
      const seen = look();
      if (seen.at !== 'open') return fail(closedProblem(seen));
      const next = await edit(seen);
      if (!next.ok) return next;
      const written = await file.replace(seen.text, writeEnvelope(seen.dataKey, next.value));
      if (!written.ok) return written;
      if (written.value) return ok(undefined);
    }
    return fail({ code: 'keys-busy' });
  }

  /** A new file in the place of none, or of one that cannot be read; null when another program was faster. */
  async function begin(
    seen: Extract<Look, { at: 'nothing' | 'unreadable' }>,
    by: Held['by'],
    slots: (
      id: string,
      dataKey: Uint8Array,
    ) => Promise<Result<Pick<Envelope, 'os' | 'passphrase'>, KeysProblem>>,
  ): Promise<Result<SetAside, KeysProblem> | null> {
    const [id, dataKey] = [randomUUID(), randomBytes(32)];
    const made = await slots(id, dataKey);
    if (!made.ok) return made;
    const aside = seen.at === 'unreadable' ? asideName(now()) : null;
    const text = writeEnvelope(dataKey, { id, ...made.value, keys: [] });
    const written = await file.replace(seen.text, text, ...(aside === null ? [] : [join(folder, aside)]));
    if (!written.ok) return written;
    if (!written.value) return null;
    held = { id, dataKey, by };
    return ok(aside);
  }

  async function enterByOs(): Promise<Result<SetAside, KeysProblem>> {
    if (os === null || !(await os.available())) return fail({ code: 'no-protection' });
    for (let turn = 0; turn < turns; turn += 1) {
      if (look().at === 'locked') {
        const opened = await unlockByOs();
        if (!opened.ok && opened.problem.code !== 'keys-unreadable') return opened;
      }
      const seen = look();
      if (seen.at === 'locked') continue;
      if (seen.at === 'open') {
        if (seen.envelope.os.some(({ protector }) => protector === os.name)) return ok(null);
        const added = await change((open) => withOsSlot(os, open));
        return added.ok ? ok(null) : added;
      }
      const begun = await begin(seen, 'os', async (_id, dataKey) => {
        const slot = await closeSlot(os, dataKey);
        return slot.ok ? ok({ os: [slot.value], passphrase: null }) : slot;
      });
      if (begun !== null) return begun;
    }
    return fail({ code: 'keys-busy' });
  }

  async function setPassphrase(
    fresh: string,
    old: string | undefined,
  ): Promise<Result<SetAside, KeysProblem>> {
    const passphrase = readPassphrase(fresh);
    if (!passphrase.ok) return passphrase;
    const slotOf = (id: string, dataKey: Uint8Array): Promise<PassphraseSlot> =>
      wrapWithPassphrase(dataKey, passphrase.value, aboutSlot(id));
    for (let turn = 0; turn < turns; turn += 1) {
      if (look().at === 'locked' && old === undefined) await unlockByOs();
      const seen = look();
      if (seen.at === 'nothing' || seen.at === 'unreadable') {
        const begun = await begin(seen, 'passphrase', async (id, dataKey) =>
          ok({ os: [], passphrase: await slotOf(id, dataKey) }),
        );
        if (begun === null) continue;
        return begun;
      }
      if (old !== undefined) {
        const opened = await unlock(old);
        if (!opened.ok && opened.problem.code !== 'no-passphrase') return opened;
      }
      const changed = await change(async ({ envelope, dataKey }) => {
        if (envelope.passphrase !== null && old === undefined && held?.by !== 'os')
          return fail({ code: 'wrong-passphrase' });
        return ok({ ...envelope, passphrase: await slotOf(envelope.id, dataKey) });
      });
      return changed.ok ? ok(null) : changed;
    }
    return fail({ code: 'keys-busy' });
  }

  return {
    look,
    state() {
      const seen = look();
      switch (seen.at) {
        case 'nothing':
          return { lock: 'empty', slots: [], problem: null };
        case 'unreadable':
          return { lock: 'locked', slots: [], problem: { code: 'keys-unreadable' } };
        case 'locked':
          return { lock: 'locked', slots: slotsOf(seen.read.envelope), problem: null };
        case 'open':
          return { lock: 'open', slots: slotsOf(seen.envelope), problem: null };
      }
    },
    unlockByOs,
    unlock,
    lock() {
      held = null;
    },
    enterByOs,
    enterByPassphrase() {
      const seen = look();
      if (seen.at === 'locked') return fail(lockedBy(seen.read.envelope));
      if (seen.at !== 'open' || seen.envelope.passphrase === null) return fail({ code: 'no-passphrase' });
      return ok(null);
    },
    setPassphrase,
    change,
    async startAfresh() {
      for (let turn = 0; turn < turns; turn += 1) {
        const text = file.read();
        if (text === null) return ok(null);
        const aside = asideName(now());
        const moved = await file.replace(text, null, join(folder, aside));
        if (!moved.ok) return moved;
        if (moved.value) return ok(aside);
      }
      return fail({ code: 'keys-busy' });
    },
  };
}

/** Why nothing can be read or changed in a file that is not open. */
export function closedProblem(
  seen: Exclude<Look, OpenFile>,
): Extract<KeysProblem, { code: 'keys-locked' | 'keys-unreadable' }> {
  return seen.at === 'locked' ? lockedBy(seen.read.envelope) : { code: 'keys-unreadable' };
}

function lockedBy(envelope: Envelope): Extract<KeysProblem, { code: 'keys-locked' }> {
  return { code: 'keys-locked', slots: slotsOf(envelope) };
}

async function withOsSlot(
  os: OsProtector,
  { envelope, dataKey }: OpenFile,
): Promise<Result<Envelope, KeysProblem>> {
  const slot = await closeSlot(os, dataKey);
  if (!slot.ok) return slot;
  return ok({
    ...envelope,
    os: [...envelope.os.filter(({ protector }) => protector !== os.name), slot.value],
  });
}

async function closeSlot(os: OsProtector, dataKey: Uint8Array): Promise<Result<OsSlot, KeysProblem>> {
  try {
    const wrapped = Buffer.from(await os.protect(dataKey)).toString('base64');
    return ok({ protector: os.name, wrapped });
  } catch {
    // Whatever its reason is, and it may tell of what it was given: it does not protect.
    return fail({ code: 'no-protection' });
  }
}

async function openSlot(
  os: OsProtector,
  { wrapped }: OsSlot,
): Promise<Awaited<ReturnType<OsProtector['unprotect']>> | null> {
  try {
    return await os.unprotect(Buffer.from(wrapped, 'base64'));
  } catch {
    // The system's way to say that these bytes are not of this account.
    return null;
  }
}

function asideName(instant: string): string {
  const moment = instant.replaceAll(/[^0-9TZ]/g, '-');
  return `chiavi-io.illeggibile-${moment}-${randomBytes(2).toString('hex')}.json`;
}
