import { overCeiling } from '../archive/limits.ts';
import { Refusal } from '../refusal.ts';

/** Every record of the CBI standard has this many characters; blanks at its end, and the first one, get lost. */
const recordLength = 120;
const longestLine = 1_000_000;

/** A record, with the line of the text on which it stands. */
export interface CbiRecord {
  readonly line: number;
  /** `RH`, `61`, `62`… */
  readonly type: string;
  /** Positions as the standard counts them, from 1, both included. */
  at(from: number, to: number): string;
}

/** The records of a text: one a line, or one after the other without line breaks. */
export function* cbiRecords(pieces: Iterable<string>): Generator<CbiRecord, void, undefined> {
  let line = 0;
  for (const text of linesOf(pieces)) {
    line += 1;
    for (let from = 0; from < text.length; from += recordLength) {
      const piece = text.slice(from, from + recordLength);
      if (piece.trim() !== '') yield recordOf(piece, line);
    }
  }
}

const typeAtStart = /^(?:RH|EC|EF|6[1-5])/;

function recordOf(piece: string, line: number): CbiRecord {
  const text = typeAtStart.test(piece) ? ` ${piece}` : piece;
  return { line, type: text.slice(1, 3), at: (from, to) => text.slice(from - 1, to) };
}

function* linesOf(pieces: Iterable<string>): Generator<string, void, undefined> {
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longestLine) throw new Refusal(overCeiling('text-length', longestLine));
  }
  yield rest;
}
