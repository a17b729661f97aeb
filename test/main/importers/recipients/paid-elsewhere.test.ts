import { describe, expect, it } from 'vitest';
import { readPaidElsewhere } from '../../../../src/main/importers/recipients/paid-elsewhere.ts';
import { lines, source } from './lists.ts';

const mario = 'RSSMRA85T10A562S';
const avviso = '301000000000012373';

function paid(...rows: readonly string[]) {
  const list = readPaidElsewhere(source(lines(...rows)));
  if (!list.ok) throw new Error(JSON.stringify(list.problem));
  return list.value;
}

describe('a list of who paid elsewhere', () => {
  it('names people or avvisi, with the sum and the day', () => {
    const list = paid(
      'Codice fiscale;Numero avviso;Importo versato;Importo;Data versamento;Scadenza',
      `${mario.toLowerCase()};;128,30;130,00;10/06/2026;16/06/2026`,
      `;${avviso};64,15;;11/06/2026;`,
      '01234567897;;50,00;;;',
      ';;10,00;;12/06/2026;',
      'RSSMRA85T10A562T;;10,00;;12/06/2026;',
      'Totale;;252,45;;;',
    );
    expect(list.paid).toEqual([
      { row: 1, fiscalCode: mario, noticeNumber: null, cents: 12_830, day: '2026-06-10' },
      { row: 2, fiscalCode: null, noticeNumber: avviso, cents: 6415, day: '2026-06-11' },
      { row: 3, fiscalCode: '01234567897', noticeNumber: null, cents: 5000, day: null },
    ]);
    expect(list.refused.map(({ row, code }) => [row, code])).toEqual([
      [4, 'cf-missing'],
      [5, 'cf-check'],
      [6, 'total-row'],
    ]);
    expect(list.warnings).toEqual([]);
  });

  it('without people and avvisi is none', () => {
    expect(readPaidElsewhere(source(lines('Nome;Importo', 'Rossi;1,00')))).toMatchObject({
      problem: { code: 'list-column-missing', needed: 'key' },
    });
  });
});
