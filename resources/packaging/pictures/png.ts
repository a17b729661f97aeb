import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture always becomes the same bytes: no line is filtered, nothing else is said. */
export function writePng({ side, bytes }: Pixels): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // Eight bits a channel, colour with opacity.
  head.set([8, 6, 0, 0, 0], 8);
  const lines = Array.from({ length: side }, (_, line) =>
    Buffer.concat([Buffer.of(0), bytes.subarray(line * side * 4, (line + 1) * side * 4)]),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what {@link writePng} wrote, and nothing else. */
export function readPng(file: Buffer): Pixels {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('not a PNG');
  const side = file.readUInt32BE(16);
  const packed = file.subarray(41, 41 + file.readUInt32BE(33));
  const lines = inflateSync(packed);
  const bytes = Buffer.concat(
    Array.from({ length: side }, (_, line) => {
      const start = line * (side * 4 + 1);
      if (lines[start] !== 0) throw new Error('a filtered line: not a PNG of ours');
      return lines.subarray(start + 1, start + 1 + side * 4);
    }),
  );
  return { side, bytes };
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
