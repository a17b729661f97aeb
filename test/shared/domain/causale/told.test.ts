import { describe, expect, it } from 'vitest';
import { noKnownIufs, readCausale, toldByName } from '../../../../src/shared/domain/causale.ts';
import { readToldByName } from '../../../../src/shared/domain/causale/told.ts';
import { makeIuvAux3 } from '../../../../src/shared/domain/iuv.ts';

const iuf = '2026-03-11BINVIT9X-0000000001';
const iuv = makeIuvAux3('01', '0000000000001');

function read(causale: string, told: { iuf?: string; iuv?: string }) {
  return readCausale(
    {
      causali: causale === '' ? [] : [causale],
      endToEnd: null,
      bankTexts: toldByName({ iuf: told.iuf ?? null, iuv: told.iuv ?? null }),
      reference: null,
      payer: null,
    },
    noKnownIufs,
  );
}

describe('what a list tells by name', () => {
  it.each([
    ['alone', '', iuf],
    ['beside words without it', 'VERSAMENTO', iuf],
    ['beside a piece of it', '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2026-03-11BINVIT', iuf],
    ['beside itself', `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}`, iuf],
  ])('is certain: %s', (_, causale, told) => {
    const said = { kind: 'iuf', iuf, confidence: 'certain', otherIufs: [], source: 'bank-data' };
    expect(read(causale, { iuf: told })).toMatchObject(said);
  });

  it('keeps the progressive and the IUV that the causale adds', () => {
    const causale = `/PUR/LGPE-RIVERSAMENTO/TXT/2/URI/${iuf} /RFB/${iuv}/1.00`;
    expect(read(causale, { iuf })).toMatchObject({ iuf, prog: '2', iuv, amountCents: 100 });
  });

  it('is for a person when the causale names another flusso', () => {
    const other = '2026-03-11BINVIT9X-0000000002';
    const said = read(`/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${other}`, { iuf });
    expect(said).toMatchObject({ kind: 'iuf', iuf, otherIufs: [other] });
  });

  it('yields to a causale that says more: the whole where the column holds a piece, a flusso beside an IUV', () => {
    const causale = `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}`;
    expect(read(causale, { iuf: '2026-03-11BINV' })).toMatchObject({ kind: 'iuf', iuf, source: 'causale' });
    expect(read(causale, { iuv })).toMatchObject({ kind: 'iuf', iuf, source: 'causale' });
  });

  it('yields to an IUV in the causale when the column holds a piece of an IUF, not when it holds another IUV', () => {
    const other = makeIuvAux3('01', '0000000000002');
    const causale = `/RFB/${other}/1.00`;
    expect(read(causale, { iuf: '2026-03-11BINV' })).toMatchObject({
      kind: 'iuv',
      iuv: other,
      source: 'causale',
    });
    expect(read(causale, { iuv })).toMatchObject({ kind: 'iuv', iuv, source: 'bank-data', known: false });
    expect(read('AFFITTO', { iuf: '2026-03-11BINV' })).toMatchObject({
      kind: 'truncated',
      source: 'bank-data',
    });
  });

  it('is not for a person when the causale names a piece of another flusso, or of the same', () => {
    const causale = '/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2026-03-1';
    expect(read(`${causale}2BINVIT`, { iuf })).toMatchObject({ kind: 'iuf', iuf, otherIufs: [] });
    expect(read(`${causale}1BINVIT9X-00000 TRN: 1`, { iuf })).toMatchObject({ iuf, otherIufs: [] });
  });

  it('is only what stands under its own name', () => {
    expect(readToldByName([`NOTA IUF: ${iuf}`], noKnownIufs)).toBeNull();
    expect(readToldByName([`IUV: ${iuf}`], noKnownIufs)).toBeNull();
    expect(readToldByName([`IUF: ${iuf}`], noKnownIufs)).toMatchObject({ kind: 'iuf', iuf });
    expect(readToldByName(['X', `IUV: ${iuv}`], noKnownIufs)).toMatchObject({
      kind: 'iuv',
      iuv,
      known: false,
    });
  });

  it.each([
    ['1234567A', true],
    ['12-34-56-7A', true],
    ['123456A', false],
    ['12-34-56A', false],
    ['ABCDEFGH', false],
    ['00000000', false],
  ])('%s may be a code: %s', (written, is) => {
    expect(toldByName({ iuf: written, iuv: null })).toEqual(is ? [`IUF: ${written}`] : []);
    expect(toldByName({ iuf: null, iuv: written })).toEqual(is ? [`IUV: ${written}`] : []);
  });

  it('may be an IUV, in its own column or in that of the IUF', () => {
    const said = { kind: 'iuv', iuv, confidence: 'certain', source: 'bank-data' };
    expect(read('DIRITTI', { iuv })).toMatchObject(said);
    expect(read('DIRITTI', { iuf: iuv })).toMatchObject(said);
    expect(read('DIRITTI', { iuf: 'RF18539007547034' })).toMatchObject({
      kind: 'iuv',
      iuv: 'RF18539007547034',
    });
  });

  it.each(['-', 'N/A', 'NON PRESENTE', '0', '00000000000'])(
    'is nothing when the column is filled with %s',
    (filling) => {
      expect(read('AFFITTO', { iuf: filling, iuv: filling })).toMatchObject({ kind: 'none' });
    },
  );
});
