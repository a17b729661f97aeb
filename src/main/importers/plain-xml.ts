import { inside, type Node } from './path.ts';
import { characterData, readDeclaration, readTag } from './plain-markup.ts';
import { ceilingOfTag, xmlLimits } from './xml-limits.ts';

/**
 * Reads the XML that nearly all files are made of, in half the time of a parser that knows all of XML. It accepts
 * nothing that the strict one refuses: of whatever is not plain it makes nothing at all, and gives up there.
 *
 * Answers null when the document was read to its end, else how many tags, opened or closed, its shape has heard of: from
 * there on somebody else must tell it.
 */
export function readPlainXml(pieces: Iterable<string>, root: Node): number | null {
  const reading = new PlainReading(root);
  for (const piece of pieces) if (!reading.take(piece)) return reading.tags;
  return reading.isWhole() ? null : reading.tags;
}

/**
 * A name that was met, and what came after it: files say the same things in the same order, so that the next tag is
 * nearly always known before it is read.
 */
interface Met {
  readonly name: string;
  /** As it begins and ends when it has no attributes. */
  readonly open: string;
  readonly close: string;
  /** What followed its beginning, and its end. */
  within: Met | null;
  after: Met | null;
  /** Where it was looked up last, and what was found. */
  parent: Node | null;
  node: Node | null;
}

/** Names are few; a hostile file could invent millions. */
const names = new Map<string, Met>();
const mostNames = 4_096;

function meet(name: string): Met {
  let met = names.get(name);
  if (met !== undefined) return met;
  met = { name, open: `<${name}>`, close: `</${name}>`, within: null, after: null, parent: null, node: null };
  if (names.size < mostNames) names.set(name, met);
  return met;
}

/** Characters that may wait for the end of what they began. */
const longestPiece = 64 * 1024;
const noAttributes: Readonly<Record<string, string>> = {};

