import { describe, expect, it } from 'vitest';
import { lookOver, type Done, type SeenFile, type Waiting } from '../../../src/main/hosts/watch/waiting.ts';

const giornale: SeenFile = { name: 'giornale.xml', size: 1_000, mtimeMs: 5 };

/** Looks at a folder at each of these moments; tells the names that were ready each time. */
function looks(
  moments: readonly (readonly [number, readonly SeenFile[]])[],
  done: Done = new Map(),
): string[][] {
  let waiting: Waiting = new Map();
  return moments.map(([now, files]) => {
    const looked = lookOver(files, waiting, done, now);
    ({ waiting } = looked);
    return looked.ready.map(({ name }) => name);
  });
}

describe('a file in the watched folder', () => {
  it('is ready when it has stayed as it is for two seconds', () => {
    expect(
      looks([
        [0, [giornale]],
        [1_999, [giornale]],
        [2_000, [giornale]],
      ]),
    ).toEqual([[], [], ['giornale.xml']]);
  });

  it('waits anew whenever it grows or is written again', () => {
    expect(
      looks([
        [0, [giornale]],
        [1_500, [{ ...giornale, size: 2_000 }]],
        [3_000, [{ ...giornale, size: 2_000, mtimeMs: 6 }]],
        [4_900, [{ ...giornale, size: 2_000, mtimeMs: 6 }]],
        [5_000, [{ ...giornale, size: 2_000, mtimeMs: 6 }]],
      ]),
    ).toEqual([[], [], [], [], ['giornale.xml']]);
  });

  it('that went and came back waits anew', () => {
    expect(
      looks([
        [0, [giornale]],
        [2_500, []],
        [3_000, [giornale]],
        [5_000, [giornale]],
      ]),
    ).toEqual([[], [], [], ['giornale.xml']]);
  });

  it('is left alone once it was done with, until it changes', () => {
    const done = new Map([['giornale.xml', { size: 1_000, mtimeMs: 5 }]]);
    const again = { ...giornale, mtimeMs: 9 };
    expect(
      looks(
        [
          [0, [giornale]],
          [9_000, [giornale]],
          [10_000, [again]],
          [12_000, [again]],
        ],
        done,
      ),
    ).toEqual([[], [], [], ['giornale.xml']]);
  });

  it.each([
    'giornale.xml.crdownload',
    'Non confermato 123.CRDOWNLOAD',
    'giornale.xml.part',
    'giornale.xml.partial',
    'giornale.download',
    'giornale.opdownload',
    'scarico.tmp',
    '~$elenco.xlsx',
    '.nascosto.xml',
    'Thumbs.db',
    'desktop.ini',
  ])('called %s is none, or not yet', (name) => {
    const file = { ...giornale, name };
    expect(
      looks([
        [0, [file]],
        [60_000, [file]],
      ]),
    ).toEqual([[], []]);
  });

  it('that is empty keeps the place of one that is coming', () => {
    const empty = { ...giornale, size: 0 };
    expect(
      looks([
        [0, [empty]],
        [60_000, [empty]],
        [60_001, [giornale]],
        [62_001, [giornale]],
      ]),
    ).toEqual([[], [], [], ['giornale.xml']]);
  });

  it.each(['parte.xml', 'tmp.xml', 'il mio download.zip', 'giornale.part.xml'])(
    'called %s is one',
    (name) => {
      const file = { ...giornale, name };
      expect(
        looks([
          [0, [file]],
          [2_000, [file]],
        ]),
      ).toEqual([[], [name]]);
    },
  );
});
