import type { ByteReader } from '../byte-reader.ts';

/** One element of BER: a tag, a length and what it contains. */
export interface Element {
  readonly tag: number;
  readonly constructed: boolean;
  /** Where its contents begin. */
  readonly start: number;
  /** Where they end; null when that is told by a mark after them. */
  readonly end: number | null;
}

/** Thrown for bytes that are not BER. */
export class BerError extends Error {}

export const tags = { octetString: 0x04, objectId: 0x06, sequence: 0x30, contentOfContext: 0xa0 } as const;

/** Elements inside elements: a signature has a dozen. */
const deepest = 32;

/** The element at a position; it must end within `limit`. */
export function elementAt(reader: ByteReader, position: number, limit: number): Element {
  const tag = reader.at(position);
  const first = reader.at(position + 1);
  if (tag === -1 || first === -1 || position + 2 > limit) throw new BerError('manca la fine');
  // Tags of several bytes are in no signature.
  if ((tag & 0x1f) === 0x1f) throw new BerError('la sua struttura non è quella di una firma');
  const constructed = (tag & 0x20) !== 0;
  if (first === 0x80) {
    if (!constructed) throw new BerError('la sua struttura non è quella di una firma');
    return { tag, constructed, start: position + 2, end: null };
  }
  if (first < 0x80) return bounded({ tag, constructed, start: position + 2 }, first, limit);
  const count = first & 0x7f;
  if (count > 6) throw new BerError('dichiara una lunghezza impossibile');
  let length = 0;
  for (let i = 0; i < count; i++) {
    const byte = reader.at(position + 2 + i);
    if (byte === -1) throw new BerError('manca la fine');
    length = length * 256 + byte;
  }
  return bounded({ tag, constructed, start: position + 2 + count }, length, limit);
}

function bounded(element: Omit<Element, 'end'>, length: number, limit: number): Element {
  const end = element.start + length;
  if (end > limit) throw new BerError('dichiara più dati di quanti ne contiene');
  return { ...element, end };
}

/** The elements inside one, in order. After each, `next` must be told where it ended. */
export function* childrenOf(reader: ByteReader, parent: Element, limit: number): Generator<Element> {
  const end = parent.end ?? limit;
  for (let position = parent.start; parent.end === null || position < end;) {
    if (parent.end === null && isEndMark(reader, position)) return;
    const child = elementAt(reader, position, end);
    yield child;
    position = endOf(reader, child, end);
  }
}

/** The position after an element, its end mark included. */
export function endOf(reader: ByteReader, element: Element, limit: number): number {
  if (element.end !== null) return element.end;
  let depth = 1;
  let position = element.start;
  while (depth > 0) {
    if (isEndMark(reader, position)) {
      depth--;
      position += 2;
      continue;
    }
    const inner = elementAt(reader, position, limit);
    if (inner.end !== null) position = inner.end;
    else {
      if (++depth > deepest) throw new BerError('ha troppi elementi uno dentro l’altro');
      position = inner.start;
    }
  }
  return position;
}

/** Where the bytes of an octet string are: in one piece, or in pieces inside pieces. */
export function piecesOf(
  reader: ByteReader,
  octets: Element,
  limit: number,
): { readonly from: number; readonly to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  const open: { end: number | null; limit: number }[] = [];
  let position = take(octets, limit);
  while (open.length > 0) {
    const { end, limit: within } = open[open.length - 1] ?? { end: 0, limit: 0 };
    if (end === null ? isEndMark(reader, position) : position >= end) {
      open.pop();
      position = end ?? position + 2;
      continue;
    }
    const piece = elementAt(reader, position, within);
    if ((piece.tag & ~0x20) !== tags.octetString)
      throw new BerError('la sua struttura non è quella di una firma');
    position = take(piece, within);
  }
  return pieces;

  /** Keeps a piece, or goes into it; answers where to go on. */
  function take(piece: Element, within: number): number {
    if (piece.constructed) {
      if (open.length >= deepest) throw new BerError('ha troppi elementi uno dentro l’altro');
      open.push({ end: piece.end, limit: piece.end ?? within });
      return piece.start;
    }
    if (pieces.length >= mostPieces) throw new BerError('è in troppi pezzi');
    const to = piece.end ?? piece.start;
    if (to > piece.start) pieces.push({ from: piece.start, to });
    return to;
  }
}

/** Writers cut every kilobyte or more. */
const mostPieces = 1_000_000;

function isEndMark(reader: ByteReader, position: number): boolean {
  return reader.at(position) === 0 && reader.at(position + 1) === 0;
}
