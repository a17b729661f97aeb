import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeIcns } from '../../resources/packaging/pictures/icns.ts';
import { writeIco } from '../../resources/packaging/pictures/ico.ts';
import { readPng, writePng } from '../../resources/packaging/pictures/png.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'resources/icons');
const read = (name: string): Buffer => readFileSync(join(folder, name));
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const made = JSON.parse(read('made.json').toString('utf8')) as {
  readonly drawing: string;
  readonly files: Readonly<Record<string, string>>;
};
const pictures = readdirSync(join(folder, 'linux')).map((name) => readPng(read(`linux/${name}`)));

describe('the icons', () => {
  it('were made from the drawing as it is, and nobody touched them since', () => {
    expect(made.drawing).toBe(digest(read('icon.svg')));
    const there = [
      'icon.ico',
      'icon.icns',
      ...readdirSync(join(folder, 'linux')).map((name) => `linux/${name}`),
    ];
    expect(Object.keys(made.files).toSorted()).toEqual(there.toSorted());
    for (const [name, known] of Object.entries(made.files))
      expect({ name, is: digest(read(name)) }).toEqual({ name, is: known });
  });

  it('the page has the same one beside its title', () => {
    expect(readFileSync(join(root, 'src/renderer/public/icon.svg'))).toEqual(read('icon.svg'));
  });

  it('show three dots at every size: two white ones and a yellow one, on blue', () => {
    expect(pictures.map(({ side }) => side).toSorted((a, b) => a - b)).toEqual([
      16, 24, 32, 48, 64, 128, 256, 512,
    ]);
    for (const { side, bytes } of pictures) {
      const colour = (x: number, y: number): number[] => {
        const at = (Math.floor((y * side) / 64) * side + Math.floor((x * side) / 64)) * 4;
        return [...bytes.subarray(at, at + 4)];
      };
      const white = [255, 255, 255, 255];
      expect([colour(14, 32), colour(32, 32), colour(50, 32)]).toEqual([white, white, [255, 201, 77, 255]]);
      expect(colour(32, 8)).toEqual([11, 74, 143, 255]);
      expect(colour(0, 0)[3]).toBeLessThan(128);
    }
  });

  it('those of Windows and macOS hold the same pictures', () => {
    const small = pictures
      .filter(({ side }) => side <= 256 && side !== 128)
      .toSorted((a, b) => a.side - b.side);
    expect(writeIco(small)).toEqual(read('icon.ico'));
    const apple = read('icon.icns');
    expect(apple.readUInt32BE(4)).toBe(apple.length);
    for (const picture of pictures.filter(({ side }) => side >= 32 && side !== 48))
      expect(apple.includes(writeIcns([picture]).subarray(8))).toBe(true);
  });

  it('a picture that was written is read back', () => {
    const bytes = Uint8Array.from({ length: 3 * 3 * 4 }, (_, at) => at * 7);
    const { side, bytes: again } = readPng(writePng({ side: 3, bytes }));
    expect({ side, again: Uint8Array.from(again) }).toEqual({ side: 3, again: bytes });
  });
});
