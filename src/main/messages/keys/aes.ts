import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes that only the key opens, as text: nonce, tag and ciphertext of AES-256-GCM. */
export type Sealed = string;

const nonceLength = 12;
const tagLength = 16;

/** Closes bytes under a key of 32 bytes. `about` is bound to them: told otherwise, they do not open. */
export function seal(key: Uint8Array, plain: Uint8Array, about: readonly string[]): Sealed {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(JSON.stringify(about)));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64');
}

/** Null for another key, other words about it, or a changed byte. */
export function unseal(key: Uint8Array, sealed: Sealed, about: readonly string[]): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(JSON.stringify(about)));
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  const plain = decipher.update(bytes.subarray(nonceLength + tagLength));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The only news that `final` has: the tag does not fit.
    return null;
  }
}
