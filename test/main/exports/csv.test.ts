import { describe, expect, it } from 'vitest';
import { csvLine, csvOf } from '../../../src/main/exports/csv.ts';
import { found } from '../../trust/figures.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('a CSV file', () => {
  it.each([
    '=1+1',
    '+39',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tqualcosa',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    '  =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '"=1',
    '=HYPERLINK("http://x";"y")',
  ])('H35 has no cell that a spreadsheet would run: %j', (text) => {
    const quoted = text.replaceAll('"', '""');
    expect(csvLine([text])).toBe(text.startsWith('"') ? `"${quoted}"\r\n` : `"'${quoted}"\r\n`);
    found('H35', 'CSV: nessuna cella che un foglio eseguirebbe');
  });

  it('sees a formula behind a character that is not written', () => {
    expect(csvLine(['\u0000=1', '\u001b-1', 'a\u0000b'])).toBe(`"'=1";"'-1";"ab"\r\n`);
  });

  it.each([
    [-1250, '-12,50'],
    [0, '0,00'],
    [5, '0,05'],
    [-5, '-0,05'],
    [123456789, '1234567,89'],
  ])('leaves the amount of %i cents a number', (cents, told) => {
    expect(csvLine([{ cents }, -7])).toBe(`${told};-7\r\n`);
  });

  it('keeps separators, quotes and line breaks inside their cell, and begins with the mark of Excel', () => {
    expect(textOf(csvOf([['a;b', 'c"d', 'e\r\nf', 7, null, ''], ['è']]))).toBe(
      '\u{feff}"a;b";"c""d";"e\r\nf";7;;""\r\n"è"\r\n',
    );
  });
});
