import type { Pixels } from './pixels.ts';
import { writePng } from './png.ts';

/** Windows' icon file: the small ones as plain bitmaps, which the oldest readers want, that of 256 dots as a PNG. */
export function writeIco(pictures: readonly Pixels[]): Buffer {
  const images = pictures.map((picture) => (picture.side < 256 ? bitmap(picture) : writePng(picture)));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { side }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.set([side % 256, side % 256], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(images[index]?.length ?? 0, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += images[index]?.length ?? 0;
  }
  return Buffer.concat([head, ...images]);
}

/** From the bottom line up, blue first; an empty mask follows, of whole 32-bit words for each line. */
function bitmap({ side, bytes }: Pixels): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(side, 4);
  head.writeInt32LE(side * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const dots = Buffer.alloc(side * side * 4);
  for (let line = 0; line < side; line++)
    for (let column = 0; column < side; column++) {
      const from = (line * side + column) * 4;
      const [red = 0, green = 0, blue = 0, opacity = 0] = bytes.subarray(from, from + 4);
      dots.set([blue, green, red, opacity], ((side - 1 - line) * side + column) * 4);
    }
  return Buffer.concat([head, dots, Buffer.alloc(Math.ceil(side / 32) * 4 * side)]);
}
