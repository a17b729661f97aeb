import { inside, type Node } from './path.ts';
import {
  asBuffer,
  beyondAscii,
  ends,
  isBlank,
  isOfCharacters,
  kindOf,
  less,
  nextToLookAt,
  refers,
  stands,
  strange,
  withoutReturns,
} from './plain-bytes.ts';
import { characterData, readDeclaration } from './plain-markup.ts';
import { foreseen, meet, note, roots, type Met } from './plain-tags.ts';
import { xmlLimits } from './xml-limits.ts';

/**
 * Reads the XML that nearly all files are made of, in half the time of a parser that knows all of XML. It accepts
 * nothing that the strict one refuses: of whatever is not plain it makes nothing at all, and gives up there.
 *
 * Answers null when the document was read to its end, else how many tags, opened or closed, its shape has heard of: from
 * there on somebody else must tell it.
 */
export function readPlainXml(chunks: Iterable<Uint8Array>, root: Node): number | null {
  const reading = new PlainReading(root);
  for (const chunk of chunks) if (!reading.take(chunk)) return reading.tags;
  return reading.isWhole() ? null : reading.tags;
}

/** Bytes that may wait for the end of what they began. */
const longestPiece = 64 * 1024;

class PlainReading {
  tags = 0;
  readonly #nodes: (Node | null)[];
  readonly #texts: string[] = [''];
  readonly #open: (Met | null)[] = [null];
  #depth = 0;
  /** What is being read: the bytes, and the same as characters, one for each. */
  #bytes: Buffer = nothing;
  #text = '';
  #rest: Buffer = nothing;
  #hasBegun = false;
  #hasEnded = false;
  /** The tag before this one; and whether it was an end. */
  #before: Met | null = null;
  #isAfter = false;

  constructor(root: Node) {
    this.#nodes = [root];
  }

  /** True when the document ended, and nothing stands behind it. */
  isWhole(): boolean {
    return this.#hasEnded && isBlank(this.#rest.toString('latin1'));
  }

  /** False when something is not plain. */
  take(chunk: Uint8Array): boolean {
    this.#bytes = withoutReturns(
      this.#rest.length === 0 ? asBuffer(chunk) : Buffer.concat([this.#rest, chunk]),
    );
    this.#text = this.#bytes.toString('latin1');
    let at = 0;
    if (!this.#hasBegun) {
      const begin = readDeclaration(this.#text);
      if (begin === -1) return false;
      this.#hasBegun = true;
      at = begin;
    }
    const end = this.#read(at);
    if (end === -1) return false;
    this.#rest = this.#bytes.subarray(end);
    return this.#rest.length <= longestPiece;
  }

  /** How far the bytes could be read; -1 where they are not plain. */
  #read(from: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    for (let at = from; ;) {
      // Looks for the next tag, and at what stands before it.
      let tag = nextToLookAt(bytes, at);
      let met = 0;
      for (; tag < length && bytes[tag] !== less; tag = nextToLookAt(bytes, tag + 1)) {
        const kind = kindOf(bytes[tag] ?? 0);
        // What ends marked text must not stand in any other.
        if (kind !== ends) met |= kind;
        else if (bytes[tag - 1] === bracket && bytes[tag - 2] === bracket) met |= strange;
      }
      // What follows a `<` tells what it is.
      if (tag + 1 >= length) return at;
      if (tag > at && ((met & strange) !== 0 || !this.#takeText(at, tag, met))) return -1;
      const next = bytes[tag + 1];
      const end =
        next === slash ? this.#takeEnd(tag) : next === bang ? this.#takeData(tag) : this.#takeTag(tag);
      // Its end is not here yet; the text before it was taken.
      if (end === 0) return tag;
      if (end === -1) return -1;
      at = end;
    }
  }

  #takeText(from: number, to: number, met: number): boolean {
    const isWanted = this.#nodes[this.#depth]?.wantsText === true;
    const hasReferences = (met & refers) !== 0;
    if (!isWanted && !hasReferences && this.#depth > 0) return true;
    const written = this.#written(from, to, (met & beyondAscii) === 0);
    if (this.#depth === 0) return isBlank(written);
    const value = hasReferences ? characterData(written) : written;
    return value !== null && (!isWanted || this.#keep(value));
  }

  #written(from: number, to: number, isAscii: boolean): string {
    return isAscii ? this.#text.slice(from, to) : this.#bytes.toString('utf8', from, to);
  }

  #keep(value: string): boolean {
    const before = this.#texts[this.#depth] ?? '';
    const whole = before === '' ? value : before + value;
    if (whole.length > xmlLimits['text-length']) return false;
    this.#texts[this.#depth] = whole;
    return true;
  }

  /** A comment, or text that is marked as such. Answers its end; 0 while that is not here, -1 where it is not plain. */
  #takeData(at: number): number {
    const text = this.#text;
    const isComment = text.startsWith('<!--', at);
    const isText = !isComment && text.startsWith('<![CDATA[', at);
    if (!isComment && !isText) return text.length - at < 9 ? 0 : -1;
    const begin = at + (isComment ? 4 : 9);
    const end = text.indexOf(isComment ? '-->' : ']]>', begin);
    if (end === -1) return 0;
    const written = this.#written(begin, end, false);
    if (isComment) {
      if (written.includes('--') || written.endsWith('-') || !isOfCharacters(written)) return -1;
    } else {
      if (this.#depth === 0 || !isOfCharacters(written)) return -1;
      if (this.#nodes[this.#depth]?.wantsText === true && !this.#keep(written)) return -1;
    }
    return end + 3;
  }

  #takeEnd(at: number): number {
    const met = this.#open[this.#depth];
    if (met === null || met === undefined) return -1;
    if (!stands(met.close, this.#bytes, at)) return this.#bytes.length - at < met.close.length ? 0 : -1;
    this.#end(met);
    return at + met.close.length;
  }

  #takeTag(at: number): number {
    if (this.#hasEnded) return -1;
    const before = this.#before;
    const followers = before === null ? roots : this.#isAfter ? before.after : before.within;
    let met = foreseen(followers, this.#bytes, at);
    if (met === null) {
      const read = meet(this.#text, at);
      if (read === 'cut') return 0;
      if (read === null) return -1;
      met = read;
    }
    note(followers, met);
    if (!this.#begin(met)) return -1;
    if (met.isEmpty) this.#end(met);
    return at + met.open.length;
  }

  #begin(met: Met): boolean {
    if (this.#depth >= xmlLimits.depth) return false;
    const parent = this.#nodes[this.#depth] ?? null;
    if (met.parent !== parent) {
      met.parent = parent;
      met.node = inside(parent, met.name);
    }
    const { node } = met;
    this.#depth += 1;
    this.#nodes[this.#depth] = node;
    this.#open[this.#depth] = met;
    this.#before = met;
    this.#isAfter = false;
    if (node !== null) {
      this.#texts[this.#depth] = '';
      if (node.wantsBegin) node.shape.open?.(met.name, met.attributes);
    }
    this.tags += 1;
    return true;
  }

  #end(met: Met): void {
    const node = this.#nodes[this.#depth] ?? null;
    if (node !== null && node.wantsText) node.shape.text?.(this.#texts[this.#depth] ?? '');
    this.#depth -= 1;
    this.#before = met;
    this.#isAfter = true;
    if (this.#depth === 0) this.#hasEnded = true;
    if (node !== null && node.wantsEnd) node.shape.close?.();
    this.tags += 1;
  }
}

const nothing = Buffer.alloc(0);
const bang = 0x21;
const slash = 0x2f;
const bracket = 0x5d;
