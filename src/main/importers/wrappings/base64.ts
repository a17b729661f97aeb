import { ByteReader, isBlank } from '../byte-reader.ts';
import { chunksOf, inBlocks, sliceOf, type Block, type ByteSource } from '../bytes.ts';

/** Characters that make a block: they stand for a whole number of bytes. */
const charactersPerBlock = 64 * 1024;
const bytesPerBlock = (charactersPerBlock / 4) * 3;
/** Lines are broken every 64 or 76 characters: a block that is mostly blanks is no text of ours. */
const widestBlock = 16 * charactersPerBlock;

/**
 * What a base64 text stands for, decoded as it is read: only the place of every 65,536th character is kept. Null when
 * it is no base64 from beginning to end. A text that was cut gives what is left of it.
 */
export function decodeBase64(text: ByteSource): ByteSource | null {
  const starts = blockStarts(text);
  if (starts === null) return null;
  const { from, characters } = starts;
  const size = Math.floor((characters * 3) / 4);
  let held = -1;
  let bytes: Uint8Array = new Uint8Array(0);
  const blocks = from.map((start, n): Block => {
    const block = sliceOf(text, start, from[n + 1] ?? text.size);
    return {
      start: n * bytesPerBlock,
      size: Math.min(bytesPerBlock, size - n * bytesPerBlock),
      read(position, length) {
        if (held !== n) bytes = decodeWhole(block);
        held = n;
        return bytes.subarray(position, position + length);
      },
    };
  });
  return inBlocks(blocks, size);
}

/** The first bytes of what a base64 text stands for; empty when it does not begin as one. */
export function beginningOfBase64(text: ByteSource, characters: number): Uint8Array {
  const first = Buffer.from(text.read(0, characters)).toString('latin1');
  if (!/^[A-Za-z0-9+/_\-\s]{24,}={0,2}\s*$/.test(first)) return new Uint8Array(0);
  const letters = first.replaceAll(/\s+/g, '');
  // Whole groups of four only: the last may go on.
  return Buffer.from(letters.slice(0, letters.length - (letters.length % 4)), 'base64');
}

const blank = 1;
const letter = 2;
const padding = 3;

const kinds = new Uint8Array(256);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  kinds[c.charCodeAt(0)] = letter;
for (const c of '\t\n\r ') kinds[c.charCodeAt(0)] = blank;
kinds['='.charCodeAt(0)] = padding;

/** Where each block begins and how many letters there are; null when something else is among them. */
function blockStarts(text: ByteSource): { from: number[]; characters: number } | null {
  const from: number[] = [];
  let characters = 0;
  let padded = 0;
  let position = 0;
  for (const chunk of chunksOf(text)) {
    for (let i = 0; i < chunk.length; i++) {
      const kind = kinds[chunk[i] ?? 0];
      if (kind === letter) {
        if (padded > 0) return null;
        if (characters % charactersPerBlock === 0) {
          const start = position + i;
          if (start - (from.at(-1) ?? start) > widestBlock) return null;
          from.push(start);
        }
        characters++;
      } else if (kind === padding) {
        if (++padded > 2) return null;
      } else if (kind !== blank) return null;
    }
    position += chunk.length;
  }
  if (text.size - (from.at(-1) ?? 0) > widestBlock) return null;
  return characters === 0 ? null : { from, characters };
}

function decodeWhole(block: ByteSource): Uint8Array {
  const bytes = block.read(0, block.size);
  // Blanks are passed over, and both alphabets are known.
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), 'base64');
}

/** The text without the blanks around it, its byte order mark and, for PEM, quotes and `data:`, what frames it. */
export function bareText(text: ByteSource): ByteSource {
  const reader = new ByteReader(text);
  let from = reader.startsWith('\u00ef\u00bb\u00bf', 0) ? 3 : 0;
  from = reader.afterBlanks(from);
  let to = text.size;
  while (to > from && isBlank(reader.at(to - 1))) to--;
  // A service that answers with a text in JSON.
  if (to - from > 2 && reader.at(from) === 0x22 && reader.at(to - 1) === 0x22)
    return sliceOf(text, from + 1, to - 1);
  if (reader.startsWith('-----BEGIN ', from)) {
    const line = reader.indexOf(0x0a, from);
    const end = reader.find('-----END', from);
    return sliceOf(text, line === -1 ? to : line + 1, end === -1 ? to : end);
  }
  if (reader.startsWith('data:', from)) {
    const prefix = /^data:[\w.+/;=-]*;base64,/.exec(reader.ascii(from, from + 200))?.[0];
    return prefix === undefined ? sliceOf(text, to, to) : sliceOf(text, from + prefix.length, to);
  }
  return sliceOf(text, from, to);
}
