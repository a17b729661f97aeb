import { describe, expect, it } from 'vitest';
import { sayProblemOf } from '../said.ts';
import { sampleAndExpected } from '../expected.ts';
import { tell } from '../reading.ts';
import { workbook } from '../table/workbooks.ts';

const header = ['ESERCIZIO', 'N.PROVV.', 'DATA ESEC.', 'DESCRIZIONE CAUSALE', 'IMPORTO PROVVISORIO'];
const csv = (...rows: readonly string[]) => [header.join(';'), ...rows, ''].join('\n');
const line = (numero: string) => `2026;${numero};12/03/2026;CAUZIONE;50,00`;
const numeri = (content: string | Uint8Array) => tell(content, 'x.csv').movimenti.map(({ numero }) => numero);

describe('the short list of provvisori', () => {
  it('is read as the sample says', () => {
    const { said, expected } = sampleAndExpected(new URL('.', import.meta.url), 'tesoreria.csv');
    expect(said).toEqual(expected);
  });

  it('says the same as a workbook, with titles above and a total below', () => {
    const sheet = workbook({
      Foglio1: [
        ['COMUNE DI VALFINTA'],
        [],
        header,
        [2026, 41, '2026-03-12', 'CAUZIONE', 50],
        ['Totale', '', '', '', 50],
      ],
    });
    const told = tell(sheet, 'x.xlsx');
    expect(told.canonical).toBe(tell(csv(line('0000041')), 'x.csv').canonical);
    expect(told.warnings).toEqual([{ code: 'total-row-skipped', row: 5 }]);
  });

  it('also bears the names of columns that the platform uses', () => {
    const names =
      'esercizio;n_provvisorio;data_esecuzione;anagrafica_cliente;descrizione_causale;importo_provvisorio';
    const told = tell(`${names}\n2026;41;2026-03-12;FINTO;CAUZIONE;50.00\n`, 'x.csv');
    expect(told.movimenti).toMatchObject([{ numero: '41', cents: 5_000, payer: 'FINTO' }]);
  });

  it.each([
    [
      'an exponent',
      '2026;41;2026-03-12;X;5E+01',
      'Riga 2, IMPORTO PROVVISORIO: importo non valido: «5E+01».',
    ],
    [
      'a number rounded',
      '2026;1,2E+16;2026-03-12;X;5,00',
      'Riga 2, N.PROVV.: numero rovinato dal foglio di calcolo',
    ],
    [
      'thousands or decimals',
      '2026;41;2026-03-12;X;1.234',
      'Riga 2, IMPORTO PROVVISORIO: importo non valido',
    ],
    ['less than nothing', '2026;41;2026-03-12;X;-5,00', 'Riga 2, IMPORTO PROVVISORIO: importo non valido'],
    ['a year of two digits', '26;41;2026-03-12;X;5,00', 'Riga 2, ESERCIZIO: valore non valido: «26».'],
    ['zero as a number', '2026;000;2026-03-12;X;5,00', 'Riga 2, N.PROVV.: valore non valido: «000».'],
    ['one cell too many', '2026;41;2026-03-12;X;5,00;di troppo', 'Riga 2'],
  ])('H refuses a row with %s, and keeps the others', (_, bad, sentence) => {
    const told = tell(csv(bad, line('42')), 'x.csv');
    expect(told.movimenti.map(({ numero }) => numero)).toEqual(['42']);
    expect(sayProblemOf(told)).toContain(sentence);
  });

  it('H34 is refused with the line of a quote that is never closed', () => {
    const told = tell(csv(line('41'), '2026;42;2026-03-12;"AFFITTO;5,00'), 'x.csv');
    expect(told.problem).toEqual({ code: 'unclosed-quote', line: 3 });
  });

  it('H28 keeps headers with the names of the prototype out of its columns, and refuses one that is there twice', () => {
    const hostile = `__proto__;constructor;${header.join(';')}\nx;y;${line('41')}\n`;
    expect(numeri(hostile)).toEqual(['41']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    const twice = `${header.join(';')};N.PROVV.\n${line('41')};42\n`;
    expect(tell(twice, 'x.csv').problem).toEqual({ code: 'column-twice', column: 'N.PROVV.' });
  });

  it('tells that amounts were made by a formula, and reads what a merged cell leaves', () => {
    const sheet = workbook({
      Foglio1: [
        ['ELENCO DEI PROVVISORI', '', '', '', ''],
        header,
        [2026, 41, '2026-03-12', 'CAUZIONE', { t: 'n', v: 50, f: '20+30' }],
        // The year was merged with that of the row above: only that one has it.
        ['', 42, '2026-03-12', 'CAUZIONE', 60],
      ],
    });
    const told = tell(sheet, 'x.xlsx');
    expect(told.warnings).toEqual([{ code: 'formula-values', column: 'IMPORTO PROVVISORIO', rows: 1 }]);
    expect(told.refusedRows).toEqual([{ row: 4, code: 'missing-value', field: 'ESERCIZIO', value: '' }]);
    expect(told.movimenti.map(({ cents }) => cents)).toEqual([5_000]);
  });
});
