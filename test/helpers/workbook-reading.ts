import { CFB, read, type CellObject, type WorkBook } from 'xlsx';

/** What stands in one cell: a text, a number or nothing; `formula` where it is reckoned. */
export interface ReadCell {
  readonly value: unknown;
  readonly formula: string | undefined;
  readonly format: string;
  readonly isText: boolean;
}

export interface ReadWorkbook {
  readonly book: WorkBook;
  readonly names: readonly string[];
  /** The values of a sheet, row by row, as a person types them; empty cells are null. */
  values(sheet: string): unknown[][];
  cell(sheet: string, at: string): ReadCell;
  /** A part of the file, as text. */
  part(name: string): string;
}

/** A workbook as another program reads it. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const book = read(bytes, { type: 'buffer', cellFormula: true, cellNF: true, dense: false });
  const archive = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  function cellOf(sheet: string, at: string): CellObject {
    const cell: unknown = book.Sheets[sheet]?.[at];
    if (typeof cell !== 'object' || cell === null) throw new Error(`«${sheet}» has no cell ${at}`);
    return cell as CellObject;
  }
  return {
    book,
    names: book.SheetNames,
    values(sheet) {
      const cells = Object.entries(book.Sheets[sheet] ?? {}).filter(([at]) => !at.startsWith('!'));
      const rows: unknown[][] = [];
      for (const [at, cell] of cells) {
        const [, letters = '', number = '0'] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
        const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        const row = (rows[Number(number) - 1] ??= []);
        row[column] = (cell as CellObject).v;
      }
      return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
    },
    cell(sheet, at) {
      const { v: value, f: formula, z, t } = cellOf(sheet, at);
      return { value, formula, format: String(z), isText: t === 's' };
    },
    part(name) {
      const found = CFB.find(archive, name);
      if (found === null) throw new Error(`no ${name} in the workbook`);
      return Buffer.from(found.content as Uint8Array).toString('utf8');
    },
  };
}
