import { isUtf8 } from 'node:buffer';
import type { DocumentProblem, DocumentWarning } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { chunkSize, chunksOf, originOf, type ByteSource } from './bytes.ts';
import { findEncoding, type FoundEncoding } from './encoding.ts';
import { junkBefore } from './junk-before.ts';
import { Refusal } from './refusal.ts';
import { areUtf8, endsInOneAccent, wholeCharacters } from './utf8.ts';

/** A document as text. */
export interface DecodedText {
  /** The text from the first character of the XML, in pieces of at most 64 K characters. May throw a `Refusal`. */
  pieces(): Iterable<string>;
  /** The same as the bytes of UTF-8, which may be cut anywhere. */
  utf8(): Iterable<Uint8Array>;
  readonly warnings: readonly DocumentWarning[];
  /** Lines cut away before the XML, for whoever counts lines. */
  readonly linesBefore: number;
}

/**
 * Bytes become text by the declared encoding. UTF-8 is checked from beginning to end before anything is told, where nobody
 * did: which costs little beside the parsing, and spares a second reading.
 */
export function decode(source: ByteSource): Result<DecodedText, DocumentProblem> {
  const plain = decodePlain(source);
  if (plain !== null) return ok(plain);
  const found = findDecoding(source);
  if (!found.ok) return found;
  const { decoding, warnings } = found.value;
  try {
    const junk = beginsCleanly(source, decoding) ? '' : junkBefore(firstPiece(source, decoding));
    if (junk.length > 0) warnings.push({ code: 'junk-before-xml', characters: junk.length });
    return ok({
      pieces: () => piecesAfter(source, decoding, junk.length),
      utf8: () => utf8After(source, decoding, junk.length),
      warnings,
      linesBefore: junk.split('\n').length - 1,
    });
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

/** What most files are: small, in UTF-8 as they say, and beginning with their declaration. Null for any other. */
function decodePlain(source: ByteSource): DecodedText | null {
  if (source.size > chunkSize) return null;
  const bytes = source.read(0, source.size);
  if (!declaration.every((byte, i) => bytes[i] === byte)) return null;
  const found = findEncoding(bytes);
  if (!found.ok || found.value.encoding !== 'utf-8' || found.value.contradicted) return null;
  if (!isUtf8(bytes)) return null;
  return {
    pieces: () => [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')],
    utf8: () => [bytes],
    warnings: [],
    linesBefore: 0,
  };
}

/** The same for a text that is no XML: all of it, from the first character. */
export function decodeText(
  source: ByteSource,
): Result<Pick<DecodedText, 'pieces' | 'warnings'>, DocumentProblem> {
  const found = findDecoding(source);
  if (!found.ok) return found;
  const isAccent = found.value.decoding.encoding === 'utf-8' && endsInOneAccent(chunksOf(source));
  const decoding: FoundEncoding = isAccent
    ? { ...found.value.decoding, encoding: 'windows-1252' }
    : found.value.decoding;
  // Nobody declares the encoding of such a text: to have found it is nothing to warn of.
  return ok({ pieces: () => allPieces(source, decoding), warnings: [] });
}

function findDecoding(
  source: ByteSource,
): Result<{ readonly decoding: FoundEncoding; readonly warnings: DocumentWarning[] }, DocumentProblem> {
  const found = findEncoding(source.read(0, chunkSize));
  if (!found.ok) return found;
  const warnings: DocumentWarning[] = [];
  const { declared, skip } = found.value;
  let { encoding } = found.value;
  if (encoding === 'utf-8' && originOf(source).areUtf8 !== true && !areUtf8(chunksAfter(source, skip))) {
    if (!areWindows1252(chunksAfter(source, skip))) return fail({ code: 'unreadable-encoding', declared });
    encoding = 'windows-1252';
    warnings.push({ code: 'encoding-recovered', declared, used: 'Windows-1252' });
  } else if (found.value.contradicted) {
    warnings.push({ code: 'encoding-recovered', declared, used: 'UTF-8' });
  }
  return ok({ decoding: { ...found.value, encoding }, warnings });
}

/** The first characters of a document, without checks: enough to tell what it is. */
export function decodeBeginning(first: Uint8Array): string {
  const found = findEncoding(first);
  const encoding = found.ok ? found.value.encoding : 'windows-1252';
  if (encoding === 'utf-8') return Buffer.from(first.buffer, first.byteOffset, first.length).toString('utf8');
  return new TextDecoder(encoding).decode(first);
}

/** True when the first characters are already those of the declaration: nothing need be cut away. */
function beginsCleanly(source: ByteSource, { skip }: FoundEncoding): boolean {
  const first = source.read(skip, declaration.length);
  return declaration.every((byte, i) => first[i] === byte);
}

const declaration = [...Buffer.from('<?xml ')];

function firstPiece(source: ByteSource, found: FoundEncoding): string {
  for (const piece of allPieces(source, found)) return piece;
  return '';
}

function* piecesAfter(source: ByteSource, found: FoundEncoding, drop: number): Generator<string> {
  let first = true;
  for (const piece of allPieces(source, found)) {
    yield first ? piece.slice(drop) : piece;
    first = false;
  }
}

function* utf8After(source: ByteSource, found: FoundEncoding, drop: number): Generator<Uint8Array> {
  if (found.encoding === 'utf-8' && drop === 0) yield* chunksAfter(source, found.skip);
  else for (const piece of piecesAfter(source, found, drop)) yield Buffer.from(piece, 'utf8');
}

function* allPieces(source: ByteSource, found: FoundEncoding): Generator<string> {
  const chunks = chunksAfter(source, found.skip);
  if (found.encoding === 'utf-8') {
    for (const piece of wholeCharacters(chunks)) yield piece.toString('utf8');
    return;
  }
  const decoder = new TextDecoder(found.encoding, { fatal: true, ignoreBOM: true });
  try {
    for (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (error instanceof TypeError)
      throw new Refusal({ code: 'unreadable-encoding', declared: found.declared });
    throw error;
  }
}

function* chunksAfter(source: ByteSource, skip: number): Generator<Uint8Array> {
  let first = true;
  for (const chunk of chunksOf(source)) {
    yield first ? chunk.subarray(skip) : chunk;
    first = false;
  }
}

/** Five bytes have no character in Windows-1252: a file that holds them was not written by it. */
function areWindows1252(chunks: Iterable<Uint8Array>): boolean {
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].some((byte) => bytes.includes(byte))) return false;
  }
  return true;
}
