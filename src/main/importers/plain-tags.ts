import { isOfCharacters, stands } from './plain-bytes.ts';
import { readTag } from './plain-markup.ts';
import type { Node } from './path.ts';
import type { Attributes } from './shape.ts';
import { ceilingOfTag } from './xml-limits.ts';

/**
 * A tag that was met as it is written, and what came after it: files say the same things in the same order, so that the
 * next tag is nearly always known before it is read.
 */
export interface Met {
  readonly name: string;
  readonly attributes: Attributes;
  readonly isEmpty: boolean;
  readonly open: Uint8Array;
  readonly close: Uint8Array;
  readonly isKept: boolean;
  /** What followed its beginning, and its end. */
  readonly within: Followers;
  readonly after: Followers;
  /** Where it was looked up last, and what was found. */
  parent: Node | null;
  node: Node | null;
}

/** What came the last time, and before it when that was something else. */
interface Followers {
  last: Met | null;
  other: Met | null;
}

/** Tags are few; a hostile file could invent millions. */
const tags = new Map<string, Met>();
const mostTags = 4_096;
const longestKept = 1_024;
/** How many tags of one name, by its attributes: where each has a number of its own, none is worth keeping. */
const variants = new Map<string, number>();
const mostVariants = 4;

/** What documents began with. */
export const roots: Followers = { last: null, other: null };

/** The tag that stands at a position, if it is one of those that are to be expected. */
export function foreseen({ last, other }: Followers, bytes: Uint8Array, at: number): Met | null {
  if (last !== null && stands(last.open, bytes, at)) return last;
  return other !== null && stands(other.open, bytes, at) ? other : null;
}

/** Notes what came, to expect it the next time. */
export function note(followers: Followers, met: Met): void {
  if (followers.last === met || !met.isKept) return;
  followers.other = followers.last;
  followers.last = met;
}

/**
 * The tag that begins at a position of a text of UTF-8 that bears a character for each byte; `cut` when its end is not
 * there, null when it is not plain.
 */
export function meet(text: string, at: number): Met | 'cut' | null {
  const tag = readTag(text, at);
  if (tag === 'cut' || tag === null) return tag;
  const written = text.slice(at, tag.end);
  return tags.get(written) ?? made(Buffer.from(written, 'latin1'));
}

function made(open: Buffer): Met | null {
  // Read once more, from a text of its own: what is cut out of the other would keep all of it in memory.
  const written = open.toString('latin1');
  const tag = readTag(written, 0);
  const attributes = tag === null || tag === 'cut' ? null : fromUtf8(tag.attributes);
  if (tag === null || tag === 'cut' || attributes === null) return null;
  const { name, isEmpty } = tag;
  if (ceilingOfTag(name, attributes) !== null) return null;
  const variant = variants.get(name) ?? 0;
  const met: Met = {
    name,
    attributes,
    isEmpty,
    open: new Uint8Array(open),
    close: new Uint8Array(Buffer.from(`</${name}>`, 'latin1')),
    isKept: tags.size < mostTags && variant < mostVariants && written.length <= longestKept,
    within: { last: null, other: null },
    after: { last: null, other: null },
    parent: null,
    node: null,
  };
  if (!met.isKept) return met;
  tags.set(written, met);
  variants.set(name, variant + 1);
  return met;
}

/** Attributes that were read as one character for each byte; null when one needs a second look. */
function fromUtf8(attributes: Attributes): Attributes | null {
  const read: Record<string, string> = {};
  for (const [name, written] of Object.entries(attributes)) {
    const value = Buffer.from(written, 'latin1').toString('utf8');
    if (!isOfCharacters(value)) return null;
    read[name] = value;
  }
  return read;
}
