import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bareAmount,
  cents,
  centsOfNumber,
  formatEuro,
  parseAmount,
  parseAmountAs,
  parseItalianAmount,
  type Decimals,
  sumCents,
} from '../../../src/shared/domain/euro.ts';

const anyCents = fc.integer({ min: -1e14, max: 1e14 }).map((n) => cents(n));

describe('an amount in an XML document', () => {
  test.each([
    ['12.50', 1250],
    ['22', 2200],
    ['218.4', 21840],
    ['38.73', 3873],
    ['0.01', 1],
    ['+5.00', 500],
    ['-5.10', -510],
    ['-0.00', 0],
    ['007.10', 710],
    ['1000.00000000000', 100000],
    ['999999999999.99', 99999999999999],
    ['1.005000', null],
    ['1000.005', null],
    ['1e3', null],
    ['0x10', null],
    ['NaN', null],
    ['Infinity', null],
    ['', null],
    [' 1.00', null],
    ['1.00\n', null],
    ['1.', null],
    ['.5', null],
    ['--1', null],
    ['1,00', null],
    ['1.234,56', null],
    ['999999999999999.99', null],
    ['1234567890123456', null],
    ['١٢', null],
  ])('%j reads as %j cents', (text, expected) => {
    expect(parseAmount(text)).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-amount', value: text } }
        : { ok: true, value: expected },
    );
  });

  it('keeps every cent that is written with a dot', () => {
    fc.assert(
      fc.property(anyCents, fc.nat(5), (amount, zeros) => {
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const text = `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(zeros)}`;
        expect(parseAmount(text)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('an amount written by a person', () => {
  test.each([
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1234,5', 123450],
    ['1234.5', 123450],
    ['+12,00', 1200],
    ['-12,00', -1200],
    ['\u221212,00', -1200],
    ['€ 12,00', 1200],
    ['12,00\u00a0€', 1200],
    ['-\u00a01.234,56 €', -123456],
    ['1 234,56', 123456],
    ['1\u202f234\u202f567,8', 123456780],
    ['1.234.567', 123456700],
    ['1,234,567.00', 123456700],
    ['1234', 123400],
    ['1234,500', 123450],
    ['0', 0],
    ['1,234', null],
    ['1.234', null],
    ['0,500', null],
    ['12,345', null],
    ['1234,567', null],
    ['1.23,45', null],
    ['12.34.56', null],
    ['12 345,6', 1234560],
    ['100,234.50', 10023450],
    ['100.234.567', 10023456700],
    ['100,234,567', 10023456700],
    ['123,456', null],
    ['1 2345', null],
    ['12 1 234,00', null],
    ['1.2345,00', null],
    ['5 1.234,00', null],
    ['1\u00a0 234,00', 123400],
    ['0'.repeat(40), 0],
    ['0'.repeat(41), null],
    ['1,234,56', null],
    ['12 34', null],
    [',5', null],
    ['5,', null],
    ['€', null],
    ['', null],
    ['1e3', null],
    ['- -1', null],
    ['12€00', null],
    ['9'.repeat(41), null],
  ])('%j reads as %j cents', (text, expected) => {
    expect(parseItalianAmount(text)).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-amount', value: text } }
        : { ok: true, value: expected },
    );
  });

  it('reads back whatever is shown', () => {
    fc.assert(
      fc.property(anyCents, (amount) => {
        expect(parseItalianAmount(formatEuro(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe('an amount of a list that is known to write it so', () => {
  test.each<[Decimals, string, number | null]>([
    ['comma', '1.234,56', 123456],
    ['comma', "1'234,5", 123450],
    ['comma', '1 234', 123400],
    ['comma', '1.234', 123400],
    ['comma', ',5', 50],
    ['comma', '5', 500],
    ['comma', '12,00-', -1200],
    ['comma', '12,00 +', 1200],
    ['comma', '-12,00', -1200],
    ['comma', '+ 12,00', 1200],
    ['comma', '\u221212,00 EUR', -1200],
    ['comma', 'eur 12,00', 1200],
    ['comma', '12,00€', 1200],
    ['comma', '12,005', null],
    ['comma', '1,234.56', null],
    ['comma', '12.34', null],
    ['comma', '1.234.56', null],
    ['comma', '5,', null],
    ['comma', '', null],
    ['comma', '-', null],
    ['comma', 'NEUR 12', null],
    ['comma', '12 EURO', null],
    ['dot', '1,234.56', 123456],
    ['dot', '1 234.5', 123450],
    ['dot', '.05', 5],
    ['dot', '1.234,56', null],
    ['dot', '12,34', null],
    ['cents', '123456', 123456],
    ['cents', '5', 5],
    ['cents', '50', 50],
    ['cents', '500-', -500],
    ['cents', '-500', -500],
    ['cents', '000123456', 123456],
    ['cents', '12,34', null],
    ['cents', '12.34', null],
    ['cents', '', null],
    ['comma', '0'.repeat(40), 0],
    ['comma', '0'.repeat(41), null],
  ])('with %s %j reads as %j cents', (decimals, text, expected) => {
    expect(parseAmountAs(text, decimals)).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-amount', value: text } }
        : { ok: true, value: expected },
    );
  });

  it('is taken bare of the sign of the euro and of odd blanks', () => {
    expect(bareAmount('\u00a0€ 1 \u202f234,00\n')).toBe('1 234,00');
    expect(bareAmount('\u22121 \u22122')).toBe('-1 -2');
    expect(bareAmount('1,00EUR')).toBe('1,00EUR');
    expect(bareAmount('1€2')).toBe('1 2');
  });
});

describe('an amount shown to a person', () => {
  test.each([
    [0, '0,00\u00a0€'],
    [5, '0,05\u00a0€'],
    [-5, '-0,05\u00a0€'],
    [99999, '999,99\u00a0€'],
    [100000, '1.000,00\u00a0€'],
    [123456789, '1.234.567,89\u00a0€'],
    [-100000000, '-1.000.000,00\u00a0€'],
  ])('%d cents reads %j', (amount, expected) => {
    expect(formatEuro(cents(amount))).toBe(expected);
  });
});

describe('cents', () => {
  it('are whole: a fraction is a defect', () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
  });

  it('know one zero only', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  it('add up exactly, and a sum beyond the integers is a defect', () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([cents(10), cents(20), cents(-5)])).toBe(25);
    const most = cents(Number.MAX_SAFE_INTEGER);
    expect(() => sumCents([most, most])).toThrow(RangeError);
  });
});

describe('an amount that a spreadsheet keeps as a number', () => {
  test.each([
    [12.3, 1230],
    [0.1 + 0.2, 30],
    [1.1 * 3, 330],
    [-0.01, -1],
    [-0, 0],
    [0, 0],
    [1.005, null],
    [0.001, null],
    [1234567.89, 123456789],
    [999_999_999.99, 99_999_999_999],
    [1e15, null],
    [1e21, null],
    [NaN, null],
    [Infinity, null],
    [-Infinity, null],
  ])('%d', (number, expected) => {
    expect(centsOfNumber(number)).toMatchObject(
      expected === null ? { ok: false, problem: { code: 'invalid-amount' } } : { ok: true, value: expected },
    );
  });

  it('is exact for every amount that was written with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (whole) => {
        const read = centsOfNumber(whole / 100);
        expect(read.ok ? read.value : null).toBe(whole + 0);
      }),
    );
  });
});
