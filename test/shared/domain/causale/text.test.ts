import { describe, expect, it } from 'vitest';
import { endsText, looksCut, mayBeCut } from '../../../../src/shared/domain/causale/cut.ts';
import { endsFullLine, gapAt, joinRepair } from '../../../../src/shared/domain/causale/lines.ts';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';
import {
  datePositions,
  endOfPiece,
  gapBefore,
  hasGap,
  isDateShape,
  joined,
  normalPosition,
  written,
} from '../../../../src/shared/domain/causale/text.ts';

describe('a text', () => {
  it.each([
    ['a B\nc\vd', 'a B\nc\vd', 'ABCD', [0, 2, 4, 6]],
    ['az{|}~AZ', 'az{|}~AZ', 'AZ{|}~AZ', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['perch\u00e9 \u00df', 'perch\u00e9 \u00df', 'PERCH\u00e9\u00df', [0, 1, 2, 3, 4, 5, 7]],
    ['citt\u00e0', 'citt\u00e0', 'CITT\u00c0', [0, 1, 2, 3, 4]],
    ['a\rb\r\nc\fd\u0085e\u2028f\u2029g', 'a\nb\nc\nd\ne\nf\ng', 'ABCDEFG', [0, 2, 4, 6, 8, 10, 12]],
    ['a\tb\u00a0c\u3000d', 'a b c d', 'ABCD', [0, 2, 4, 6]],
    ['a\u00ad\u200bb\ufeff', 'ab', 'AB', [0, 1]],
    ['\u2010\u2013\u2212 \u2044\u2215\u29f8\uff0f', '--- ////', '---////', [0, 1, 2, 4, 5, 6, 7]],
    ['\uff21\uff11', 'A1', 'A1', [0, 1]],
    ['', '', '', []],
  ])('%j is %j and, squeezed, %j', (piece, normal, squeezed, at) => {
    const text = textOf([piece]);
    expect({ ...text, at: [...text.at] }).toEqual({ normal, bare: normal, squeezed, at });
  });

  it('is cut at four thousand characters, however it is written', () => {
    expect(textOf(['a'.repeat(3999) + 'bc']).squeezed).toBe(`${'A'.repeat(3999)}B`);
    expect(textOf(['a'.repeat(4000)]).squeezed).toHaveLength(4000);
    expect(textOf(['a'.repeat(4001)]).normal).toHaveLength(4000);
    expect(textOf(['\ufdfa'.repeat(4000)]).normal).toHaveLength(4000);
    expect(textOf(['\u00e0'.repeat(4000)]).normal.startsWith('\u00e0\u00e0')).toBe(true);
  });

  it.each([
    [['RI1AB', 'RI2CD'], 'RI1AB\v\v\v\vCD'],
    [['RI1AB\nRI2CD\n RI3:EF'], 'RI1AB\n\v\v\vCD\n\v\v\v\v\vEF'],
    [['X', '  ri1AB', 'ri2CD'], 'X\v  ri1AB\v\v\v\vCD'],
    [['X', '---RI1AB', 'RI2CD'], 'X\v---RI1AB\vRI2CD'],
    [['X RI1AB', 'RI2CD'], 'X RI1AB\vRI2CD'],
    [['AB', 'RI2CD'], 'AB\vRI2CD'],
    [['RI1AB', 'X RI2CD'], 'RI1AB\vX RI2CD'],
    [['AB :RI2:CD : R I 3 :EF'], 'AB \v\v\v\v\vCD \v\v\v\v\v\v\v\v\vEF'],
    [['AB RI2:CD'], 'AB RI2:CD'],
    [['AB :RI:CD'], 'AB :RI:CD'],
  ])('%j has breaks where its tags are', (pieces, bare) => {
    const text = textOf(pieces);
    expect([text.bare, text.normal]).toEqual([bare, pieces.join('\v')]);
  });
});

describe('a place of a text', () => {
  const text = textOf(['ab c\nd']);

  it('is known in the text as it was written', () => {
    expect([0, 1, 2, 3, 4].map((place) => normalPosition(text, place))).toEqual([0, 1, 3, 5, 6]);
    expect([0, 1, 2, 3, 4].map((place) => gapBefore(text, place))).toEqual([false, false, true, true, false]);
    expect([hasGap(text, 0, 1), hasGap(text, 0, 2), hasGap(text, 2, 3)]).toEqual([false, true, true]);
    expect([written(text, 1, 4), joined(text, 1, 4), joined(text, 1, 1)]).toEqual(['b c\nd', 'bcd', '']);
  });

  it('may have a blank behind the last of it', () => {
    expect(gapBefore(textOf(['ab ']), 2)).toBe(false);
    expect(gapBefore(textOf([' ab']), 0)).toBe(false);
    expect(gapBefore(textOf(['a b']), 1)).toBe(true);
  });

  it('ends a piece at a blank, at what is of no IUF, and after a hundred characters', () => {
    const ends = ['AB-_9/C', 'AB C', 'AB[', 'AB@', 'A'.repeat(100), 'A'.repeat(101)].map((one) =>
      endOfPiece(textOf([one]), 0),
    );
    expect(ends).toEqual([5, 2, 2, 2, 100, 100]);
    expect(endOfPiece(textOf(['X YZ']), 1)).toBe(3);
  });

  it.each([
    ['2024-07-26', true],
    ['2024-13-99', true],
    ['2024-07-2', false],
    ['2024-0726-', false],
    ['202407-26-', false],
    ['A024-07-26', false],
    ['202A-07-26', false],
    ['2024-0A-26', false],
    ['2024-07-2A', false],
    ['2024A07-26', false],
    ['2024-07A26', false],
  ])('%s has the shape of a day: %s', (squeezed, is) => {
    expect(isDateShape(squeezed, 0)).toBe(is);
    expect(datePositions(`X${squeezed}`)).toEqual(is ? [1] : []);
  });

  it('has the shape of a day more than once', () => {
    expect(datePositions('2024-07-2024-07-26-2025-01-01')).toEqual([0, 8, 19]);
    expect(datePositions('--2024-07-26')).toEqual([2]);
    expect(isDateShape('24-07-26', -2)).toBe(false);
  });
});

const letters = (count: number): string => 'A'.repeat(count);

const repaired = (one: string, start: number, end: number) => joinRepair(textOf([one]), start, end, 0);

describe('a blank', () => {
  it.each([
    [35, 'full-line'],
    [70, 'full-line'],
    [105, 'full-line'],
    // A blank between two lines.
    [71, 'full-line'],
    [107, 'full-line'],
    [1, 'blank'],
    [34, 'blank'],
    [36, 'blank'],
    [69, 'blank'],
    [72, 'blank'],
  ])('after %i characters is a %s', (count, gap) => {
    const text = textOf([`${letters(count)} B`]);
    expect(gapAt(text, count, 0)).toBe(gap);
    expect(endsFullLine(text, count, 0)).toBe(gap === 'full-line');
  });

  it('is counted from the last break, from the last element, or from where the marker begins', () => {
    for (const mark of ['\n', '\v']) {
      expect(gapAt(textOf([`XYZ${mark}${letters(35)} B`]), 38, 0)).toBe('full-line');
      expect(gapAt(textOf([`XYZ${mark}${letters(32)} B`]), 35, 0)).toBe('blank');
      expect(gapAt(textOf([`X${mark}YZ${mark}${letters(35)} B`]), 38, 0)).toBe('full-line');
      expect(gapAt(textOf([`${letters(34)}${mark}B`]), 34, 0)).toBe('line-end');
      expect(gapAt(textOf([`${letters(34)}${mark}B`]), 34, 3)).toBe('line-end');
    }
    for (const end of ['\n', '\v']) {
      expect(gapAt(textOf([`XYZ\n${letters(35)}${end}B`]), 38, 0)).toBe('full-line');
      expect(gapAt(textOf([`XYZ\v${letters(35)}${end}B`]), 38, 0)).toBe('full-line');
    }
    expect(gapAt(textOf([`XYZ\nW\v${letters(35)} B`]), 39, 0)).toBe('full-line');
    expect(gapAt(textOf([`XYZ\vW\n${letters(35)} B`]), 39, 0)).toBe('full-line');
    expect(gapAt(textOf([`XYZ ${letters(35)} B`]), 38, 3)).toBe('full-line');
    expect(gapAt(textOf([`XYZ ${letters(35)} B`]), 38, 2)).toBe('blank');
    expect(gapAt(textOf([`XYZ ${letters(35)} B`]), 38, 0)).toBe('blank');
  });

  it('is counted over a tag as well: the bank wrote its lines with it', () => {
    // 5 characters of a tag, 30 of the text.
    const text = textOf([`:RI2:${letters(30)} B`]);
    expect(gapAt(text, 30, 0)).toBe('full-line');
    expect(gapAt(textOf([`:RI2:${letters(35)} B`]), 35, 3)).toBe('full-line');
    expect(gapAt(textOf([`:RI2:${letters(31)} B`]), 31, 3)).toBe('blank');
    expect(gapAt(textOf([`${letters(9)} :RI2: B`]), 9, 0)).toBe('line-end');
  });

  it('may also end a line of thirty, where nothing follows', () => {
    expect(endsFullLine(textOf([letters(30)]), 30, 0)).toBe(true);
    expect(endsFullLine(textOf([letters(31)]), 31, 0)).toBe(false);
    expect(endsFullLine(textOf([`X\n${letters(30)}`]), 31, 0)).toBe(true);
  });

  it('is told as a line or as a blank when it is taken away', () => {
    expect(repaired('AB\nCD', 0, 4)).toEqual({ code: 'joined-lines', detail: 'AB\nCD' });
    expect(repaired('A B\nCD', 0, 4)).toEqual({ code: 'joined-blank', detail: 'A B\nCD' });
    expect(repaired('AB C\nD E', 2, 4)).toEqual({ code: 'joined-lines', detail: 'C\nD' });
    expect(repaired('A\nB CD', 1, 3)).toEqual({ code: 'joined-blank', detail: 'B C' });
  });
});

const cut = (one: string, end: number, length: number) => looksCut(textOf([one]), end, length, 0);

describe('the end of a text', () => {
  it.each([
    ['AB', true],
    ['AB..', true],
    ['AB ...', true],
    ['AB[...]', true],
    ['AB(..', true],
    ['AB.', false],
    ['AB.C', false],
    ['ABC', false],
    ['AB/..', false],
  ])('%j is cut there: %s', (one, is) => {
    expect(endsText(textOf([one]), 2)).toBe(is);
  });

  it('makes a short code doubtful where a bank may have cut it', () => {
    expect(cut('AB', 2, 9)).toBe(true);
    expect(cut('AB', 2, 10)).toBe(false);
    expect(cut('AB C', 2, 9)).toBe(true);
    expect(cut('AB/C', 2, 9)).toBe(false);
    expect(cut('AB .PUR.', 2, 9)).toBe(false);
    expect(cut('AB PUR', 2, 9)).toBe(false);
    expect(cut('AB XYPUR', 2, 9)).toBe(true);
    expect(cut(`${letters(35)}/B`, 35, 9)).toBe(true);
    expect(cut(`${letters(34)}/B`, 34, 9)).toBe(false);
  });

  it.each([30, 35, 105, 140, 255, 256, 500, 512, 1000, 1024, 2000])(
    'may be a cut after %i characters, the length of a field',
    (length) => {
      expect(mayBeCut(textOf([letters(length)]), length)).toBe(true);
      expect(mayBeCut(textOf([letters(length)]), length - 1)).toBe(false);
      expect(mayBeCut(textOf([letters(length + 2)]), length + 2)).toBe(false);
    },
  );
});
