import { describe, expect, it } from 'vitest';
import { listSheet, type List } from '../../../src/main/exports/tesoriere/list-sheet.ts';
import { lettersOf, type Row, type Sheet } from '../../../src/main/exports/workbook/model.ts';
import { writeWorkbook } from '../../../src/main/exports/workbook/write-workbook.ts';
import { found } from '../../trust/figures.ts';
import { readWorkbook, type ReadWorkbook } from '../../helpers/workbook-reading.ts';

const page: Omit<Sheet, 'rows'> = {
  name: 'Foglio',
  columns: [{ width: 20, kind: 'text' }],
  header: null,
  listed: 0,
  printed: 1,
};

async function written(sheets: readonly Sheet[], ente = 'Comune'): Promise<ReadWorkbook> {
  const pieces: Uint8Array[] = [];
  const workbook = { title: 'Prova', ente, created: '2026-03-31T10:00:00.000Z', sheets };
  await writeWorkbook(workbook, async (bytes) => void pieces.push(bytes));
  return readWorkbook(Buffer.concat(pieces));
}

async function textBack(text: string): Promise<unknown> {
  const book = await written([{ ...page, rows: [[{ cells: [text] }]] }]);
  const { value, isText, formula } = book.cell('Foglio', 'A1');
  expect({ isText, formula }).toEqual({ isText: true, formula: undefined });
  return value;
}

describe('a text in a cell', () => {
  it.each(
    [
      ['=1+1', '+39', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x";"y")', '#REF!', '#N/A', 'TRUE', '007'],
      [
        '000123456789012345',
        '1e5',
        '12/03/2026',
        ' davanti e dietro ',
        'due\nrighe',
        'a & b < c > "d"',
        '€ è 😀',
      ],
      ['_x0041_', '_x000D_', '_x_', ']]>'],
    ].flat(),
  )('H35 is the same text when it is read: %j', async (text) => {
    expect(await textBack(text)).toBe(text);
    found('H35', 'Excel: ogni testo resta testo');
  });

  it.each([
    ['a\rb', 'a\rb'],
    ['\r=1', '\r=1'],
    ['a\u0000b\u001fc', 'abc'],
    ['a\ud800b\ufffe', 'a\ufffdb\ufffd'],
  ])('that XML cannot hold is written so that a file can be read: %j', async (text, told) => {
    expect(await textBack(text)).toBe(told);
  });

  it('longer than a cell holds says that it was cut', async () => {
    const told = String(await textBack('x'.repeat(40_000)));
    expect(told).toHaveLength(32_767);
    expect(told.endsWith('x […]')).toBe(true);
  });
});

it('writes cents as digits, days as serial numbers and dots as numbers that say their word', async () => {
  const columns = (['euro', 'euro', 'day', 'dot', 'count'] as const).map((kind) => ({ kind, width: 9 }));
  const rows: Row[][] = [[{ cells: [123_456_789_012, -5, '2024-02-29', 2, 1_000] }]];
  const xml = (await written([{ ...page, columns, rows }])).part('/xl/worksheets/sheet1.xml');
  const values = [...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value);
  expect(values).toEqual(['1234567890.12', '-0.05', '45351', '2', '1000']);
});

it.each([
  ['Comune di A & B', '&amp;L&amp;"-,Bold"Comune di A &amp;&amp; B&amp;R'],
  ['2000 Abitanti', '&amp;L&amp;"-,Bold" 2000 Abitanti&amp;R'],
  ['<b>\u0007', '&amp;L&amp;"-,Bold"&lt;b&gt; &amp;R'],
])('prints the name of the ente, whatever is in it: %j', async (ente, told) => {
  const book = await written([{ ...page, rows: [] }], ente);
  expect(book.part('/xl/worksheets/sheet1.xml')).toContain(told);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('calls column %i %s', (column, letters) => {
  expect(lettersOf(column)).toBe(letters);
});

const items = (...cents: number[]) => [cents.map((item) => ({ item }))];

describe('a list', () => {
  const list: List<number> = {
    name: 'Lista',
    columns: [
      { title: 'Nome', width: 9, kind: 'text', value: String },
      { title: 'Importo', width: 9, kind: 'euro', total: true, value: (cents) => cents },
    ],
  };

  it('stands under its totals, and without rows is a list all the same', async () => {
    const two = listSheet(list, { rows: 2, count: 2, sums: { Importo: 12_550 } }, items(12_345, 205));
    const none = listSheet({ ...list, name: 'Vuota' }, { rows: 0, count: 0, sums: {} }, []);
    const book = await written([two, none]);
    expect(book.values('Lista')).toEqual([
      [2, 125.5],
      ['Nome', 'Importo'],
      ['12345', 123.45],
      ['205', 2.05],
    ]);
    expect(book.cell('Lista', 'B1').formula).toBe('SUBTOTAL(109,B3:B4)');
    expect(book.cell('Vuota', 'B1')).toMatchObject({ value: 0, formula: 'SUBTOTAL(109,B3:B3)' });
    expect(book.part('/xl/worksheets/sheet2.xml')).toContain('<autoFilter ref="A2:B2"/>');
  });

  it.each([
    [{ rows: 2, count: 2, sums: { Importo: 12_551 } }, 'Importo comes to 12550'],
    [{ rows: 3, count: 3, sums: { Importo: 12_550 } }, 'has 4 rows, and was told to have 5'],
  ])('that does not come to what the ledger says is never written to its end', async (promised, says) => {
    const sheet = listSheet(list, promised, items(12_345, 205));
    await expect(written([sheet])).rejects.toThrow(says);
  });
});

function* endless(): Generator<Row[]> {
  for (;;) yield Array.from({ length: 1_000 }, (_, i) => ({ cells: [`${Math.sin(i)}`] }));
}

it('stops when the disk does', async () => {
  const sheet = { ...page, rows: endless() };
  const writing = writeWorkbook(
    { title: '', ente: '', created: '2026-03-31T10:00:00Z', sheets: [sheet] },
    async () => {
      throw new Error('ENOSPC');
    },
  );
  await expect(writing).rejects.toThrow('ENOSPC');
});
