import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noKnownIufs, readCausale } from '../../../../src/shared/domain/causale.ts';
import { tell } from '../reading.ts';
import { daySerial, workbook, type CellValue } from '../table/workbooks.ts';

const header = [
  'ABI',
  'CAB',
  'CONTO',
  'DIVISA',
  'DATA CONTABILE',
  'DATA VALUTA',
  'IMPORTO',
  'SEGNO',
  'CAUSALE',
  'NUM. ASSEGNO',
  'RIF. BANCA',
  'RIF. CLIENTE',
  'DESCRIZIONE',
  'DESCRIZIONE ESTESA',
];
const soup = `Data Ordine: 11/03/2026; Descrizione Ordinante: BANCA INVENTATA SPA SERVIZIO PAGO PA  :BI2:BINVIT9XXXX :IB1:IT00 :TID:0000000000000001 :DTE:260311 :ERI:EUR 000000000125040 :IM2:000000000125040 :MA2:EU R : R I 3 :/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/2026-03-11BINVIT9X-0000000001 :SEC:CASH :OR1:BANCA INVENTATA`;
const line = (more: Record<string, CellValue> = {}): Record<string, CellValue> => ({
  ABI: '99008',
  CAB: '12345',
  CONTO: '000012345678',
  DIVISA: 'EUR',
  'DATA CONTABILE': daySerial(46_093),
  'DATA VALUTA': daySerial(46_093),
  IMPORTO: 1250.4,
  SEGNO: '+',
  CAUSALE: '48BO',
  'RIF. BANCA': '0A1B2C3D',
  DESCRIZIONE: soup.slice(0, 30),
  'DESCRIZIONE ESTESA': soup,
  ...more,
});

function sheetOf(
  names: readonly string[],
  lines: readonly Record<string, CellValue>[],
  { above = [], kind = 'xlsx' }: { above?: CellValue[][]; kind?: 'xlsx' | 'xls' } = {},
) {
  const rows = lines.map((one) => names.map((name) => one[name] ?? ''));
  return workbook({ Movimenti: [...above, [...names], ...rows] }, kind);
}

const told = (...lines: readonly Record<string, CellValue>[]) => tell(sheetOf(header, lines), 'x.xls');

describe('a statement of a bank in a workbook', () => {
  const lines = [
    line(),
    {},
    line({ IMPORTO: 5.5, SEGNO: '-', 'DESCRIZIONE ESTESA': 'COMMISSIONI DI MARZO' }),
  ];

  it('is read as the sample says: debits, empty rows and words between tags', () => {
    const { problem, readings, warnings, refusedRows } = told(...lines);
    const expected: unknown = JSON.parse(readFileSync(new URL('estratto.json', import.meta.url), 'utf8'));
    expect({ problem, readings, warnings, refusedRows }).toEqual(expected);
  });

  it('has its columns in any order, below any title', () => {
    const shuffled = sheetOf(header.toReversed(), lines, {
      above: [['LISTA MOVIMENTI'], [], ['Conto di tesoreria']],
    });
    expect(tell(shuffled, 'x.xls').canonical).toBe(told(...lines).canonical);
  });

  it('says the same in the older kind of workbook', () => {
    // Who writes these for us cuts longer texts.
    const short = [
      line({ 'DESCRIZIONE ESTESA': `:RI1:${soup.slice(soup.indexOf('/PUR'), soup.indexOf(' :SEC'))}` }),
    ];
    expect(tell(sheetOf(header, short, { kind: 'xls' }), 'x.xls').canonical).toBe(told(...short).canonical);
  });

  it('has the same conto when a spreadsheet took its zeros away', () => {
    expect(told(line({ CONTO: 12_345_678 })).canonical).toBe(told(line()).canonical);
  });

  it('gives the words of the transfer to who looks for the flusso', () => {
    const [movimento] = told(line()).movimenti;
    expect(movimento && readCausale(movimento, noKnownIufs)).toMatchObject({
      kind: 'iuf',
      iuf: '2026-03-11BINVIT9X-0000000001',
      source: 'causale',
    });
  });

  it.each(['CONTO', 'DATA VALUTA', 'DESCRIZIONE ESTESA'])(
    'is refused without its column %s, by name',
    (missing) => {
      const without = sheetOf(
        header.filter((name) => name !== missing),
        lines,
      );
      expect(tell(without, 'x.xls').problem).toEqual({ code: 'column-missing', column: missing });
    },
  );

  it('is unknown without headers, as it is to other banks', () => {
    expect(tell(workbook({ Movimenti: [Object.values(line())] }), 'x.xlsx').problem).toMatchObject({
      code: 'columns-unknown',
    });
  });

  it.each([
    ['no day', { 'DATA CONTABILE': '' }, { code: 'missing-value', field: 'DATA CONTABILE' }],
    [
      'an amount in words',
      { IMPORTO: 'mille' },
      { code: 'invalid-amount', field: 'IMPORTO', value: 'mille' },
    ],
    ['a third decimal', { IMPORTO: 1.005 }, { code: 'invalid-amount', field: 'IMPORTO' }],
    ['a sign that is none', { SEGNO: '?' }, { code: 'invalid-value', field: 'SEGNO', value: '?' }],
    ['a negative credit', { IMPORTO: -3 }, { code: 'invalid-amount', field: 'IMPORTO' }],
    ['another currency', { DIVISA: 'CHF' }, { code: 'invalid-value', field: 'DIVISA', value: 'CHF' }],
    ['a conto with signs', { ABI: '99/08' }, { code: 'invalid-value', field: 'ABI' }],
    ['no description', { DESCRIZIONE: '', 'DESCRIZIONE ESTESA': '' }, { code: 'missing-value' }],
  ] as const)('refuses a row with %s', (_, more, refused) => {
    const { movimenti, refusedRows } = told(line(), line(more));
    expect(movimenti).toHaveLength(1);
    expect(refusedRows).toMatchObject([{ row: 3, ...refused }]);
  });
});
