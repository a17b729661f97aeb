import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noKnownIufs, readCausale } from '../../../../src/shared/domain/causale.ts';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';

const sample = readFileSync(new URL('rendicontazione.txt', import.meta.url), 'latin1');
const records = sample.split('\r\n').slice(0, -1);
const told = (lines: readonly string[], end = '\r\n') => tell(lines.join(end), 'x.txt');
const with62 = (change: (record: string) => string) =>
  told(records.map((record, i) => (i === 2 ? change(record) : record)));
const put = (record: string, from: number, text: string) =>
  `${record.slice(0, from - 1)}${text}${record.slice(from - 1 + text.length)}`;

describe('balances and movements of CBI', () => {
  it('are read as the sample says', () => {
    const { said, expected } = sampleAndExpected(new URL('.', import.meta.url), 'rendicontazione.txt');
    expect(said).toEqual(expected);
  });

  it('have records of 120 characters', () => {
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([120]));
  });

  it.each([
    ['without the blanks at the end of lines', records.map((record) => record.trimEnd()), '\n'],
    ['without the first blank', records.map((record) => record.slice(1)), '\r\n'],
    ['without line breaks', records, ''],
  ])('say the same %s', (_, lines, end) => {
    expect(told(lines, end).canonical).toBe(tell(sample, 'x.txt').canonical);
  });

  it('give the words of the transfer whole, also when they were wrapped over two records', () => {
    const iufs = tell(sample, 'x.txt')
      .movimenti.slice(0, 2)
      .map((movimento) => readCausale(movimento, noKnownIufs).iuf);
    expect(iufs).toEqual(['2026-03-11BINVIT9X-0000000001', '2026-03-11BINVIT9X-0000000002']);
  });

  it('are refused when they were cut: the last record is missing', () => {
    expect(told(records.slice(0, -1)).problem).toEqual({ code: 'incomplete-file' });
    expect(told([...records.slice(0, -1), ...records]).problem).toEqual({ code: 'incomplete-file' });
  });

  it('may be several in one file', () => {
    const { problem, movimenti } = told([...records, ...records]);
    expect([problem, movimenti.length]).toEqual([null, 8]);
    // The second time they are as many movements again.
    expect(movimenti[4]?.numero).toBe(`${movimenti[0]?.numero}-2`);
  });

  it('tell when records got lost on the way', () => {
    const { warnings } = told(records.toSpliced(6, 3));
    expect(warnings).toContainEqual({
      code: 'counts-disagree',
      field: 'numero record',
      stated: 17,
      found: 14,
    });
  });

  it('add up: what the balances say is compared with the movements, unless a row was refused', () => {
    expect(tell(sample, 'x.txt').warnings).toEqual([
      { code: 'totals-disagree', field: 'saldo contabile', statedCents: 230_000, foundCents: 230_590 },
    ]);
  });

  it.each([
    [
      'sign',
      (record: string) => put(record, 26, 'X'),
      { code: 'invalid-value', field: 'segno (posizioni 26-26)' },
    ],
    ['amount', (record: string) => put(record, 27, '000001250E4,00'), { code: 'invalid-amount' }],
    ['amount', (record: string) => put(record, 27, '000000000000,00'), { code: 'invalid-amount' }],
    ['day', (record: string) => put(record, 20, '320326'), { code: 'invalid-day', value: '32/03/26' }],
  ])('refuse a movement with a bad %s, at its line', (_, change, refused) => {
    const { refusedRows, movimenti } = with62(change);
    expect(refusedRows[0]).toMatchObject({ row: 3, ...refused });
    expect(movimenti).toHaveLength(3);
  });

  it('cannot be added up in another currency', () => {
    const foreign = records.map((record, i) => (i === 1 ? put(record, 75, 'CHF') : record));
    const { refusedRows, movimenti } = told(foreign);
    expect(refusedRows.map(({ field }) => field)).toContain('divisa (posizioni 75-77)');
    expect(movimenti).toHaveLength(1);
  });
});
