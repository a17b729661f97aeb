import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/main/exports/csv.ts';
import { refusedRowsFile } from '../../../src/main/exports/refused-rows.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('a CSV file', () => {
  it.each(['=', '+', '-', '@', '\t', '\r'])('has no cell that a spreadsheet would run: %j', (mark) => {
    expect(textOf(csvOf([[`${mark}cmd`]])).replaceAll('"', '')).toBe(`\u{feff}'${mark}cmd\r\n`);
  });

  it('keeps separators, quotes and line breaks inside their cell', () => {
    expect(textOf(csvOf([['a;b', 'c"d', 'e\r\nf', 7]]))).toBe('\u{feff}"a;b";"c""d";"e\r\nf";7\r\n');
  });
});

it.each([
  ['fdr.xml', 'fdr.xml-righe-scartate.csv'],
  ['carte.zip/marzo/è così.xml', 'carte.zip-marzo-è così.xml-righe-scartate.csv'],
  ['../../etc/passwd', '-..-etc-passwd-righe-scartate.csv'],
  ['a:b*c?"<>|\u0000\n.xml', 'a-b-c-------.xml-righe-scartate.csv'],
  ['...', 'documento-righe-scartate.csv'],
])('the file of the refused lines of %j has a name that every system can write', (document, name) => {
  expect(refusedRowsFile(document, []).name).toBe(name);
});
