import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../../src/main/messages/keys/aes.ts';
import { sealKey, unsealKey } from '../../../../src/main/messages/keys/envelope.ts';
import { tariKey } from './desk.ts';

const label = {
  ledger: 'ledger-1',
  service: 'tari',
  which: 'primary',
  savedAt: '2026-11-30T10:00:00.000Z',
  lastUsedOn: null,
} as const;

describe('a sealed key', () => {
  const dataKey = randomBytes(32);
  const kept = sealKey(dataKey, 'file-1', label, tariKey);

  it('opens as what it was sealed as', () => {
    expect(unsealKey(dataKey, 'file-1', kept)).toBe(tariKey);
  });

  it.each([
    ['service', { service: 'mensa' }],
    ['ledger', { ledger: 'ledger-2' }],
    ['kind', { which: 'secondary' as const }],
    ['moment', { savedAt: '2026-11-30T10:00:00.001Z' }],
  ])('does not open as one of another %s', (_what, other) => {
    expect(unsealKey(dataKey, 'file-1', { ...kept, ...other })).toBeNull();
  });

  it('does not open in another file, or with another data key', () => {
    expect(unsealKey(dataKey, 'file-2', kept)).toBeNull();
    expect(unsealKey(randomBytes(32), 'file-1', kept)).toBeNull();
  });

  it('is never sealed twice alike', () => {
    expect(sealKey(dataKey, 'file-1', label, tariKey).sealed).not.toBe(kept.sealed);
  });
});

describe('sealed bytes', () => {
  it('come back, unless one bit of them or of what they are about is another', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 80 }),
        fc.array(fc.string(), { maxLength: 3 }),
        fc.nat(),
        (key, plain, about, at) => {
          const sealed = seal(key, plain, about);
          expect(unseal(key, sealed, about)).toEqual(Buffer.from(plain));
          expect(unseal(key, sealed, [...about, ''])).toBeNull();
          const bytes = Buffer.from(sealed, 'base64');
          const i = at % bytes.length;
          bytes[i] = (bytes[i] ?? 0) ^ (1 << (at % 8));
          expect(unseal(key, bytes.toString('base64'), about)).toBeNull();
        },
      ),
    );
  });

  it.each(['', 'AAAA', 'no base64 !'])('%j are none', (text) => {
    expect(unseal(randomBytes(32), text, [])).toBeNull();
  });
});
