import { ByteReader } from '../byte-reader.ts';
import { chunkSize, inBlocks, sliceOf, type Block, type ByteSource } from '../bytes.ts';

/** Longest reference to a character that is looked for. */
const longestReference = 12;

/** A text of XML in UTF-8 with its references replaced by what they stand for; converted as it is read. */
export function unescape(text: ByteSource): ByteSource {
  if (new ByteReader(text).indexOf(0x26, 0) === -1) return text;
  const blocks: Block[] = [];
  let start = 0;
  let held = -1;
  let bytes: Uint8Array = new Uint8Array(0);
  for (let from = 0; from < text.size;) {
    const to = endOfBlock(text, from);
    const [block, n] = [sliceOf(text, from, to), blocks.length];
    const size = replaced(block).length;
    blocks.push({
      start,
      size,
      read(position, length) {
        if (held !== n) bytes = replaced(block);
        held = n;
        return bytes.subarray(position, position + length);
      },
    });
    start += size;
    from = to;
  }
  return inBlocks(blocks, start);
}

/** A reference must not be cut: a block ends before the `&` of one that goes on. */
function endOfBlock(text: ByteSource, from: number): number {
  const to = Math.min(text.size, from + chunkSize);
  if (to === text.size) return to;
  const tail = Buffer.from(text.read(to - longestReference, longestReference)).toString('latin1');
  const ampersand = tail.lastIndexOf('&');
  return ampersand === -1 || tail.includes(';', ampersand) ? to : to - longestReference + ampersand;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** One byte for each character, so that those that are not ASCII stay as they are. */
function replaced(block: ByteSource): Buffer {
  const text = Buffer.from(block.read(0, block.size)).toString('latin1');
  const plain = text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g,
    (whole, ...found) => {
      const [decimal, hexadecimal, name]: (string | undefined)[] = found;
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code > 0x10_ff_ff ? whole : Buffer.from(String.fromCodePoint(code), 'utf8').toString('latin1');
    },
  );
  return Buffer.from(plain, 'latin1');
}
