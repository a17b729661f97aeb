import { describe, expect, it } from 'vitest';
import { readCausale, noKnownIufs } from '../../../../src/shared/domain/causale.ts';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';

const header =
  'annoBolletta;codBolletta;iuf;causale;importoCentesimi;dataBolletta;aeProvvisorio;codProvvisorio;annoDocumento;codDocumento';
const told = (...rows: readonly string[]) => tell([header, ...rows, ''].join('\n'), 'x.csv');

describe('the complete list of provvisori', () => {
  it('is read as the sample says: whole cents, numbers by trust, and what is covered', () => {
    const { said, expected } = sampleAndExpected(new URL('.', import.meta.url), 'completo.csv');
    expect(said).toEqual(expected);
  });

  it('tells the IUF by name: it is certain although the causale was cut, and the causale stays as it is', () => {
    const { movimenti } = told(
      '2026;5;2026-03-11BINVIT9X-0000000001;RIVERSAMENTO/URI/2026-03-11BI;100;2026-03-12;;7;;',
    );
    const [movimento] = movimenti;
    expect(movimento?.causali).toEqual(['RIVERSAMENTO/URI/2026-03-11BI']);
    expect(movimento && readCausale(movimento, noKnownIufs)).toMatchObject({
      kind: 'iuf',
      iuf: '2026-03-11BINVIT9X-0000000001',
      confidence: 'certain',
      source: 'bank-data',
    });
  });

  it('takes the year of the number that it takes', () => {
    const { movimenti } = told(
      '2026;5;;X;100;2026-01-02;2025;0007;2024;8',
      '2026;5;;X;100;2026-01-02;;;2025;8',
      '2026;5;;X;100;2026-01-02;;;;',
    );
    expect(movimenti.map(({ esercizio, numero }) => [esercizio, numero])).toEqual([
      [2025, '7'],
      [2025, '8'],
      [2026, 'B-5'],
    ]);
  });

  it.each([
    ['a decimal', '2026;5;;X;100,5;2026-01-02;;7;;', 'importoCentesimi'],
    ['an exponent', '2026;5;;X;1E+4;2026-01-02;;7;;', 'importoCentesimi'],
    ['nothing', '2026;5;;X;0;2026-01-02;;7;;', 'importoCentesimi'],
    ['a day that is not', '2026;5;;X;100;2026-02-30;;7;;', 'dataBolletta'],
  ])('refuses a row with %s', (_, row, field) => {
    expect(told(row, '2026;5;;X;100;2026-01-02;;8;;')).toMatchObject({
      problem: null,
      refusedRows: [{ row: 2, field }],
      movimenti: [{ numero: '8' }],
    });
  });
});
