import { readFileSync } from 'node:fs';

/** A sample of a list, to be changed: its header and its rows, without their line ends. */
export function linesOf(path: string, encoding: 'utf8' | 'latin1' = 'utf8'): readonly string[] {
  const text = readFileSync(new URL(path, import.meta.url), encoding);
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** A text in columns of these lines. */
export function csv(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}

/** Rows of columns that are told by name; what is not told is empty. */
export function rowsOf(
  header: string,
  rows: readonly Readonly<Record<string, string | number>>[],
  separator = ';',
): string {
  const names = header.split(separator);
  return csv(
    header,
    ...rows.map((row) =>
      names
        .map((name) => String(row[name] ?? ''))
        .map((value) =>
          value.includes(separator) || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value,
        )
        .join(separator),
    ),
  );
}
