import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personCheckLetter } from '../../../../src/shared/domain/codice-fiscale.ts';
import type { Day } from '../../../../src/shared/domain/day.ts';
import {
  ageOf,
  flawOfFiscalCode,
  plainFiscalCode,
} from '../../../../src/shared/domain/message/fiscal-code.ts';
import { readDay, readDue, readRata } from '../../../../src/shared/domain/message/list-values.ts';
import { flawOfNotice, noticeOfIuv } from '../../../../src/shared/domain/message/notice-number.ts';

const withCheck = (first15: string): string => first15 + personCheckLetter(first15);

describe('a codice fiscale', () => {
  it.each([
    [' rssmra85t10a562s ', null],
    ['RSS MRA 85T10\u00a0A562S\u200b', null],
    ['RSSMRA80A01H5LMX', null],
    ['RSSMRAULALMHRLMD', null],
    ['RSSMRA85T10A562T', { code: 'cf-check', value: 'RSSMRA85T10A562T', expected: 'S' }],
    ['01234567897', { code: 'cf-numeric', value: '01234567897' }],
    ['1234567897', { code: 'cf-numeric', value: '1234567897' }],
    ['', { code: 'cf-missing' }],
    ['Anonimo', { code: 'cf-anonymous', value: 'ANONIMO' }],
    ['RSSMRA85T10A562', { code: 'cf-length', value: 'RSSMRA85T10A562', length: 15 }],
    ['RSSMRA85TIOA562S', { code: 'cf-shape', value: 'RSSMRA85TIOA562S', proposed: 'RSSMRA85T10A562S' }],
    ['RSSMRA85X10A562S', { code: 'cf-shape', value: 'RSSMRA85X10A562S', proposed: null }],
    ['AAAAAA00A00A000I', { code: 'cf-birth', value: 'AAAAAA00A00A000I' }],
  ])('%s', (written, flaw) => {
    expect(flawOfFiscalCode(plainFiscalCode(written))).toEqual(flaw);
  });

  it('of the 29 February is right when one of the two years had one', () => {
    // 2000 had one, 1900 had none; neither 1901 nor 2001 had.
    expect(flawOfFiscalCode(withCheck('RSSMRA00B29H501'))).toBeNull();
    expect(flawOfFiscalCode(withCheck('RSSMRA01B29H501'))?.code).toBe('cf-birth');
  });

  it('tells the age, of the younger of two', () => {
    expect(ageOf('RSSMRA85T10A562S', '2026-12-09' as Day)).toBe(40);
    expect(ageOf('RSSMRA85T10A562S', '2026-12-10' as Day)).toBe(41);
    expect(ageOf('RSSMRA15T50A562S', '2026-06-01' as Day)).toBe(10);
  });
});

describe('a numero avviso', () => {
  it.each([
    ['301000000000012373', null],
    ['312202500000001771', null],
    ['348000000000000164', null],
    ['101000000000012399', null],
    ['301000000000012374', { code: 'notice-check', value: '301000000000012374', expected: '73' }],
    ['901000000000012373', { code: 'notice-shape', value: '901000000000012373' }],
    ['30100000000001237', { code: 'notice-shape', value: '30100000000001237' }],
  ])('%s', (value, flaw) => {
    expect(flawOfNotice(value)).toEqual(flaw);
  });

  it('is made of an IUV of 17 digits when the check digits agree', () => {
    expect(noticeOfIuv('01000000000012373')).toBe('301000000000012373');
    expect(noticeOfIuv('01000000000012374')).toBeNull();
    expect(noticeOfIuv('010000000000123')).toBeNull();
  });
});

describe('an amount to pay', () => {
  it.each([
    ['19,99', 'comma', 1999],
    ['1.234,56', 'comma', 123_456],
    ['€ 64,10', 'comma', 6410],
    ['64,1', 'comma', 6410],
    ['1234.56', 'dot', 123_456],
    ['6410', 'cents', 6410],
    ['1.234', 'comma', 123_400],
    ['1.234,56', null, 123_456],
    ['1234.56', null, 123_456],
  ] as const)('%s, %s', (text, decimals, cents) => {
    expect(readDue({ text }, decimals, null)).toEqual({ ok: true, value: cents });
  });

  it('that a spreadsheet kept in binary loses no cent', () => {
    for (const number of [8.2, 64.1, 19.99, 1.15])
      expect(readDue({ text: String(number), number }, 'comma', null)).toEqual({
        ok: true,
        value: Math.round(number * 100),
      });
  });

  it.each([
    ['0', 'comma', 'amount-zero'],
    ['0,00', 'comma', 'amount-zero'],
    ['-5,00', 'comma', 'amount-negative'],
    ['12,345', 'comma', 'amount-decimals'],
    ['abc', 'comma', 'amount-not-a-number'],
    ['1.234', null, 'amount-ambiguous'],
    ['64,10', 'cents', 'amount-decimals'],
    ['10.000,01', 'comma', 'amount-over-cap'],
  ] as const)('%s, %s: %s', (text, decimals, code) => {
    expect(readDue({ text }, decimals, 1_000_000)).toMatchObject({
      ok: false,
      problem: { code, value: text },
    });
  });

  it('is read as it is written, whatever the sum', () => {
    assert(
      property(integer({ min: 1, max: 9_999_999_999 }), (sum) => {
        const text = `${Math.floor(sum / 100).toLocaleString('it-IT')},${String(sum % 100).padStart(2, '0')}`;
        expect(readDue({ text }, 'comma', null)).toEqual({ ok: true, value: sum });
      }),
    );
  });
});

describe('a day', () => {
  it.each([
    ['46189', 'dmy', '2026-06-16'],
    ['16-06-26', 'dmy', '2026-06-16'],
    ['16/12/2026 00:00:00', 'dmy', '2026-12-16'],
    ['20261216', 'dmy', '2026-12-16'],
    ['2026-12-16T22:59:59Z', 'dmy', '2026-12-16'],
    ['12/16/2026', 'mdy', '2026-12-16'],
    ['16/12/2026', null, '2026-12-16'],
  ] as const)('%s, %s', (text, order, day) => {
    expect(readDay(text, order)).toEqual({ ok: true, value: day });
  });

  it.each([
    ['31/02/2026', 'dmy', 'due-impossible'],
    ['12/16/2026', 'dmy', 'due-american'],
    ['03/04/2026', null, 'due-ambiguous'],
    ['a fine mese', 'dmy', 'due-unreadable'],
  ] as const)('%s, %s: %s', (text, order, code) => {
    expect(readDay(text, order)).toEqual({ ok: false, problem: { code, value: text } });
  });
});

describe('a rata', () => {
  it.each([
    ['', { kind: 'unica' }],
    ['Rata unica', { kind: 'unica' }],
    ['0', { kind: 'unica' }],
    ['1', { kind: 'rata', n: 1, of: null }],
    ['2/4', { kind: 'rata', n: 2, of: 4 }],
    ['Rata n. 3', { kind: 'rata', n: 3, of: null }],
    ['rata 1 di 3', { kind: 'rata', n: 1, of: 3 }],
    ['2a rata', { kind: 'rata', n: 2, of: null }],
    ['Seconda rata', { kind: 'rata', n: 2, of: null }],
    ['ENTRO30', null],
    ['5/3', null],
  ])('%s', (text, rata) => {
    expect(readRata(text)).toEqual(rata);
  });
});
