import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createKeyRing,
  type KeyRing,
  type KeyRingOptions,
} from '../../../../src/main/messages/keys/key-ring.ts';
import { fakeOs } from './fake-os.ts';

export const tariKey = 'c0ffee00c0ffee00c0ffee00deadbee1';
export const mensaKey = 'c0ffee00c0ffee00c0ffee00deadbee2';
export const otherKey = 'c0ffee00c0ffee00c0ffee00deadbee3';
export const marker = 'c0ffee00c0ffee00c0ffee00';
export const passphrase = 'quattro parole a caso';

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chiavi-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function ring(folder: string, other: Partial<KeyRingOptions> = {}): KeyRing {
  return createKeyRing({
    folder,
    ledgerId: 'ledger-1',
    environment: {},
    os: fakeOs('anna'),
    now: () => '2026-11-30T10:00:00.000Z',
    ...other,
  });
}

export const primaryByOs = { keep: 'os', which: 'primary' } as const;
export const primaryByPassphrase = { keep: 'passphrase', which: 'primary' } as const;
export const primaryForNow = { keep: 'session', which: 'primary' } as const;

export function storeOf(folder: string): string {
  return join(folder, 'chiavi-io.json');
}

export function readStore(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(storeOf(folder), 'utf8')) as Record<string, unknown>;
}

export function writeStore(folder: string, value: unknown): void {
  writeFileSync(storeOf(folder), JSON.stringify(value));
}

/** Names of the files that hold these bytes, as they are or as base64, hexadecimal or UTF-16. */
export function filesWith(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    // Whatever stands before it, some of these letters are the same.
    ...[0, 1, 2].map((skip) =>
      Buffer.from(
        Buffer.from(`${'.'.repeat(skip)}${text}`)
          .toString('base64')
          .slice(4, -4),
      ),
    ),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    });
}
