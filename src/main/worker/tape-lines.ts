import { readCanonical } from '../importers/canonical.ts';
import type { TapeItem } from './tape.ts';

/** A tape item as it crosses threads: readings travel as their canonical text, which costs least to copy. */
export type Line =
  | Exclude<TapeItem, { type: 'reading' }>
  | (Pick<TapeItem & { type: 'reading' }, 'type' | 'part' | 'digest' | 'row'> & { readonly text: string });

/** One line; a canonical text ends with a line break and holds no other. */
export function encodeLine(line: Line): string {
  if (line.type !== 'reading') return `= ${JSON.stringify(line)}\n`;
  return `${line.digest} ${line.part}${line.row === null ? '' : `/${line.row}`} ${line.text}`;
}

/** What a line stands for. */
export function itemOf(line: Line): TapeItem {
  if (line.type !== 'reading') return line;
  const { type, part, digest, row, text } = line;
  return { type, part, digest, row, reading: readCanonical(text) };
}

export function* decodeBatch(batch: string): Generator<Line> {
  for (let start = 0; start < batch.length;) {
    const end = batch.indexOf('\n', start);
    const line = batch.slice(start, end);
    start = end + 1;
    const first = line.indexOf(' ');
    if (line.startsWith('=')) yield JSON.parse(line.slice(first + 1)) as Line;
    else {
      const second = line.indexOf(' ', first + 1);
      const [part = '', row = null] = line.slice(first + 1, second).split('/');
      yield {
        type: 'reading',
        digest: line.slice(0, first),
        part: Number(part),
        row: row === null ? null : Number(row),
        text: line.slice(second + 1),
      };
    }
  }
}
