import { closeSync, openSync, readSync } from 'node:fs';
import type { Given } from '../ledger/consumers.ts';

/** A line of the notes of an export. A key is JSON text: it holds no line break. */
export function givenLine({ key, digest }: Given): string {
  return `${digest ?? '-'} ${key}\n`;
}

/** Reads the notes back, a piece at a time: there may be a million. */
export function* readGiven(path: string): Generator<Given> {
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder();
    const piece = Buffer.allocUnsafe(64 * 1024);
    let rest = '';
    for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) {
      const lines = `${rest}${decoder.decode(piece.subarray(0, got), { stream: true })}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield givenOf(line);
    }
  } finally {
    closeSync(file);
  }
}

function givenOf(line: string): Given {
  const blank = line.indexOf(' ');
  const digest = line.slice(0, blank);
  return { key: line.slice(blank + 1), digest: digest === '-' ? null : digest };
}
