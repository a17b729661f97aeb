import { describe, expect, it } from 'vitest';
import { codeIn, endOfCode, isMixed } from '../../../../src/shared/domain/causale/end-of-code.ts';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';

/** The code of an IUF as it is read, and how sure one may be of its end; `before` stands on the same line. */
function read(iuf: string, before = ''): readonly [string, string] {
  const text = textOf([before + iuf]);
  const start = before.length;
  const codeStart = text.squeezed.indexOf('-', start + 10) + 1;
  const { end, doubt } = endOfCode(text, start, codeStart, start);
  return [text.squeezed.slice(codeStart, end), doubt];
}

describe('the code of an IUF', () => {
  it.each([
    // Words.
    ['0000000034 RATA', '0000000034', 'none'],
    ['0000000034\nRATA', '0000000034', 'some'],
    ['0000000034 A', '0000000034', 'some'],
    ['0000000034\nA', '0000000034', 'some'],
    ['0000000034 AB', '0000000034', 'none'],
    ['000000001 U', '000000001', 'much'],
    ['000000001\nU', '000000001U', 'much'],
    ['000000001 UA', '000000001', 'none'],
    ['ABCDEFGHIJ RATA', 'ABCDEFGHIJ', 'much'],
    ['1ABCDEFGHI RATA', '1ABCDEFGHI', 'none'],
    ['1h7fues9 oshab', '1H7FUES9', 'much'],
    ['1h7fues9\noshab', '1H7FUES9OSHAB', 'much'],
    ['1h7fues9\nOSHAB', '1H7FUES9', 'some'],
    ['1H7FUES9\noshab', '1H7FUES9', 'some'],
    ['1h7fues9\noshabc', '1H7FUES9', 'some'],
    ['00000000\nabcde', '00000000', 'some'],
    // The rest of the code, or the number of something else.
    ['00000 00034', '0000000034', 'much'],
    ['00000\n00034', '0000000034', 'some'],
    ['000000003\n4', '0000000034', 'some'],
    ['0000000034 12', '0000000034', 'much'],
    ['0000000034\n12', '000000003412', 'much'],
    ['0000000034 123456', '0000000034', 'much'],
    ['0000000034 123456-', '0000000034', 'much'],
    ['0000000034 1234567', '0000000034', 'some'],
    ['000000003 12345678', '000000003', 'much'],
    ['0000000034\n1234567', '0000000034', 'some'],
    ['0000000034 12345678901234567890', '0000000034', 'none'],
    // A dash shows that the code goes on.
    [' 0000000034', '0000000034', 'some'],
    ['08-00- 17-94244', '08-00-17-94244', 'some'],
    ['08-00 -17-94244', '08-00-17-94244', 'some'],
    // What was doubtful stays so.
    ['00000 00034 RATA', '0000000034', 'much'],
    ['00000 00034 A', '0000000034', 'much'],
    ['08-00- 17 RATA', '08-00-17', 'some'],
    ['00000\n00034 12', '0000000034', 'much'],
    // Dates, times, amounts, tags, words with numbers.
    ['0000000034 2024-09-01', '0000000034', 'none'],
    ['00000 12/09/2024', '00000', 'none'],
    ['00000 12/9/2024', '00000', 'none'],
    ['00000 1234/50', '00000', 'none'],
    ['00000 12345/50', '0000012345', 'much'],
    ['00000 1234/A', '000001234', 'much'],
    ['00000 09:30', '00000', 'none'],
    ['00000 12345:30', '0000012345', 'much'],
    ['00000 12:A', '0000012', 'much'],
    ['00000 12345,50', '00000', 'none'],
    ['00000 12345.50', '00000', 'none'],
    ['00000 12 /34', '0000012', 'much'],
    ['000 RI3:X', '000', 'none'],
    ['000 ABCD1:X', '000', 'none'],
    ['000 ABCDE1:X', '000ABCDE1', 'much'],
    ['000 RI33:X', '000RI33', 'much'],
    ['000 RI3/X', '000RI3', 'much'],
    ['0000 TRN12', '0000', 'none'],
    ['000 TRN12', '000TRN12', 'much'],
    ['0000-A TRN1', '0000-ATRN1', 'much'],
    ['S123456789 TRN12', 'S123456789', 'none'],
    ['S123456789 1TRN', 'S123456789', 'much'],
    ['ABCDEFGHI1 TRN1', 'ABCDEFGHI1', 'none'],
    ['00000ABCD1 TRN1', '00000ABCD1', 'much'],
    ['000000000-A TRN1', '000000000-A', 'much'],
    // The end of it all.
    ['0000000034', '0000000034', 'none'],
    ['0000000034/ABC', '0000000034', 'none'],
    ['', '', 'none'],
  ])('%j is %s, in doubt: %s', (written, code, doubt) => {
    expect(read(`2024-07-26AB-${written}`)).toEqual([code, doubt]);
  });

  it('goes on where a line of thirty-five is full', () => {
    expect(read('2024-07-26AB-00000 00034', 'X'.repeat(17))).toEqual(['0000000034', 'some']);
    expect(read('2024-07-26AB-0000000034 12', 'X'.repeat(12))).toEqual(['000000003412', 'some']);
    expect(read('2024-07-26AB-00000 00034', 'X'.repeat(16))).toEqual(['0000000034', 'much']);
  });

  it('ends before the IUF would have more than thirty-five characters', () => {
    expect(read('2024-07-26UNCRITMM-0000000034 123456')).toEqual(['0000000034', 'much']);
    expect(read('2024-07-26UNCRITMM-0000000034\n1234567')).toEqual(['0000000034', 'none']);
    expect(read('2024-07-26UNCRITMM-0000000034\n123456-')).toEqual(['0000000034123456-', 'much']);
  });

  it.each([
    ['2018-12-31', 'S01:30', 'S01:30'],
    ['2018-12-31', 'S01.3X', 'S01.3X'],
    ['2018-12-31', 'S01:SEC', 'S01'],
    ['2018-12-31', 'S01/30', 'S01'],
    ['2018-12-31', 'S01 :30', 'S01'],
    ['2018-12-31', 'S01: 30', 'S01'],
    ['2018-12-31', 'S01:30 :40', 'S01:30'],
    ['2019-01-01', 'S01:30', 'S01'],
    ['2024-07-26', 'S01.30', 'S01'],
  ])('of %s has colons and dots only until 2018: %s is %s', (day, written, code) => {
    for (const before of ['', '/', 'PUR/URI/']) expect(read(`${day}AB-${written}`, before)[0]).toBe(code);
  });

  it.each([
    ['0E0JHIC0WV60G', true],
    ['1H7FUES9OSHAB', true],
    ['00001U', true],
    ['000001U', false],
    ['000000001U', false],
    ['S000001U', true],
    ['000001UX', true],
    ['123456', false],
    ['ABC', false],
    ['S2024072601', false],
  ])('%s is a number in base 36: %s', (code, is) => {
    expect(isMixed(code)).toBe(is);
  });

  it.each([
    ['UNCRITMM', 'AB-1234567', 'AB-1234567'],
    ['UNCRITM1', 'AB-1234567', 'AB-1234567'],
    ['UNCRITMMXXX', 'AB-1234567', 'AB-1234567'],
    ['PPAYITR1X2X', 'AB-1234567', 'AB-1234567'],
    ['ABI03069', 'AB-1234567', 'AB-1234567'],
    ['BIC03069', 'AB-1234567', 'AB-1234567'],
    ['88888888888', 'AB-1234567', 'AB-1234567'],
    ['NODO', 'DOC-DEV-0000000001', '0000000001'],
    ['NODO', 'DOC-DEV-08-0000000001', '0000000001'],
    ['NODO', 'DOC_A-1', '1'],
    ['NODO', '1-DOC-2', '1-DOC-2'],
    ['NODO', '0000000001', '0000000001'],
    ['UNCRITMMX', 'AB-1234567', '1234567'],
    ['XUNCRITMM', 'AB-1234567', '1234567'],
    ['UNCRITM', 'AB-1234567', '1234567'],
    ['1NCRITMM', 'AB-1234567', '1234567'],
    ['ABI0306', 'AB-1234567', '1234567'],
    ['ABI030691', 'AB-1234567', '1234567'],
    ['8888888888', 'AB-1234567', '1234567'],
  ])('of the PSP %s is, in %s, %s', (psp, rest, code) => {
    const squeezed = `/2024-07-26${psp}-${rest}/`;
    expect(codeIn(squeezed, 1, 12 + psp.length, squeezed.length - 1)).toBe(code);
  });
});
