import type { ByteReader } from '../byte-reader.ts';

/** The headers of a message or of a part of it, by lower-case name. */
export class Headers {
  readonly start: number;
  /** Where the body begins. */
  readonly end: number;
  readonly #fields: ReadonlyMap<string, string>;

  constructor(start: number, end: number, fields: ReadonlyMap<string, string>) {
    this.start = start;
    this.end = end;
    this.#fields = fields;
  }

  get(name: string): string | undefined {
    return this.#fields.get(name);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }
}

const enoughForHeaders = 64 * 1024;

/** True when a text begins as a message does: with headers, or with the boundary of its first part. */
export function beginsAsMessage(text: string): boolean {
  return beginsWithBoundary.test(text) || (usualHeader.test(text) && /^content-type\s*:/im.test(text));
}

/** True when a text may be the beginning of a message, as far as its first lines tell. */
export function mayBeMessage(text: string): boolean {
  return beginsWithBoundary.test(text) || usualHeader.test(text);
}

const beginsWithBoundary = /^\s*--[^\r\n]{1,200}\r?\n(?:[A-Za-z][\w-]*:|\r?\n)/;

const usualHeader =
  /^\s*(?:MIME-Version|Content-[A-Za-z-]+|Return-Path|Received|From|To|Date|Subject|Message-ID|X-[A-Za-z-]+)\s*:/i;

/** The headers from a position to the empty line; null when they do not end. */
export function readHeaders(reader: ByteReader, start: number): Headers | null {
  const text = reader.ascii(start, start + enoughForHeaders);
  const blankLine = /^\r?\n/.exec(text) ?? /\r?\n\r?\n/.exec(text);
  if (blankLine === null) return null;
  // A long header goes on in lines that begin with a blank.
  const lines = text.slice(0, blankLine.index).replaceAll(/\r?\n[ \t]+/g, ' ');
  const fields = new Map<string, string>();
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return new Headers(start, start + blankLine.index + blankLine[0].length, fields);
}

/** A parameter of a header, such as the boundary in a content type. */
export function parameterOf(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}
