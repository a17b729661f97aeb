import { describe, expect, it } from 'vitest';
import { findIuv } from '../../../../src/shared/domain/causale/iuv-in-text.ts';
import { textOf } from '../../../../src/shared/domain/causale/prepare.ts';

const iuv = '22200280521093906';

describe('an IUV behind its marker', () => {
  it.each([
    [`/RFB/${iuv}/10.00`, iuv, 'certain', 1000],
    [`/RFS/${iuv}`, iuv, 'certain', null],
    [`RFB////${iuv}`, iuv, 'certain', null],
    [`A/RFB/${iuv}`, iuv, 'certain', null],
    [`/RFB/${iuv} /RFB/999999999999999`, iuv, 'certain', null],
    [`/RFB/${iuv} /RFB/340105455507221`, iuv, 'certain', null],
    [`/RFB/999999999999999 /RFB/${iuv}`, iuv, 'certain', null],
    [`/RFB/999999999999999 /RFB/ABCD12345678`, '999999999999999', 'likely', null],
    [`/RFB/ABCD12345678 RFB 999999999999999`, '999999999999999', 'likely', null],
    [`RFBRF18539007547034`, 'RF18539007547034', 'certain', null],
    ['/RFB/ABCD1234', 'ABCD1234', 'confirm', null],
    ['/RFB/abcd1234', 'abcd1234', 'confirm', null],
    ['/RFB/zyxa1234', 'zyxa1234', 'confirm', null],
    ['/RFB/ZABC1290', 'ZABC1290', 'confirm', null],
    ['RFB 98760965', '98760965', 'confirm', null],
    [`/RFB/${'A'.repeat(31)}1234`, `${'A'.repeat(31)}1234`, 'confirm', null],
    ['/RFB/RF1234567', 'RF1234567', 'confirm', null],
    ['/RFB/RF12345678', 'RF12345678', 'likely', null],
    // The number of the avviso holds the IUV.
    [`/RFB/3${iuv}`, iuv, 'certain', null],
    ['/RFB/301000000000012346', '01000000000012346', 'likely', null],
    // What follows is of the text.
    [`/RFB/${iuv}:1`, iuv, 'certain', null],
    [`/RFB/${iuv}[1`, iuv, 'certain', null],
    [`/RFB/${iuv} 10`, iuv, 'certain', null],
  ])('of %s is %s, %s', (causale, wanted, confidence, amountCents) => {
    expect(findIuv(textOf([causale]))).toMatchObject({ iuv: wanted, confidence, amountCents });
  });

  it.each([
    'ACCREDITO',
    iuv,
    `RFX/${iuv}`,
    `RFB/////${iuv}`,
    'RFB ABCD12345678 SPA',
    'RFB.ABCD12345678',
    '/RFB/ABC1234',
    '/RFB/ABCDE123',
    `/RFB/${'A'.repeat(32)}1234`,
    '/RFB/',
    '/RFB',
    '/RFB/RF12345',
    '/RFB/12345',
    `XRFB/${iuv}`,
    `_RFB/${iuv}`,
    `9RFB/${iuv}`,
    `RFBX/${iuv}`,
  ])('is not in %s', (causale) => {
    expect(findIuv(textOf([causale]))).toBeNull();
  });

  it.each([
    ['/2220028 0521093906', 'joined-blank', '2220028 0521093906'],
    ['/22200280 521 093906', 'joined-blank', '22200280 521 093906'],
    ['/RF18 5390 0754 7034', null, ''],
    ['/RF18 5390 0754 703 4', 'joined-blank', 'RF18 5390 0754 703 4'],
  ])('of %s is joined: %s', (causale, code, detail) => {
    const found = findIuv(textOf([`/RFB${causale}`]));
    expect(found?.repairs).toEqual(code === null ? [] : [{ code, detail }]);
    expect(found?.confidence).toBe(code === null ? 'certain' : 'likely');
  });

  it.each([
    ['/RFB/22200 280 521 093906', null],
    ['/RFB/22200280521093906 1', iuv],
    ['/RFB/2220028\n0521093906', iuv],
    ['/RFB/2220028/0521093906', null],
    ['/RFB/RF71 1813 7000 1T00 2000 0000 3 1234', 'RF71181370001T00200000003'],
    ['/RFB/RF71 1813 7000 1T00 2000 0000 3', 'RF71181370001T00200000003'],
    ['/RFB/RF18 5390 0754 7034 RATA', 'RF18539007547034'],
    ['/RFB/RF18 5390 0754 7034 1', 'RF18539007547034'],
    ['/RFB/RF18 5390 0754 7034 12345', 'RF18539007547034'],
  ])('of %s is, without its blanks, %s', (causale, wanted) => {
    expect(findIuv(textOf([causale]))?.iuv ?? null).toBe(wanted);
  });

  it.each([
    ['/1', 100],
    ['/1/TXT', 100],
    ['/ 10.50', 1050],
    ['/10.5', 1050],
    ['/10,50', 1050],
    [' 10,50', 1050],
    [' 10,5 TXT', 1050],
    ['/1.234,56', 123456],
    ['/1234567.89', 123456789],
    [' / 10,50', 1050],
    ['/10 /TXT', 1000],
    [' 10', null],
    ['/10 EURO', null],
    ['/10:30', null],
    ['/10,505', null],
    // A thousand for some, one for others.
    ['/1.000', null],
    ['/1.000/TXT', null],
    ['/1.000,00', 100000],
    [',50', null],
    ['!10,50', null],
    ['-10,50', null],
    ['/1,2,30', null],
    ['/,', null],
    ['//10', null],
    ['', null],
  ])('has the amount %j as cents: %s', (after, cents) => {
    expect(findIuv(textOf([`/RFB/${iuv}${after}`]))).toMatchObject({ iuv, amountCents: cents });
  });
});
