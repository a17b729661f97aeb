import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import { readBeginning } from '../../../../src/main/importers/head.ts';
import { tableImporter } from '../../../../src/main/importers/table/table-importer.ts';
import type { DocumentWarning, Reading, RefusedRow } from '../../../../src/shared/domain/document.ts';
import { fail, ok } from '../../../../src/shared/domain/result.ts';
import { daySerial, workbook, type CellValue } from './workbooks.ts';

const debts = tableImporter({
  name: 'prova',
  kind: 'posizioni',
  layout: {
    iuv: { headers: ['IUV', 'Codice IUV'], required: true },
    amount: { headers: ['Importo'], required: true },
    due: { headers: ['Scadenza'] },
  },
  reader: () => ({
    row(record, check) {
      const iuv = check.code(record.get('iuv'), 'iuv');
      const cents = check.euro(record.get('amount'));
      const dueDay = check.optionalItalianDay(record.get('due'));
      if (check.problem !== null || iuv === null || cents === null)
        return fail(check.problem ?? { code: 'missing-value', field: 'IUV', value: '' });
      const nobody = { codiceFiscale: null, name: null };
      const rest = { iud: null, noticeNumber: null, tipoDovuto: null, description: null, category: null };
      const posizione = { ...rest, iuv, cents, dueDay, debtor: nobody, action: 'keep' as const };
      return ok([{ type: 'posizione' as const, posizione }]);
    },
  }),
});

function told(content: string | Uint8Array) {
  const source = bytesInMemory(typeof content === 'string' ? Buffer.from(content) : content);
  const readings: Reading[] = [];
  const warnings: DocumentWarning[] = [];
  const refused: RefusedRow[] = [];
  const claimed = debts.claims(readBeginning(source));
  const read = debts.read([source], {
    reading: (reading) => readings.push(reading),
    warning: (warning) => warnings.push(warning),
    refusedRow: (row) => refused.push(row),
  });
  const lines = readings.map((reading) =>
    reading.type === 'posizione'
      ? [reading.posizione.iuv, reading.posizione.cents, reading.posizione.dueDay]
      : reading.type,
  );
  return { claimed, problem: read.ok ? null : read.problem, lines, warnings, refused };
}

const sheet = (rows: readonly (readonly CellValue[])[]): Buffer => workbook({ Elenco: rows });
const iuv = '01000000000000167';
const other = '01000000000000264';

describe('a list in columns', () => {
  it('is told the same from a CSV and from a workbook', () => {
    const csv = `IUV;Importo;Scadenza\n${iuv};1.234,50;31/12/2026\n${other};7;\n`;
    const asSheet = sheet([
      ['IUV', 'Importo', 'Scadenza'],
      [iuv, 1234.5, daySerial(46_387)],
      [other, 7],
    ]);
    const lines = [
      [iuv, 123_450, '2026-12-31'],
      [other, 700, null],
    ];
    for (const list of [csv, asSheet])
      expect(told(list)).toEqual({ claimed: true, problem: null, lines, warnings: [], refused: [] });
  });

  it('may have titles above, columns in any order, other headers, and nobody minds what else it has', () => {
    const list = `Comune di Prova;;\n\nElenco del 01/02/2026;;\n__proto__;importo ;CODICE  IUV\nx;12,00 €;${iuv}\n`;
    expect(told(list)).toMatchObject({ claimed: true, problem: null, lines: [[iuv, 1200, null]] });
  });

  it('ends with a total that is no payment', () => {
    const list = `IUV;Importo\n${iuv};1,00\nTotale;1,00\n`;
    expect(told(list)).toMatchObject({
      lines: [[iuv, 100, null]],
      warnings: [{ code: 'total-row-skipped', row: 3 }],
      refused: [],
    });
  });

  it('refuses the rows that are wrong, with their row and column, and keeps the others', () => {
    const list = `IUV;Importo;Scadenza\n${iuv};1,00\n${other};1,234;\n;5,00;\n${other};2,00;31/02/2026\n${iuv};3,00;;in più\n`;
    expect(told(list)).toMatchObject({
      problem: null,
      lines: [[iuv, 100, null]],
      refused: [
        { row: 3, code: 'invalid-amount', field: 'Importo', value: '1,234' },
        { row: 4, code: 'missing-value', field: 'IUV', value: '' },
        { row: 5, code: 'invalid-day', field: 'Scadenza', value: '31/02/2026' },
        { row: 6, code: 'wrong-width', field: '', value: 'in più' },
      ],
    });
  });

  it('69 a code that a spreadsheet rounded is a refused row; a whole column of them refuses the file', () => {
    expect(told(`IUV;Importo\n1,8E+16;1,00\n${iuv};2,00\n${other};3,00\n`)).toMatchObject({
      problem: null,
      lines: [
        [iuv, 200, null],
        [other, 300, null],
      ],
      refused: [{ row: 2, code: 'damaged-by-excel', field: 'IUV', value: '1,8E+16' }],
    });
    expect(told('IUV;Importo\n1,8E+16;1,00\n1,7E+16;2,00\n')).toMatchObject({
      problem: { code: 'column-damaged', column: 'IUV', row: 2, value: '1,8E+16' },
    });
    expect(
      told(
        sheet([
          ['IUV', 'Importo'],
          [Number(iuv), 1],
        ]),
      ),
    ).toMatchObject({
      problem: { code: 'column-damaged', column: 'IUV', row: 2 },
    });
    expect(told(`IUV;Importo\n1000000000000167;1,00\n`)).toMatchObject({
      problem: { code: 'column-damaged', value: '1000000000000167' },
    });
  });

  it('is refused when a needed column is there twice', () => {
    expect(told(`IUV;Importo;IUV\n${iuv};1,00;${other}\n`)).toMatchObject({
      claimed: true,
      problem: { code: 'column-twice', column: 'IUV' },
      lines: [],
    });
  });

  it('tells the values that formulas made', () => {
    const list = sheet([
      ['IUV', 'Importo'],
      [iuv, { t: 'n', v: 3, f: '1+2' }],
    ]);
    expect(told(list)).toMatchObject({
      lines: [[iuv, 300, null]],
      warnings: [{ code: 'formula-values', column: 'Importo', rows: 1 }],
    });
  });

  it('is of nobody without its columns', () => {
    expect(told(`Nome;Cognome\nAnna;Bianchi\n`)).toMatchObject({
      claimed: false,
      problem: { code: 'column-missing', column: 'IUV' },
    });
  });
});
