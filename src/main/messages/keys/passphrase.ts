import { randomBytes, scrypt } from 'node:crypto';
import { seal, unseal, type Sealed } from './aes.ts';

/** The data key under a passphrase. */
export interface PassphraseSlot {
  readonly salt: string;
  readonly wrapped: Sealed;
}

/** 128 MB and most of a second for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 } as const;

/** `about`: what the slot belongs to. */
export async function wrapWithPassphrase(
  dataKey: Uint8Array,
  passphrase: string,
  about: readonly string[],
): Promise<PassphraseSlot> {
  const salt = randomBytes(16).toString('base64');
  return { salt, wrapped: seal(await derive(passphrase, salt), dataKey, [...about, salt]) };
}

/** Null for another passphrase. */
export async function unwrapWithPassphrase(
  { salt, wrapped }: PassphraseSlot,
  passphrase: string,
  about: readonly string[],
): Promise<Buffer | null> {
  return unseal(await derive(passphrase, salt), wrapped, [...about, salt]);
}

function derive(passphrase: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(salt, 'base64'), 32, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
