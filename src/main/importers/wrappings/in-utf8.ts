import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { chunkSize, inBlocks, sliceOf, type Block, type ByteSource } from '../bytes.ts';
import { findEncoding, type FoundEncoding } from '../encoding.ts';

/**
 * A text in UTF-8, without byte order mark, whatever it is written in; converted as it is read. What is cut out of
 * it can then be read by itself.
 */
export function inUtf8(source: ByteSource): Result<ByteSource, DocumentProblem> {
  const found = findEncoding(source.read(0, chunkSize));
  if (!found.ok) return found;
  const { encoding, skip, declared } = found.value;
  if (encoding === 'utf-8') return ok(sliceOf(source, skip, source.size));
  try {
    return ok(convert(source, encoding, skip));
  } catch (error) {
    if (error instanceof TypeError) return fail({ code: 'unreadable-encoding', declared });
    throw error;
  }
}

/** Says of a text in UTF-8 that it is: a declaration in it may be that of the file it was cut out of, or none. */
export const utf8Mark: ByteSource = {
  size: 3,
  read: (position, length) => Uint8Array.of(0xef, 0xbb, 0xbf).subarray(position, position + length),
};

function convert(source: ByteSource, encoding: FoundEncoding['encoding'], skip: number): ByteSource {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (from: number, to: number): Buffer =>
    Buffer.from(decoder.decode(source.read(from, to - from)), 'utf8');
  const blocks: Block[] = [];
  let start = 0;
  let held = -1;
  let bytes: Uint8Array = new Uint8Array(0);
  for (let from = skip; from < source.size;) {
    const to = endOfBlock(source, encoding, from);
    const [begin, n, { length: size }] = [from, blocks.length, decode(from, to)];
    blocks.push({
      start,
      size,
      read(position, length) {
        if (held !== n) bytes = decode(begin, to);
        held = n;
        return bytes.subarray(position, position + length);
      },
    });
    start += size;
    from = to;
  }
  return inBlocks(blocks, start);
}

/** Characters must not be cut: those of UTF-16 have two bytes, or four of which the first two come before D800..DBFF end. */
function endOfBlock(source: ByteSource, encoding: string, from: number): number {
  const to = Math.min(source.size, from + chunkSize);
  if (to === source.size || !encoding.startsWith('utf-16')) return to;
  const [a = 0, b = 0] = source.read(to - 2, 2);
  const high = encoding === 'utf-16le' ? b : a;
  return high >= 0xd8 && high <= 0xdb ? to - 2 : to;
}
