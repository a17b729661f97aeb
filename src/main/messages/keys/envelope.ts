import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { isDay, type Day } from '../../../shared/domain/day.ts';
import type { KeySlot, WhichKey } from '../../../shared/domain/message/service-key.ts';
import { seal, unseal, type Sealed } from './aes.ts';
import type { OsProtector } from './os-protector.ts';
import type { PassphraseSlot } from './passphrase.ts';

/**
 * The file of keys: secrets under one random data key, the data key under each of its slots. What stands in the clear is
 * signed with the data key, all of it, so that one changed letter anywhere is noticed once the file is open.
 */
export interface Envelope {
  /** Of this data key: a file that was begun anew has another one. */
  readonly id: string;
  readonly os: readonly OsSlot[];
  readonly passphrase: PassphraseSlot | null;
  readonly keys: readonly KeptKey[];
}

export interface OsSlot {
  readonly protector: OsProtector['name'];
  readonly wrapped: string;
}

/** What is written about a key beside it. */
export interface KeyLabel {
  readonly ledger: string;
  readonly service: string;
  readonly which: WhichKey;
  readonly savedAt: string;
  readonly lastUsedOn: Day | null;
}

export interface KeptKey extends KeyLabel {
  readonly sealed: Sealed;
}

const format = 'tre-pallini-chiavi-io';
const version = 1;

export function slotsOf({ os, passphrase }: Envelope): KeySlot[] {
  return [
    ...(os.length > 0 ? (['os'] as const) : []),
    ...(passphrase === null ? [] : (['passphrase'] as const)),
  ];
}

/** What a slot or a secret of this file is bound to. */
export function aboutSlot(id: string): string[] {
  return [format, String(version), id, 'passphrase'];
}

export function sealKey(dataKey: Uint8Array, id: string, label: KeyLabel, key: string): KeptKey {
  return { ...label, sealed: seal(dataKey, Buffer.from(key), aboutKey(id, label)) };
}

/** Null when it is not the key that the label tells of. */
export function unsealKey(dataKey: Uint8Array, id: string, { sealed, ...label }: KeptKey): string | null {
  return unseal(dataKey, sealed, aboutKey(id, label))?.toString() ?? null;
}

function aboutKey(id: string, { ledger, service, which, savedAt, lastUsedOn }: KeyLabel): string[] {
  return [format, String(version), id, ledger, service, which, savedAt, lastUsedOn ?? ''];
}

/** The text of the file, signed. */
export function writeEnvelope(dataKey: Uint8Array, envelope: Envelope): string {
  const signature = signatureOf(dataKey, envelope);
  return `${JSON.stringify({ format, version, ...envelope, signature }, null, 2)}\n`;
}

/** Whether the data key is the one of this file, and everything in it as it was written. */
export function isGenuine(dataKey: Uint8Array, { envelope, signature }: ReadEnvelope): boolean {
  const expected = Buffer.from(signatureOf(dataKey, envelope));
  const found = Buffer.from(signature);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function signatureOf(dataKey: Uint8Array, { id, os, passphrase, keys }: Envelope): string {
  const signing = Buffer.from(hkdfSync('sha256', dataKey, id, `${format}/firma`, 32));
  const said = [
    format,
    version,
    id,
    os.map(({ protector, wrapped }) => [protector, wrapped]),
    passphrase === null ? null : [passphrase.salt, passphrase.wrapped],
    keys.map(({ sealed, ...label }) => [...aboutKey(id, label), sealed]),
  ];
  return createHmac('sha256', signing).update(JSON.stringify(said)).digest('hex');
}

export interface ReadEnvelope {
  readonly envelope: Envelope;
  readonly signature: string;
}

/** Null for what is no file of keys, is damaged, or of a version to come. Nothing of it is believed yet. */
export function readEnvelope(text: string): ReadEnvelope | null {
  const told = recordOf(parseJson(text));
  if (told?.['format'] !== format || told['version'] !== version) return null;
  const { id, signature } = told;
  const os = listOf(told['os'], readOsSlot);
  const keys = listOf(told['keys'], readKeptKey);
  const passphrase = told['passphrase'] === null ? null : readPassphraseSlot(told['passphrase']);
  if (typeof id !== 'string' || typeof signature !== 'string' || os === null || keys === null) return null;
  if (passphrase === undefined) return null;
  return { envelope: { id, os, passphrase, keys }, signature };
}

function readOsSlot(value: unknown): OsSlot | null {
  const { protector, wrapped } = recordOf(value) ?? {};
  if (protector !== 'electron' && protector !== 'windows-dpapi') return null;
  return typeof wrapped === 'string' ? { protector, wrapped } : null;
}

function readPassphraseSlot(value: unknown): PassphraseSlot | undefined {
  const { salt, wrapped } = recordOf(value) ?? {};
  return typeof salt === 'string' && typeof wrapped === 'string' ? { salt, wrapped } : undefined;
}

function readKeptKey(value: unknown): KeptKey | null {
  const { ledger, service, which, savedAt, lastUsedOn, sealed } = recordOf(value) ?? {};
  if (typeof ledger !== 'string' || typeof service !== 'string' || typeof savedAt !== 'string') return null;
  if (typeof sealed !== 'string' || (which !== 'primary' && which !== 'secondary')) return null;
  if (lastUsedOn !== null && (typeof lastUsedOn !== 'string' || !isDay(lastUsedOn))) return null;
  return { ledger, service, which, savedAt, lastUsedOn, sealed };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

/** Null when the value is no list, or one of it cannot be read. */
function listOf<T>(value: unknown, read: (one: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const one of value as unknown[]) {
    const known = read(one);
    if (known === null) return null;
    all.push(known);
  }
  return all;
}
