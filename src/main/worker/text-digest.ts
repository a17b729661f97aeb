import { createHash, hash, type Hash } from 'node:crypto';

/** SHA-256 of many texts in order, hexadecimal. */
export interface TextDigest {
  add(text: string): void;
  finish(): string;
}

const manyCharacters = 64 * 1024;

/** Most documents are a few lines: those are digested at once, which costs a third of a digest kept open. */
export function createTextDigest(): TextDigest {
  let waiting = '';
  let open: Hash | null = null;
  return {
    add(text) {
      waiting += text;
      if (waiting.length < manyCharacters) return;
      open = (open ?? createHash('sha256')).update(waiting);
      waiting = '';
    },
    finish: () => (open === null ? hash('sha256', waiting) : open.update(waiting).digest('hex')),
  };
}

/** A short digest of one text: enough to choose between two versions of a thing, always in the same way. */
export function digestOf(text: string): string {
  return shortened(hash('sha256', text));
}

/** The same of a digest of the whole text. */
export function shortened(digest: string): string {
  return digest.slice(0, 32);
}
