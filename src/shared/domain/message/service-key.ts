import type { Day } from '../day.ts';
import { fail, ok, type Result } from '../result.ts';

/** Every service has two keys of equal worth, so that one can be replaced while the other works. */
export type WhichKey = 'primary' | 'secondary';

/** Where a key comes from: the file of keys, this session's memory, a variable of the environment. */
export type KeySource = 'kept' | 'session' | 'environment';

/** Ways that open the file of keys: the person's account on this computer, a passphrase. Each opens all of it. */
export type KeySlot = 'os' | 'passphrase';

/** What may be shown of a key; the key itself never leaves the program but in a request to the service. */
export interface ListedKey {
  /** Id of the service in the settings. */
  readonly service: string;
  /** Null while the file is locked, and of a key that cannot be used. */
  readonly lastFour: string | null;
  readonly source: KeySource;
  /** ISO instant; null of the environment's. */
  readonly savedAt: string | null;
  readonly lastUsedOn: Day | null;
  /** Null when nobody said. */
  readonly which: WhichKey | null;
}

export interface KeysState {
  /** `empty`: no file of keys on this computer. */
  readonly lock: 'empty' | 'locked' | 'open';
  readonly slots: readonly KeySlot[];
  /** Why the file cannot be opened at all; null when it can, or is. */
  readonly problem: KeysProblem | null;
}

/** A text that can be no key. It is not repeated: it might be most of one. */
export type KeyShapeProblem =
  | { readonly code: 'key-blank' }
  /** Letters with accents, blanks or line ends inside. */
  | { readonly code: 'key-strange-characters' };

export type KeysProblem =
  /** Damaged, changed by somebody, or of another account or computer. */
  | { readonly code: 'keys-unreadable' }
  /** `slots`: what opens it. */
  | { readonly code: 'keys-locked'; readonly slots: readonly KeySlot[] }
  | { readonly code: 'wrong-passphrase' }
  | { readonly code: 'no-passphrase' }
  | { readonly code: 'passphrase-too-short'; readonly min: number }
  /** The operating system has nothing to protect a key with. */
  | { readonly code: 'no-protection' }
  /** Another program of ours keeps changing the file. */
  | { readonly code: 'keys-busy' }
  | { readonly code: 'keys-unwritable'; readonly detail: string };

/** Why there is no key for a service. */
export type NoKey =
  | { readonly code: 'no-key'; readonly service: string }
  | { readonly code: 'bad-environment-key'; readonly variable: string }
  | Extract<KeysProblem, { readonly code: 'keys-unreadable' | 'keys-locked' }>;

export interface ServiceKey {
  readonly key: string;
  /** 32 hexadecimal characters, as all keys seen so far. Another shape is worth a question, no more. */
  readonly usual: boolean;
}

/** Reads a key as it was pasted: blanks around it are dropped. */
export function readServiceKey(text: string): Result<ServiceKey, KeyShapeProblem> {
  const key = text.trim();
  if (key === '') return fail({ code: 'key-blank' });
  // It becomes the value of a header.
  if (!/^[\x21-\x7e]+$/.test(key)) return fail({ code: 'key-strange-characters' });
  return ok({ key, usual: /^[0-9a-f]{32}$/i.test(key) });
}

/** Whether the service took the key, whatever it says of the person whom it was asked about. */
export function provesKey(outcome: string): boolean {
  return outcome === 'allowed' || outcome === 'not-enrolled' || outcome === 'service-disabled';
}

const shortestPassphrase = 10;

/** A passphrase in one form, however the keyboard composes its letters. */
export function readPassphrase(text: string): Result<string, KeysProblem> {
  const passphrase = text.normalize('NFKC');
  if (passphrase.trim().length < shortestPassphrase)
    return fail({ code: 'passphrase-too-short', min: shortestPassphrase });
  return ok(passphrase);
}

/** The variable that gives the key of a service to scripts: `mensa-2` is `TREPALLINI_IO_KEY_MENSA_2`. */
export function keyVariable(service: string): string {
  return `TREPALLINI_IO_KEY_${service.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}
