import { ByteReader } from '../byte-reader.ts';
import { Refusal } from '../refusal.ts';
import { overXmlLimit, xmlLimits } from '../xml-limits.ts';

/** Where a value stands in a JSON text in UTF-8. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A member of an object. */
export interface Member extends Place {
  readonly key: string;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The members of the object that begins at a position, their values passed over. May throw a `Refusal`. */
export function* membersOf(reader: ByteReader, from: number): Generator<Member, void, undefined> {
  for (let at = firstOf(reader, from, openBrace, closeBrace); at !== null;) {
    if (reader.at(at) !== quote) throw malformed(reader, at);
    const keyEnd = endOfString(reader, at);
    const mark = reader.afterBlanks(keyEnd);
    if (reader.at(mark) !== colon) throw malformed(reader, mark);
    const start = reader.afterBlanks(mark + 1);
    const end = endOfValue(reader, start);
    yield { key: textOfString(reader, at, keyEnd), from: start, to: end };
    at = nextAfter(reader, end, closeBrace);
  }
}

/** The elements of the list that begins at a position. May throw a `Refusal`. */
export function* elementsOf(reader: ByteReader, from: number): Generator<Place, void, undefined> {
  for (let at = firstOf(reader, from, openBracket, closeBracket); at !== null;) {
    const end = endOfValue(reader, at);
    yield { from: at, to: end };
    at = nextAfter(reader, end, closeBracket);
  }
}

/** Where the first item of an object or a list begins; null when there is none. */
function firstOf(reader: ByteReader, from: number, open: number, close: number): number | null {
  if (reader.at(from) !== open) throw malformed(reader, from);
  const at = reader.afterBlanks(from + 1);
  return reader.at(at) === close ? null : at;
}

/** Where the item after one begins that ended at a position; null when it was the last. */
function nextAfter(reader: ByteReader, end: number, close: number): number | null {
  const at = reader.afterBlanks(end);
  if (reader.at(at) === close) return null;
  if (reader.at(at) !== comma) throw malformed(reader, at);
  return reader.afterBlanks(at + 1);
}

/** Where the value ends that begins at a position; what is inside it is not checked. */
export function endOfValue(reader: ByteReader, from: number): number {
  const first = reader.at(from);
  if (first === quote) return endOfString(reader, from);
  if (first !== openBrace && first !== openBracket) return endOfWord(reader, from);
  let depth = 0;
  for (let at = from; ; at++) {
    const byte = reader.at(at);
    if (byte === -1) throw new Refusal({ code: 'incomplete-file' });
    if (byte === quote) at = endOfString(reader, at) - 1;
    else if (byte === openBrace || byte === openBracket) {
      if (++depth > xmlLimits.depth) throw new Refusal(overXmlLimit('depth'));
    } else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return at + 1;
  }
}

function endOfString(reader: ByteReader, from: number): number {
  for (let at = from + 1; ; at++) {
    const byte = reader.at(at);
    if (byte === -1) throw new Refusal({ code: 'incomplete-file' });
    if (byte === backslash) at++;
    else if (byte === quote) return at + 1;
    if (at - from > xmlLimits['text-length']) throw new Refusal(overXmlLimit('text-length'));
  }
}

/** A number, `true`, `false` or `null`. */
function endOfWord(reader: ByteReader, from: number): number {
  let at = from;
  while (isOfWord(reader.at(at))) at++;
  if (reader.at(at) === -1) throw new Refusal({ code: 'incomplete-file' });
  if (at === from) throw malformed(reader, at);
  return at;
}

function isOfWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x45
  );
}

/** The text that a string stands for. */
export function textOfString(reader: ByteReader, from: number, to: number): string {
  const written = reader.text(from, to);
  // Nearly every text stands for itself, and there are millions.
  if (/^"[^"\\\p{Cc}]*"$/u.test(written)) return written.slice(1, -1);
  try {
    const text: unknown = JSON.parse(written);
    if (typeof text === 'string') return text;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw malformed(reader, from);
}

/** Leaves with the line on which the trouble stands. */
export function malformed(reader: ByteReader, position: number): Refusal {
  if (reader.at(position) === -1) return new Refusal({ code: 'incomplete-file' });
  let line = 1;
  for (let at = reader.indexOf(0x0a, 0); at !== -1 && at < position; at = reader.indexOf(0x0a, at + 1))
    line++;
  return new Refusal({ code: 'malformed-json', line });
}
