import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bytesInMemory } from '../../../src/main/importers/bytes.ts';
import { decode } from '../../../src/main/importers/decode.ts';
import { openFile } from '../../../src/main/worker/file-bytes.ts';
import { aFolder } from '../../helpers/small-ledger.ts';

const xml = '<?xml version="1.0" encoding="UTF-8"?><a>';
const large = 2 * 1024 * 1024 + 1_000;
const accents = (before: string): Buffer => Buffer.from(before + 'à€𝄞'.repeat(large / 9));

function digested(bytes: Buffer) {
  const path = join(aFolder(), 'carta.xml');
  writeFileSync(path, bytes);
  const opened = openFile(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  const heard: number[] = [];
  try {
    return { ...opened.value.digest((read) => heard.push(read)), heard };
  } finally {
    opened.value.close();
  }
}

it.each([
  // Each of them is cut in another place by the borders of what is read at once.
  ...Array.from({ length: 9 }, (_, n) => ({
    what: `${n} before`,
    bytes: accents('x'.repeat(n)),
    areUtf8: true,
  })),
  { what: 'cut at the end', bytes: accents('').subarray(0, large - 101), areUtf8: true },
  {
    what: 'an accent of Windows-1252',
    bytes: Buffer.concat([accents(''), Buffer.from([0xe0, 0x20])]),
    areUtf8: false,
  },
  { what: 'one at the beginning', bytes: Buffer.concat([Buffer.from([0xe0]), accents('')]), areUtf8: false },
])('digests a large file and tells whether it is UTF-8: $what', ({ bytes, areUtf8 }) => {
  const told = digested(bytes);
  expect(told.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(told.areUtf8).toBe(areUtf8);
  expect(told.heard.at(-1)).toBe(bytes.length);
});

it('what was seen to be UTF-8 is not gone through again before it is read', () => {
  const bytes = accents(xml);
  const readsOf = (areUtf8: boolean): number => {
    const memory = bytesInMemory(bytes);
    let read = 0;
    const source = {
      size: memory.size,
      areUtf8,
      read(position: number, length: number) {
        read += length;
        return memory.read(position, length);
      },
    };
    const decoded = decode(source);
    expect(decoded.ok && decoded.value.warnings).toEqual([]);
    return read;
  };
  expect(readsOf(false)).toBeGreaterThan(bytes.length);
  expect(readsOf(true)).toBeLessThan(bytes.length / 10);
});

it('a disk that is gone when a file is held against how it was is told, and is no defect', () => {
  const path = join(aFolder(), 'carta.xml');
  writeFileSync(path, xml);
  const opened = openFile(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  const file = opened.value;
  expect(file.changeSince(file.state)).toBeNull();
  file.close();
  expect(file.changeSince(file.state)).toEqual({ code: 'unreadable-file', detail: 'EBADF' });
});
