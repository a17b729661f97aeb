import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applicationCodesOf,
  areDigits,
  classifyIuv,
  isValidRf,
  iuvOfNotice,
  makeIuvAux0,
  makeIuvAux3,
  makeRf,
} from '../../../src/shared/domain/iuv.ts';

const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));

describe('a numero avviso', () => {
  test.each([
    ['301000000000012345', '01000000000012345'],
    ['101000000000012345', '01000000000012345'],
    ['201000000000012345', '01000000000012345'],
    ['001123456789012345', '123456789012345'],
    ['401000000000012345', null],
    ['30100000000001234', null],
    ['30100000000001234X', null],
  ])('%s contains the IUV %s', (notice, iuv) => {
    expect(iuvOfNotice(notice)).toBe(iuv);
  });
});

describe('the shape of an IUV', () => {
  test.each([
    ['340105455507221', { shape: 'aux-0', valid: true, applicationCodes: ['01', '94'] }],
    ['154340602921782', { shape: 'aux-0', valid: true, applicationCodes: ['02', '95'] }],
    ['181170560898637', { shape: 'aux-0', valid: true, applicationCodes: ['01', '94'] }],
    ['123456789112345', { shape: 'aux-0', valid: true, applicationCodes: ['14'] }],
    ['999999999999999', { shape: 'aux-0', valid: false, applicationCodes: [] }],
    ['22200280521093906', { shape: 'aux-123', valid: true, segregation: '22' }],
    ['10000000000000001', { shape: 'aux-123', valid: false, segregation: null }],
    ['9876096598656344', { shape: 'other', valid: false }],
    ['RF45w9', { shape: 'rf', valid: true }],
    ['RF18539007547034', { shape: 'rf', valid: true }],
    ['RF71181370001T00200000003', { shape: 'rf', valid: true }],
    ['RF05202160003AAA100000001', { shape: 'rf', valid: true }],
    ['RF23567483937849450550875', { shape: 'rf', valid: false }],
    ['RF65181370001C00100000014', { shape: 'rf', valid: false }],
    ['RF18123456789012345', { shape: 'rf', valid: false }],
    ['RF000000000000000', { shape: 'rf', valid: false }],
    ['322200280521093906', { shape: 'notice', valid: false, iuv: '22200280521093906' }],
    ['922200280521093906', { shape: 'other', valid: false }],
    ['COMUNEDIROMA', { shape: 'other', valid: false }],
    ['RF', { shape: 'other', valid: false }],
    ['XRF45w9', { shape: 'other', valid: false }],
    ['RF45w9-', { shape: 'other', valid: false }],
    [`RF45${'0'.repeat(21)}`, { shape: 'rf', valid: false }],
    [`RF45${'0'.repeat(22)}`, { shape: 'other', valid: false }],
    ['20000000000000133', { shape: 'aux-123', valid: false, segregation: null }],
    ['3222002805210939061', { shape: 'other', valid: false }],
    ['', { shape: 'other', valid: false }],
  ])('of %s', (iuv, expected) => {
    expect(classifyIuv(iuv)).toEqual(expected);
  });
});

describe('a text of digits', () => {
  test.each([
    ['0', true],
    ['9', true],
    ['0123456789', true],
    ['', false],
    [':', false],
    ['1:', false],
    ['/1', false],
    ['A1', false],
    ['1A', false],
  ])('%j: %j', (text, expected) => {
    expect(areDigits(text)).toBe(expected);
  });
});

describe('check digits', () => {
  test.each([
    ['00', ['00', '93']],
    ['06', ['06', '99']],
    ['07', ['07']],
    ['92', ['92']],
    ['99', ['06', '99']],
  ])('of aux 0 for the application code %s tell %j', (app, codes) => {
    expect(applicationCodesOf(makeIuvAux0(app, '1234567890123'))).toEqual(codes);
  });

  test.each(['00000000000009', '0000000000000009', '00000000000000X', '000000000000093'])(
    'of %s tell no application code',
    (text) => {
      expect(applicationCodesOf(text)).toEqual([]);
    },
  );

  it('of aux 3 hold when generated, and name the segregation code', () => {
    fc.assert(
      fc.property(digits(2), digits(13), (segregation, base) => {
        const iuv = makeIuvAux3(segregation, base);
        expect(iuv).toHaveLength(17);
        expect(classifyIuv(iuv)).toMatchObject({ shape: 'aux-123', valid: true, segregation });
      }),
    );
  });

  it('of aux 0 hold when generated, and tell the application code but for 93', () => {
    fc.assert(
      fc.property(digits(2), digits(13), (app, base) => {
        const codes = applicationCodesOf(makeIuvAux0(app, base));
        expect(codes).toContain(app);
        expect(codes.every((code) => Number(code) % 93 === Number(app) % 93)).toBe(true);
        expect(codes).toHaveLength(Number(app) % 93 < 7 ? 2 : 1);
      }),
    );
  });

  it('of an RF hold when generated, in either case, and catch any single wrong digit', () => {
    const letters = fc.stringMatching(/^[0-9A-Z]{0,10}$/);
    fc.assert(
      fc.property(
        letters,
        fc.nat(9),
        letters,
        fc.integer({ min: 1, max: 9 }),
        (before, digit, after, shift) => {
          const rf = makeRf(`${before}${digit}${after}`);
          const at = 4 + before.length;
          const wrong = `${rf.slice(0, at)}${(digit + shift) % 10}${rf.slice(at + 1)}`;
          expect(isValidRf(rf)).toBe(true);
          expect(isValidRf(rf.toLowerCase())).toBe(true);
          expect(isValidRf(wrong)).toBe(false);
        },
      ),
    );
  });
});
