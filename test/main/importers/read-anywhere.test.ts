import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesInMemory,
  chunksOf,
  inPieces,
  joined,
  sliceOf,
  type ByteSource,
} from '../../../src/main/importers/bytes.ts';
import { decodeBase64 } from '../../../src/main/importers/wrappings/base64.ts';
import { inUtf8 } from '../../../src/main/importers/wrappings/in-utf8.ts';
import { unescape } from '../../../src/main/importers/wrappings/unescape.ts';
import { base64, escaped, lines } from './wrap.ts';

/** Long enough for several blocks, and never the same twice; with letters of one to four bytes. */
const text = Array.from({ length: 30_000 }, (_, i) => `${i}<è>&€ 𝄞\n`).join('');
const bytes = Buffer.from(text);

const memory = (content: string | Uint8Array): ByteSource => bytesInMemory(Buffer.from(content));
const need = (source: ByteSource | null): ByteSource => source ?? memory('');
const utf8Of = (content: Uint8Array): ByteSource => {
  const found = inUtf8(bytesInMemory(content));
  return found.ok ? found.value : memory('');
};

const latin = text.replaceAll(/[€𝄞]/gu, 'é');
const declared = `<?xml version="1.0" encoding="ISO-8859-1"?>${latin}`;

/** Cuts 1,000 bytes at a time, with something between them that is not wanted. */
const pieces = Array.from({ length: Math.ceil(bytes.length / 1_000) }, (_, i) => ({
  from: i * 1_003 + 3,
  to: i * 1_003 + 3 + Math.min(1_000, bytes.length - i * 1_000),
}));
const spaced = Buffer.concat(
  pieces.flatMap((_, i) => [Buffer.from('---'), bytes.subarray(i * 1_000, i * 1_000 + 1_000)]),
);

describe('bytes that are converted as they are read are the same from wherever they are read', () => {
  it.each<[string, ByteSource, Buffer]>([
    ['base64', need(decodeBase64(memory(base64(bytes)))), bytes],
    ['base64 in lines', need(decodeBase64(memory(lines(bytes)))), bytes],
    ['base64 in lines of 61', need(decodeBase64(memory(lines(bytes, 61, '\n  ')))), bytes],
    ['base64 of base64', need(decodeBase64(need(decodeBase64(memory(base64(lines(bytes))))))), bytes],
    ['references', unescape(memory(escaped(text))), bytes],
    ['UTF-16', utf8Of(Buffer.from(`\uFEFF${text}`, 'utf16le')), bytes],
    ['UTF-16, the other way round', utf8Of(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()), bytes],
    ['ISO-8859-1', utf8Of(Buffer.from(declared, 'latin1')), Buffer.from(declared)],
    ['pieces', inPieces(bytesInMemory(spaced), pieces), bytes],
    [
      'slices put together',
      joined([sliceOf(memory(text), 0, 70_001), memory(''), sliceOf(memory(text), 70_001, Infinity)]),
      bytes,
    ],
  ])('%s', (_, source, expected) => {
    expect(source.size).toBe(expected.length);
    expect(Buffer.compare(Buffer.concat([...chunksOf(source)]), expected)).toBe(0);
    assert(
      property(
        tuple(integer({ min: 0, max: expected.length + 10 }), constantFrom(0, 1, 7, 4_096, 65_536, 200_000)),
        ([position, length]) => {
          const found = Buffer.from(source.read(position, length));
          expect(Buffer.compare(found, expected.subarray(position, position + length))).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what was read stays as it was when more is read', () => {
    const source = need(decodeBase64(memory(base64(bytes))));
    const first = source.read(10, 100);
    source.read(100_000, 100);
    expect(Buffer.compare(first, bytes.subarray(10, 110))).toBe(0);
  });
});
