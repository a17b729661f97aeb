import { readCanonical } from '../importers/canonical.ts';
import type { TapeItem } from './tape.ts';

/** A tape item as it crosses threads: readings travel as their canonical text, which costs least to copy. */
export type Line =
  Exclude<TapeItem, { type: 'reading' }> | Omit<Extract<TapeItem, { type: 'reading' }>, 'reading'>;

/** One line; a canonical text ends with a line break and holds no other. */
export function encodeLine(line: Line): string {
  if (line.type !== 'reading') return `= ${JSON.stringify(line)}\n`;
  return `${line.part}${line.row === null ? '' : `/${line.row}`} ${line.text}`;
}

/** What a line stands for. */
export function itemOf(line: Line): TapeItem {
  if (line.type !== 'reading') return line;
  return { ...line, reading: readCanonical(line.text) };
}

export function* decodeBatch(batch: string): Generator<Line> {
  for (let start = 0; start < batch.length;) {
    const end = batch.indexOf('\n', start);
    // With its line break, which is part of the text.
    const line = batch.slice(start, end + 1);
    start = end + 1;
    const first = line.indexOf(' ');
    if (line.startsWith('=')) yield JSON.parse(line.slice(first + 1)) as Line;
    else {
      const [part = '', row = null] = line.slice(0, first).split('/');
      yield {
        type: 'reading',
        part: Number(part),
        row: row === null ? null : Number(row),
        text: line.slice(first + 1),
      };
    }
  }
}
