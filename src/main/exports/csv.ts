/**
 * A sheet as Italian Excel opens it by a double click: semicolons, a mark for UTF-8, Windows line ends. A cell that
 * would begin a formula gets an apostrophe: what stands in a document must not run in somebody's spreadsheet.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(cellOf).join(';')}\r\n`);
  return Buffer.from(`\u{feff}${lines.join('')}`, 'utf8');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
