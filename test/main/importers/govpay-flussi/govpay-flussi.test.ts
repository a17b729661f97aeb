import { describe, expect, it } from 'vitest';
import { flussoXml } from '../../../../src/main/demo/write-flusso.ts';
import { csv, linesOf } from '../columns.ts';
import { tell } from '../reading.ts';
import { workbook } from '../table/workbooks.ts';

const [header = '', first = '', other = '', second = ''] = linesOf('govpay-flussi/sample.csv');
const usual = tell(csv(header, first, second));

describe('a flusso in the list of GovPay', () => {
  it('says what its XML says, so that the two are one content', () => {
    const xml = flussoXml({
      iuf: '2026-03-11BFINITMM-0000000001',
      createdAt: '2026-03-11T18:30:00',
      regolamento: 'TRN0001',
      pspCode: 'BFINITMM',
      pspName: 'Banca Finta',
      righe: [
        { iuv: '01000000000000158', iur: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', index: 1, cents: 10_000 },
        {
          iuv: '01000000000000259',
          iur: 'f9e8d7c6b5a493827160f5e4d3c2b1a0',
          index: 3,
          cents: 5_050,
          esito: 4,
        },
      ].map((riga) => ({ ...riga, date: '2026-03-10' })),
    });
    expect(usual.canonical).toBe(tell(xml).canonical);
  });

  it('is told whole wherever its rows stand', () => {
    const together = tell(csv(header, first, second, other));
    expect(tell(csv(header, first, other, second)).canonical).toBe(together.canonical);
  });

  it('is two versions when its rows have two moments', () => {
    const later = second.replace('18:30:00.000', '19:30:00.000');
    expect(tell(csv(header, first, later)).flussi.map(({ createdAt }) => createdAt)).toEqual([
      '2026-03-11T18:30:00',
      '2026-03-11T19:30:00',
    ]);
  });

  it('loses a bad row, which its own totals tell', () => {
    const told = tell(csv(header, first, second.replace(',50.50,', ',50.5.0,')));
    expect(told.refusedRows).toEqual([
      { row: 3, code: 'invalid-amount', field: 'singoloImportoPagato', value: '50.5.0' },
    ]);
    expect(told.flussi).toMatchObject([{ declaredCount: 2, declaredCents: 15_050 }]);
    expect(told.righe).toHaveLength(1);
  });

  it('is the same after a spreadsheet has written days and decimals its own way', () => {
    const italian = [header, first, second].map((line) =>
      line
        .replace('2026-03-11T18:30:00.000', '11/03/2026 18:30')
        .replace(/,2026-03-(\d\d),/g, ',$1/03/2026,')
        .replaceAll(/,(\d+)\.(\d\d),/g, ',"$1,$2",'),
    );
    expect(tell(csv(...italian)).canonical).toBe(usual.canonical);
    const sheet = [header, first, second].map((line) => line.split(','));
    expect(tell(workbook({ Flussi: sheet })).canonical).toBe(usual.canonical);
  });

  it('69 whose IUVs were rounded is refused', () => {
    const rounded = [first, second].map((line) => line.replace(/,01000000000000\d{3},/, ',1E+15,'));
    expect(tell(csv(header, ...rounded)).problem).toEqual({
      code: 'column-damaged',
      column: 'identificativoUnivocoVersamento',
      row: 2,
      value: '1E+15',
    });
  });

  it('takes an IUR of digits with an E among them as it is', () => {
    const iur = '05E12';
    expect(tell(csv(header, first.replace('0a1b2c3d4e5f60718293a4b5c6d7e8f9', iur))).righe).toMatchObject([
      { iur },
    ]);
  });

  it('is no document without rows', () => {
    expect(tell(csv(header)).problem).toEqual({ code: 'no-usable-rows', refused: 0 });
  });
});
