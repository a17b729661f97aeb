import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bytesInMemory } from '../../../../src/main/importers/bytes.ts';
import { openTable } from '../../../../src/main/importers/table/table.ts';
import { zip } from '../zip.ts';
import { daySerial, workbook } from './workbooks.ts';

function texts(content: string | Uint8Array): unknown {
  const table = openTable(bytesInMemory(typeof content === 'string' ? Buffer.from(content) : content));
  if (!table.ok) return table.problem;
  return Array.from(table.value.rows(), ({ row, cells }) => [row, ...cells.map(({ text }) => text)]);
}

describe('a text in columns', () => {
  it.each([
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1;x\t2\n',
      [
        [1, 'a', 'b'],
        [2, '1;x', '2'],
      ],
    ],
    [
      'commas, with decimals in quotes',
      'a,b\n"1,5",2\n"3,5",4\n',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2'],
        [3, '3,5', '4'],
      ],
    ],
    [
      'a separator that is told',
      'sep=,\r\na,b;c\r\n',
      [
        [1, 'sep=', ''],
        [2, 'a', 'b;c'],
      ],
    ],
    [
      'CRLF, CR alone, and no end',
      'a;b\r\n1;2\r3;4',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'line breaks, quotes and separators inside quotes',
      'a;b\n"x\r\ny;""z""";2\n3;4\n',
      [
        [1, 'a', 'b'],
        [2, 'x\r\ny;"z"', '2'],
        [4, '3', '4'],
      ],
    ],
    [
      'quotes in the middle of a field, and after the closing one',
      'a;b\n1 "due" 3;"x" y\n',
      [
        [1, 'a', 'b'],
        [2, '1 "due" 3', 'x y'],
      ],
    ],
    [
      'empty cells and empty lines',
      'a;b;c\n;;\n\n1;;3\n',
      [
        [1, 'a', 'b', 'c'],
        [2, '', '', ''],
        [3, ''],
        [4, '1', '', '3'],
      ],
    ],
    [
      'Windows-1252',
      Buffer.from('citt\u00e0;b\n1;2\n', 'latin1'),
      [
        [1, 'città', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'UTF-16 with its mark',
      Buffer.from('\ufeffcittà;b\n1;2\n', 'utf16le'),
      [
        [1, 'città', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'UTF-16 without',
      Buffer.from('a;b\n1;2\n', 'utf16le'),
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'UTF-8 with its mark',
      '\ufeffa;b\n1;2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
  ])('%s', (_, content, rows) => {
    expect(texts(content)).toEqual(rows);
  });

  it('H34 quotes that are never closed are told with their line', () => {
    const table = openTable(bytesInMemory(Buffer.from('a;b\n1;"due\n3;4\n5;6\n')));
    expect(table.ok).toBe(true);
    expect(() => (table.ok ? [...table.value.rows()] : [])).toThrow('unclosed-quote');
  });

  it('is no table when nothing separates anything', () => {
    expect(texts('una riga\ndue righe\n')).toEqual({ code: 'unknown-format', saw: 'un testo' });
  });

  it('goes through a million cells, cut anywhere, without losing one', () => {
    const line = `${Array.from({ length: 20 }, (_, i) => `"v;${i}"`).join(';')}\r\n`;
    const rows = texts(line.repeat(10_000));
    expect(rows).toHaveLength(10_000);
    expect(Array.isArray(rows) && rows.every((row: unknown[]) => row.length === 21)).toBe(true);
  });
});

describe.each(['xlsx', 'xls', 'ods', 'xlsb'] as const)('a workbook (%s)', (kind) => {
  it('has its texts, numbers and days as a CSV would show them', () => {
    const sheet = [
      ['IUV', 'Importo', 'Data', 'Note'],
      ['010000000000000123', 12.3, daySerial(45494), '=1+1'],
      ['RF45w9', 0.1 + 0.2, daySerial(1), true],
    ];
    expect(texts(workbook({ Foglio1: sheet }, kind))).toEqual([
      [1, 'IUV', 'Importo', 'Data', 'Note'],
      [2, '010000000000000123', '12.3', '2024-07-21', '=1+1'],
      [3, 'RF45w9', '0.30000000000000004', '1900-01-01', 'VERO'],
    ]);
  });

  it('keeps the number of an empty row, and shows a long number as it was rounded', () => {
    const sheet = [['a', 'b', 'c'], [], [Number('12345678901234567'), 123_456_789_012_345, 'x']];
    expect(texts(workbook({ Foglio1: sheet }, kind))).toEqual([
      [1, 'a', 'b', 'c'],
      [3, expect.stringMatching(/^1\.23456789012345\d*E\+16$/), '123456789012345', 'x'],
    ]);
  });
});

describe('a workbook', () => {
  it('says nothing on the terminal of a record that the library does not know', () => {
    const book = Buffer.from(
      workbook(
        {
          Foglio1: [
            ['a', 'b', 'c'],
            [1, 2, 3],
          ],
        },
        'xls',
      ),
    );
    const codePage = book.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
    expect(codePage).toBeGreaterThan(0);
    book.writeUInt16LE(0x7eef, codePage);
    const said = vi.spyOn(console, 'error');
    onTestFinished(() => said.mockRestore());
    expect(texts(book)).toEqual([
      [1, 'a', 'b', 'c'],
      [2, '1', '2', '3'],
    ]);
    expect(said).not.toHaveBeenCalled();
  });

  it('is read on the one sheet that holds a table', () => {
    const table = [
      ['a', 'b', 'c'],
      [1, 2, 3],
    ];
    expect(texts(workbook({ Note: [['leggere prima']], Dati: table, Vuoto: [] }))).toHaveLength(2);
    expect(texts(workbook({ Uno: table, Due: table }))).toEqual({
      code: 'workbook-refused',
      why: 'several-sheets',
    });
  });

  it('is refused when it is damaged', () => {
    const hollow = ['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({ name, content: '<a/>' }));
    expect(texts(zip(hollow))).toEqual({ code: 'workbook-refused', why: 'damaged' });
  });

  it('H28 H29 leaves the prototype of objects alone, whatever its headers and names are called', () => {
    expect(
      texts(
        workbook({
          __proto__x: [
            ['__proto__', 'constructor', 'toString'],
            [1, 2, 3],
          ],
        }),
      ),
    ).toEqual([
      [1, '__proto__', 'constructor', 'toString'],
      [2, '1', '2', '3'],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('marks what a formula made', () => {
    const table = openTable(
      bytesInMemory(
        workbook({
          Dati: [
            ['a', 'b'],
            [1, { t: 'n', v: 2, f: 'A2+1' }],
          ],
        }),
      ),
    );
    const [, row] = table.ok ? [...table.value.rows()] : [];
    expect(row?.cells).toEqual([
      { text: '1', number: 1 },
      { text: '2', number: 2, formula: true },
    ]);
  });
});
