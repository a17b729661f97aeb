import { overCeiling } from '../archive/limits.ts';
import { Refusal } from '../refusal.ts';

export interface Line {
  /** 1-based. */
  readonly row: number;
  readonly line: string;
}

/** No line of a file in fixed records is this many times as long as a record. */
const tooLong = 100;

/** The lines of a text, whatever ends them. */
export function* linesOf(pieces: Iterable<string>, usualLength: number): Generator<Line> {
  let rest = '';
  let row = 0;
  for (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > usualLength * tooLong)
      throw new Refusal(overCeiling('text-length', usualLength * tooLong));
    for (const line of lines) yield { row: ++row, line: line.replace(/\r$/, '') };
  }
  if (rest !== '') yield { row: ++row, line: rest.replace(/\r$/, '') };
}