class PlainReading {
  tags = 0;
  readonly #nodes: (Node | null)[];
  readonly #texts: string[] = [''];
  readonly #open: (Met | null)[] = [null];
  #depth = 0;
  #rest = '';
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
    return this.#hasEnded && isBlank(this.#rest);
  }

  /** False when something is not plain. */
  take(piece: string): boolean {
    let text = this.#rest + piece;
    if (text.includes('\r')) {
      // A line break may be cut in two.
      const end = text.endsWith('\r') ? text.length - 1 : text.length;
      text = text.slice(0, end).replaceAll(/\r\n?/g, '\n') + text.slice(end);
    }
    let at = 0;
    if (!this.#hasBegun) {
      const begin = readDeclaration(text);
      if (begin === -1) return false;
      this.#hasBegun = true;
      at = begin;
    }
    const end = this.#read(text, at);
    if (end === -1) return false;
    this.#rest = text.slice(end);
    return this.#rest.length <= longestPiece;
  }

  /** How far the text could be read; -1 where it is not plain. */
  #read(text: string, from: number): number {
    for (let at = from; ;) {
      // The one loop over single characters: it looks for the next tag, and at what stands before it.
      let tag = at;
      let isPlain = true;
      let hasReferences = false;
      for (; tag < text.length; tag++) {
        const code = text.charCodeAt(tag);
        if (code > greater && code < surrogates) continue;
        if (code === less) break;
        if (code >= space ? code >= surrogates : code !== lineFeed && code !== tab) isPlain = false;
        else if (code === ampersand) hasReferences = true;
        // What ends marked text must not stand in any other.
        else if (code === greater && text.startsWith(']]', tag - 2)) isPlain = false;
      }
      if (tag === text.length) return at;
      if (tag > at && !(isPlain && this.#takeText(text, at, tag, hasReferences))) return -1;
      const next = text.charCodeAt(tag + 1);
      const end =
        next === slash
          ? this.#takeEnd(text, tag)
          : next === bang
            ? this.#takeData(text, tag)
            : this.#takeTag(text, tag);
      // Its end is not here yet; the text before it was taken.
      if (end === 0) return tag;
      if (end === -1) return -1;
      at = end;
    }
  }

  #takeText(text: string, from: number, to: number, hasReferences: boolean): boolean {
    const isWanted = this.#nodes[this.#depth]?.wantsText === true;
    if (!isWanted && !hasReferences && this.#depth > 0) return true;
    const written = text.slice(from, to);
    if (this.#depth === 0) return isBlank(written);
    const value = hasReferences ? characterData(written) : written;
    return value !== null && (!isWanted || this.#keep(value));
  }

  #keep(value: string): boolean {
    const before = this.#texts[this.#depth] ?? '';
    const whole = before === '' ? value : before + value;
    if (whole.length > xmlLimits['text-length']) return false;
    this.#texts[this.#depth] = whole;
    return true;
  }
  /** A comment, or text that is marked as such. Answers its end; 0 while that is not here, -1 where it is not plain. */
  #takeData(text: string, at: number): number {
    const isComment = text.startsWith('<!--', at);
    const isText = !isComment && text.startsWith('<![CDATA[', at);
    if (!isComment && !isText) return text.length - at < 9 ? 0 : -1;
    const begin = at + (isComment ? 4 : 9);
    const end = text.indexOf(isComment ? '-->' : ']]>', begin);
    if (end === -1) return 0;
    const written = text.slice(begin, end);
    if (isComment) {
      if (written.includes('--') || written.endsWith('-') || !isOfCharacters(written)) return -1;
    } else {
      if (this.#depth === 0 || !isOfCharacters(written)) return -1;
      if (this.#nodes[this.#depth]?.wantsText === true && !this.#keep(written)) return -1;
    }
    return end + 3;
  }

  #takeEnd(text: string, at: number): number {
    const met = this.#open[this.#depth];
    if (met === null || met === undefined) return -1;
    if (!text.startsWith(met.close, at)) return text.length - at < met.close.length ? 0 : -1;
    this.#end(met);
    return at + met.close.length;
  }

  #takeTag(text: string, at: number): number {
    if (this.#hasEnded) return -1;
    const likely = this.#isAfter ? this.#before?.after : this.#before?.within;
    if (likely !== null && likely !== undefined && text.startsWith(likely.open, at)) {
      return this.#begin(likely, noAttributes) ? at + likely.open.length : -1;
    }
    const tag = readTag(text, at);
    if (tag === 'cut') return 0;
    if (tag === null || ceilingOfTag(tag.name, tag.attributes) !== null) return -1;
    const met = meet(tag.name);
    if (this.#before !== null) {
      if (this.#isAfter) this.#before.after = met;
      else this.#before.within = met;
    }
    if (!this.#begin(met, tag.attributes)) return -1;
    if (tag.isEmpty) this.#end(met);
    return tag.end;
  }

  #begin(met: Met, attributes: Readonly<Record<string, string>>): boolean {
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
      node.shape.open?.(met.name, attributes);
    }
    this.tags += 1;
    return true;
  }

  #end(met: Met): void {
    const shape = this.#nodes[this.#depth]?.shape;
    if (shape !== undefined) {
      shape.text?.(this.#texts[this.#depth] ?? '');
    }
    this.#depth -= 1;
    this.#before = met;
    this.#isAfter = true;
    if (this.#depth === 0) this.#hasEnded = true;
    shape?.close?.();
    this.tags += 1;
  }
}

const tab = 0x09;
const lineFeed = 0x0a;
const space = 0x20;
const bang = 0x21;
const ampersand = 0x26;
const slash = 0x2f;
const less = 0x3c;
const greater = 0x3e;
const surrogates = 0xd800;

function isBlank(text: string): boolean {
  return /^[ \t\n]*$/.test(text);
}

/** Every character that XML allows and that needs no second look. */
function isOfCharacters(text: string): boolean {
  return /^[\t\n\x20-\ud7ff]*$/.test(text);
}
