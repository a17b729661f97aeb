import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personCheckLetter } from '../../../../src/shared/domain/codice-fiscale.ts';
import type { Day, DayOrder } from '../../../../src/shared/domain/day.ts';
import type { Decimals } from '../../../../src/shared/domain/euro.ts';
import {
  ageOf,
  flawOfFiscalCode,
  plainFiscalCode,
} from '../../../../src/shared/domain/message/fiscal-code.ts';
import { decimalChoices } from '../../../../src/shared/domain/message/list-proposal.ts';
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

  it.each([
    ['ANONIMA', { code: 'cf-anonymous', value: 'ANONIMA' }],
    ['XANONIMO', { code: 'cf-length', value: 'XANONIMO', length: 8 }],
    ['ANONIMOX', { code: 'cf-length', value: 'ANONIMOX', length: 8 }],
    ['A1234567897', { code: 'cf-length', value: 'A1234567897', length: 11 }],
    ['1234567897A', { code: 'cf-length', value: '1234567897A', length: 11 }],
    ['1234567898', { code: 'cf-length', value: '1234567898', length: 10 }],
    [withCheck('RSSMRA80A41H501'), null],
    [withCheck('RSSMRA80A71H501'), null],
    [withCheck('RSSMRA80A40H501'), { code: 'cf-birth', value: withCheck('RSSMRA80A40H501') }],
    [withCheck('RSSMRA80A72H501'), { code: 'cf-birth', value: withCheck('RSSMRA80A72H501') }],
  ])('%s is judged: %j', (written, flaw) => {
    expect(flawOfFiscalCode(written)).toEqual(flaw);
  });

  it.each([
    ['ROSMRA80A01H501', 1, '0'],
    ['RISMRA80A01H501', 1, '1'],
    ['RSSMRA80A01H501', 6 + 1, 'O'],
    ['RSSMRA81A01H501', 7, 'I'],
    ['RSSMRA00B29H501', 7, 'O'],
  ])('%s with one character that looks like another is mended', (first, place, wrong) => {
    const right = withCheck(first);
    const written = right.slice(0, place) + wrong + right.slice(place + 1);
    expect(flawOfFiscalCode(written)).toEqual({ code: 'cf-shape', value: written, proposed: right });
  });

  it('that would be of nobody is not proposed', () => {
    expect(flawOfFiscalCode('AAAAAAO0A00A000I')).toMatchObject({ code: 'cf-shape', proposed: null });
    expect(flawOfFiscalCode('ROSMRAO0A01H501A')).toMatchObject({ code: 'cf-shape', proposed: null });
  });

  it('tells the age from the day of birth on, and none of a code without one', () => {
    expect(ageOf(withCheck('RSSMRA15A01H501'), '2015-01-01' as Day)).toBe(0);
    expect(ageOf(withCheck('RSSMRA15A01H501'), '2014-12-31' as Day)).toBe(99);
    expect(ageOf(withCheck('RSSMRA15A32H501'), '2026-01-01' as Day)).toBeNull();
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

const kept = (number: number) => readDue({ text: ' 1 ', number }, null, null);

describe('how a list may write', () => {
  it.each<[string, Decimals | null, number | string]>([
    [' 12,50 ', 'comma', 1250],
    ['12.50', 'dot', 1250],
    ['12,50', null, 1250],
    ['0,01', 'comma', 1],
    ['99.999.999,99', 'comma', 9_999_999_999],
    ['100.000.000,00', 'comma', 'amount-over-cap'],
    ['0,00', 'comma', 'amount-zero'],
    ['-0,01', 'comma', 'amount-negative'],
    ['1.234', null, 'amount-ambiguous'],
    ['+ 1.234', null, 'amount-ambiguous'],
    ['1,234 -', null, 'amount-ambiguous'],
    ['12,345', null, 'amount-ambiguous'],
    ['123,456', null, 'amount-ambiguous'],
    ['1234,567', null, 'amount-decimals'],
    ['1.234,567', null, 'amount-decimals'],
    ['12,345', 'comma', 'amount-decimals'],
    ['12,3456', null, 'amount-decimals'],
    ['- 12,345', 'comma', 'amount-decimals'],
    ['12,345-', 'comma', 'amount-decimals'],
    ['€ 12,345', 'comma', 'amount-decimals'],
    ["1'234,567", 'comma', 'amount-decimals'],
    ['abc', 'comma', 'amount-not-a-number'],
    ['12,345 al mese', 'comma', 'amount-not-a-number'],
    ['n. 12,345', 'comma', 'amount-not-a-number'],
    ['12-345', 'comma', 'amount-not-a-number'],
    ['', 'comma', 'amount-not-a-number'],
  ])('the amount %j, with decimals %s: %s', (text, decimals, expected) => {
    const read = readDue({ text }, decimals, null);
    expect(read.ok ? read.value : read.problem.code).toBe(expected);
  });

  it('the amount that a spreadsheet keeps', () => {
    expect(kept(8.2)).toEqual({ ok: true, value: 820 });
    expect(kept(8.205)).toEqual({ ok: false, problem: { code: 'amount-decimals', value: '1' } });
    expect(readDue({ text: '10,01' }, 'comma', 1000)).toMatchObject({
      problem: { code: 'amount-over-cap', cents: 1001, cap: 1000 },
    });
    expect(readDue({ text: '10,00' }, 'comma', 1000)).toMatchObject({ ok: true });
  });

  it.each<[string, DayOrder | null, string]>([
    ['36526', 'dmy', '2000-01-01'],
    ['46189', 'dmy', '2026-06-16'],
    ['73415', 'dmy', '2100-12-31'],
    ['73416', 'dmy', 'due-unreadable'],
    ['36525', 'dmy', 'due-unreadable'],
    ['a46189', 'dmy', 'due-unreadable'],
    ['461890', 'dmy', 'due-unreadable'],
    ['046189', 'dmy', 'due-unreadable'],
    ['46189.5', 'dmy', 'due-unreadable'],
    ['16/06/2026', null, '2026-06-16'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['03/04/2026', null, 'due-ambiguous'],
    ['03/03/2026', null, '2026-03-03'],
    ['12/16/2026', 'dmy', 'due-american'],
    ['12/16/2026', null, 'due-american'],
    ['16/12/2026', 'mdy', 'due-impossible'],
    ['31/02/2026', 'dmy', 'due-impossible'],
    ['31/02', 'dmy', 'due-unreadable'],
    ['giugno 2026', 'dmy', 'due-unreadable'],
    ['2026', 'dmy', 'due-unreadable'],
    ['', 'dmy', 'due-unreadable'],
  ])('the day %j, in the order %s: %s', (value, order, expected) => {
    const read = readDay(value, order);
    expect(read.ok ? read.value : read.problem.code).toBe(expected);
  });

  it.each([
    ['', 'unica'],
    ['0', 'unica'],
    ['000', 'unica'],
    ['U', 'unica'],
    [' Rata  unica ', 'unica'],
    ['SOLUZIONE UNICA', 'unica'],
    ['soluzione unica bis', null],
    ['prima', '1'],
    ['Prima rata', '1'],
    ['terza', '3'],
    ['sesta', '6'],
    ['primavera', null],
    ['2', '2'],
    ['02', '2'],
    ['12', '12'],
    ['123', null],
    ['rata 2', '2'],
    ['rata2', '2'],
    ['Rata   2', '2'],
    ['n. 2', '2'],
    ['n.2', '2'],
    ['n2', '2'],
    ['rata n° 2', '2'],
    ['2ª', '2'],
    ['2 ª rata', '2'],
    ['2rata', '2'],
    ['2 rata', '2'],
    ['2/4', '2 di 4'],
    ['2 / 04', '2 di 4'],
    ['rata 2 di 12', '2 di 12'],
    ['2su4', '2 di 4'],
    ['4/4', '4 di 4'],
    ['5/4', null],
    ['0/4', null],
    ['2/4 x', null],
    ['x2', null],
  ])('the part of a debt %j: %s', (text, expected) => {
    const read = readRata(text);
    const said = read?.kind === 'rata' ? `${read.n}${read.of === null ? '' : ` di ${read.of}`}` : read?.kind;
    expect(said ?? null).toBe(expected);
  });

  it.each([
    ['1234', ['comma', 'cents']],
    ['€ 12', ['comma', 'cents']],
    ['12 €', ['comma', 'cents']],
    ['1.234', ['comma', 'dot']],
    ['1,234', ['comma', 'dot']],
    ['1 €', ['comma', 'cents']],
  ])('the amount %s leaves open whether it has %j', (example, choices) => {
    expect(decimalChoices(example)).toEqual(choices);
  });
});
