import { describe, expect, it } from 'vitest';
import type { Posizione } from '../../../src/shared/domain/posizione.ts';
import { csv, linesOf, rowsOf } from './columns.ts';
import { tell } from './reading.ts';
import { daySerial, workbook } from './table/workbooks.ts';

const posizioni = (content: string | Uint8Array): Posizione[] =>
  tell(content).readings.flatMap((reading) => (reading.type === 'posizione' ? [reading.posizione] : []));

describe('the positions of MyPivot and of the Piattaforma Unitaria', () => {
  it('2.0 say the same under Italian and under English headers', () => {
    const [italian, english] = ['it', 'en'].map((language) =>
      csv(...linesOf(`posizioni-p4pa/sample-2.0-${language}.csv`)),
    );
    expect(posizioni(italian ?? '')).toEqual(posizioni(english ?? ''));
  });

  it('need an IUD where there is no IUV: nothing else would name them', () => {
    const [header = '', , second = ''] = linesOf('posizioni-p4pa/sample.csv');
    expect(tell(csv(header, second, second.replace('IUD-2', ''))).refusedRows).toEqual([
      { row: 3, code: 'missing-value', field: 'IUD', value: '' },
    ]);
  });
});

describe('a list of avvisi from any program', () => {
  const iuv = '01000000000000158';
  const notice = `3${iuv}`;

  it.each([
    ['N. Avviso;Importo dovuto;Data di scadenza', { notice, 'N. Avviso': notice, 'Importo dovuto': '1,00' }],
    ['C.F.;IUV;Totale', { IUV: iuv, Totale: '1', 'C.F.': 'FNTPPP00A01X000X' }],
    ['CODICE_FISCALE;CODICE_AVVISO;IMPORTO', { CODICE_AVVISO: notice, IMPORTO: '€ 1,00' }],
    ['IUV;Numero avviso;Importo;Scadenza', { 'Numero avviso': '3010 0000 0000 0001 58', Importo: '1.00' }],
    ['Cod. IUV;Importo da pagare;Scadenza rata', { 'Cod. IUV': notice, 'Importo da pagare': '1,00' }],
    ['Codice avviso pagoPA;Importo €;Scad.', { 'Codice avviso pagoPA': `'${notice}`, 'Importo €': '1,00' }],
  ])('is read by the names of its columns: %s', (header, row) => {
    expect(posizioni(rowsOf(header, [row]))).toMatchObject([{ iuv, cents: 100 }]);
  });

  it('is told by a workbook as by a text', () => {
    const rows = ['Nominativo', 'Codice fiscale', 'Numero avviso', 'Importo', 'Scadenza'];
    const sheet = workbook({
      Avvisi: [
        ['TARI 2026'],
        [],
        rows,
        ['Finto Pippo', 'FNTPPP00A01X000X', notice, 1100.5, daySerial(46_112)],
      ],
    });
    const text = csv(rows.join(';'), `Finto Pippo;FNTPPP00A01X000X;${notice};1.100,50;31/03/2026`);
    expect(posizioni(sheet)).toHaveLength(1);
    expect(posizioni(sheet)).toEqual(posizioni(text));
  });

  it('69 whose avvisi a spreadsheet took for numbers is refused', () => {
    const sheet = workbook({
      Avvisi: [
        ['Numero avviso', 'Importo', 'Scadenza'],
        [Number(notice), 1, '31/03/2026'],
      ],
    });
    expect(tell(sheet).problem).toMatchObject({ code: 'column-damaged', column: 'Numero avviso' });
  });

  it('refuses a row whose avviso is none', () => {
    const header = 'Numero avviso;Importo;Scadenza';
    const rows = [
      { 'Numero avviso': notice, Importo: 1 },
      { 'Numero avviso': '901000000000000158', Importo: 1 },
    ];
    expect(tell(rowsOf(header, rows)).refusedRows).toEqual([
      { row: 3, code: 'invalid-value', field: 'Numero avviso', value: '901000000000000158' },
    ]);
  });

  it('does not take a dash or a word for an IUV', () => {
    const header = 'IUV;Importo;Scadenza';
    const rows = ['RF61 1807 2000 1A00 1000 0000 1', '-', 'da emettere'].map((text) => ({
      IUV: text,
      Importo: 1,
    }));
    expect(posizioni(rowsOf(header, rows))).toMatchObject([{ iuv: 'RF61180720001A00100000001' }]);
    expect(tell(rowsOf(header, rows)).refusedRows).toMatchObject([
      { row: 3, code: 'invalid-value', value: '-' },
      { row: 4, code: 'invalid-value', value: 'da emettere' },
    ]);
  });

  it('warns of an avviso that is not that of the IUV', () => {
    const header = 'Numero avviso;IUV;Importo;Scadenza';
    const row = { 'Numero avviso': '301000000000000259', IUV: iuv, Importo: 1 };
    expect(tell(rowsOf(header, [row])).warnings).toEqual([
      { code: 'notice-differs-from-iuv', noticeNumber: '301000000000000259', iuv },
    ]);
  });

  it.each([
    ['of what was paid', 'Numero avviso;Importo;Scadenza;Data pagamento'],
    ['of what was paid, by another name', 'IUV;Importo;Codice fiscale;Importo pagato'],
    ['of the treasurer’s movements', 'IUV;Importo;Codice fiscale;Data valuta'],
    ['without day and debtor', 'IUV;Importo;Causale'],
    ['without amounts', 'IUV;Codice fiscale;Scadenza'],
    ['without IUV and avviso', 'Codice fiscale;Importo;Scadenza'],
  ])('is not made out of a list %s', (_, header) => {
    expect(tell(rowsOf(header, [{ IUV: iuv, Importo: 1 }])).problem).toMatchObject({
      code: 'columns-unknown',
    });
  });
});
