import { describe, expect, it } from 'vitest';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';
import { daySerial, workbook } from '../table/workbooks.ts';

const header = [
  'Identificativo Flusso',
  'Data Movimento',
  'Anno Esercizio',
  'Numero Provvisorio',
  'Anno Provvisorio',
  'Importo Provvisorio',
  'Descrizione',
];

describe('the provvisori of PiemontePAY', () => {
  it('are read as the sample says: the number is of the year in which it was given', () => {
    const { said, expected } = sampleAndExpected(new URL('.', import.meta.url), 'provvisori.csv');
    expect(said).toEqual(expected);
  });

  it('say the same in a workbook', () => {
    const iuf = '2026-03-11BINVIT9X-0000000001';
    const sheet = workbook({
      Foglio1: [header, [iuf, daySerial(46_093), 2026, 101, 2026, 1250.4, 'DA BANCA']],
    });
    const csv = `${header.join(';')}\n${iuf};12/03/2026;2026;00101;2026;1.250,40;DA BANCA\n`;
    expect(tell(sheet, 'x.xlsx').canonical).toBe(tell(csv, 'x.csv').canonical);
  });

  it('have exactly seven columns: with one less they are of nobody', () => {
    const six = `${header.slice(0, 6).join(';')}\nX;12/03/2026;2026;1;2026;1,00\n`;
    expect(tell(six, 'x.csv').problem).toMatchObject({ code: 'columns-unknown' });
  });
});
