import { announceCopy, copyText } from '../copy.ts';
import type { Column } from './column.ts';

/** Puts rows on the clipboard as a spreadsheet takes them. */
export async function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const lines = rows.map((row) => columns.map((column) => oneLine(column.text(row))).join('\t'));
  announceCopy(await copyText(lines.join('\n')), rows.length);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
