import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { inPieces, type ByteSource } from '../bytes.ts';
import { BerError, childrenOf, elementAt, piecesOf, tags, type Element } from './ber.ts';
import { damaged } from './damaged.ts';
import { isSignedOrSealed } from './looks.ts';
import { insideOf, type Wrapping } from './wrapping.ts';

/**
 * A document signed with CAdES, as Italian signing programs write it: DER, or BER with open ends and the document in
 * pieces. The signature is removed and not verified. What is inside may be signed again.
 */
export const p7m: Wrapping = {
  name: 'p7m',
  warning: { code: 'signature-removed' },
  unwrap(source) {
    if (!isSignedOrSealed(source.read(0, 40))) return null;
    try {
      const content = contentOf(source);
      return content.ok ? ok([insideOf(content.value, source)]) : content;
    } catch (error) {
      if (error instanceof BerError) return damaged('p7m', error.message);
      throw error;
    }
  },
};

/** The last byte of the identifiers of PKCS #7: 1.2.840.113549.1.7.n. */
const signedData = 2;
const sealed: ReadonlySet<number> = new Set([3, 4, 6]);

function contentOf(source: ByteSource): Result<ByteSource, DocumentProblem> {
  const reader = new ByteReader(source);
  const message = elementAt(reader, 0, source.size);
  const [type, body] = firstOf(reader, message, source.size, 2);
  if (type?.tag !== tags.objectId || type.end === null) throw misshapen();
  const kind = reader.at(type.end - 1);
  if (sealed.has(kind)) return fail({ code: 'not-importable', what: 'encrypted' });
  if (kind !== signedData || body?.tag !== tags.contentOfContext) throw misshapen();
  const [signed] = firstOf(reader, body, source.size, 1);
  if (signed?.tag !== tags.sequence) throw misshapen();
  // Version, algorithms, then the content with its type before it.
  const [, , content] = firstOf(reader, signed, source.size, 3);
  if (content?.tag !== tags.sequence) throw misshapen();
  const [, holder] = firstOf(reader, content, source.size, 2);
  if (holder === undefined) return fail({ code: 'not-importable', what: 'signature-only' });
  const [octets] = firstOf(reader, holder, source.size, 1);
  if (octets === undefined) return fail({ code: 'not-importable', what: 'signature-only' });
  if ((octets.tag & ~0x20) !== tags.octetString) throw misshapen();
  const pieces = piecesOf(reader, octets, source.size);
  if (pieces.length === 0) return fail({ code: 'not-importable', what: 'signature-only' });
  return ok(inPieces(source, pieces));
}

function firstOf(reader: ByteReader, parent: Element, size: number, count: number): Element[] {
  const children: Element[] = [];
  if (!parent.constructed) throw misshapen();
  for (const child of childrenOf(reader, parent, parent.end ?? size)) {
    children.push(child);
    if (children.length === count) break;
  }
  return children;
}

function misshapen(): BerError {
  return new BerError('la sua struttura non è quella di una firma');
}
