import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may ask: a launch code is exchanged once for the token that goes with every question. */
export interface Sessions {
  /** For the fragment of the address that is opened. `validMs` null: until it is used. */
  launchCode(validMs: number | null): string;
  exchange(code: string): { readonly token: string } | 'spent' | 'unknown';
  accepts(token: string): boolean;
}

/** `now` tells milliseconds that only grow. */
export function createSessions(now: () => number = () => performance.now()): Sessions {
  const codes: { readonly digest: Buffer; readonly until: number; spent: boolean }[] = [];
  const tokens: Buffer[] = [];
  return {
    launchCode(validMs) {
      const code = secret();
      codes.push({ digest: digestOf(code), until: now() + (validMs ?? Infinity), spent: false });
      return code;
    },
    exchange(code) {
      const given = digestOf(code);
      const found = codes.find(({ digest }) => timingSafeEqual(digest, given));
      if (found === undefined) return 'unknown';
      if (found.spent || now() > found.until) return 'spent';
      found.spent = true;
      const token = secret();
      tokens.push(digestOf(token));
      return { token };
    },
    accepts(token) {
      const given = digestOf(token);
      return tokens.some((digest) => timingSafeEqual(digest, given));
    },
  };
}

/** 256 bits, in letters that an address can hold. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are compared by their digests: those have one length, and the comparison takes one time. */
function digestOf(secretText: string): Buffer {
  return createHash('sha256').update(secretText).digest();
}
