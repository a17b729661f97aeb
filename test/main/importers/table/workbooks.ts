import { utils, write, type BookType, type CellObject } from 'xlsx';

/** A value of a cell; an object is a cell as the library writes it, such as a formula or a formatted date. */
export type CellValue = string | number | boolean | null | CellObject;

/** A workbook whose sheets have these rows. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  bookType: BookType = 'xlsx',
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const written: unknown = write(book, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(written)) throw new Error('no workbook was written');
  return written;
}

/** A day as a spreadsheet keeps it: a serial number with a format. */
export function daySerial(serial: number, format = 'dd/mm/yyyy'): CellObject {
  return { t: 'n', v: serial, z: format };
}
