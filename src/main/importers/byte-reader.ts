import { chunkSize, type ByteSource } from './bytes.ts';

/** Looks at the bytes of a source one by one or for the next of a kind, without fetching them one by one. */
export class ByteReader {
  readonly source: ByteSource;
  #held: Buffer = Buffer.alloc(0);
  #heldFrom = 0;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** The byte at a position; -1 beyond the end. */
  at(position: number): number {
    const held = this.#held[position - this.#heldFrom];
    if (held !== undefined) return held;
    return this.#fetch(position) ? (this.#held[position - this.#heldFrom] ?? -1) : -1;
  }

  /** The position of the next such byte; -1 when there is none. */
  indexOf(byte: number, from: number): number {
    for (let position = from; this.at(position) !== -1;) {
      const found = this.#held.indexOf(byte, position - this.#heldFrom);
      if (found !== -1) return this.#heldFrom + found;
      position = this.#heldFrom + this.#held.length;
    }
    return -1;
  }

  /** The position of the next such text, in ASCII; -1 when there is none. */
  find(text: string, from: number): number {
    const first = text.charCodeAt(0);
    for (let at = this.indexOf(first, from); at !== -1; at = this.indexOf(first, at + 1))
      if (this.startsWith(text, at)) return at;
    return -1;
  }

  startsWith(text: string, position: number): boolean {
    for (let i = 0; i < text.length; i++) if (this.at(position + i) !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The bytes as characters, one for each byte. */
  ascii(from: number, to: number): string {
    return this.#bytes(from, to).toString('latin1');
  }

  /** The characters of a text in UTF-8. */
  text(from: number, to: number): string {
    return this.#bytes(from, to).toString('utf8');
  }

  /** The position of the next byte that is not a blank, from `from` on. */
  afterBlanks(from: number): number {
    let position = from;
    while (isBlank(this.at(position))) position++;
    return position;
  }

  #bytes(from: number, to: number): Buffer {
    const start = from - this.#heldFrom;
    if (start >= 0 && to - this.#heldFrom <= this.#held.length)
      return this.#held.subarray(start, to - this.#heldFrom);
    const bytes = this.source.read(from, to - from);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  #fetch(position: number): boolean {
    if (position < 0 || position >= this.source.size) return false;
    const bytes = this.source.read(position, chunkSize);
    this.#held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#heldFrom = position;
    return bytes.length > 0;
  }
}

/** Blank, tab, carriage return, line feed. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
