import type { Pixels } from './pixels.ts';
import { writePng } from './png.ts';

/** What macOS calls each size; some stand twice, once for a screen of twice the density. */
const names: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** macOS' icon file; sizes that it has no name for are left out. */
export function writeIcns(pictures: readonly Pixels[]): Buffer {
  const entries = pictures.flatMap((picture) =>
    (names[picture.side] ?? []).map((name) => entry(name, writePng(picture))),
  );
  return entry('icns', Buffer.concat(entries));
}

function entry(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}
