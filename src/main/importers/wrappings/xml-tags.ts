import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { ByteReader, isBlank } from '../byte-reader.ts';
import { Refusal } from '../refusal.ts';
import { overXmlLimit, xmlLimits } from '../xml-limits.ts';

/** What stands at a `<`. */
export type Markup =
  | {
      readonly type: 'open' | 'empty' | 'close';
      readonly name: string;
      readonly from: number;
      readonly to: number;
    }
  /** `from` and `to` are those of the text in it. */
  | { readonly type: 'cdata'; readonly from: number; readonly to: number; readonly end: number }
  /** Comments and instructions. */
  | { readonly type: 'aside'; readonly from: number; readonly to: number };

const less = 0x3c;
const greater = 0x3e;

/** The next markup from a position; null when there is none. Only what is needed to find what is inside is checked. */
export function nextMarkup(reader: ByteReader, position: number): Markup | null {
  const from = reader.indexOf(less, position);
  if (from === -1) return null;
  const next = reader.at(from + 1);
  if (next === 0x21) return declarationAt(reader, from);
  if (next === 0x3f) return { type: 'aside', from, to: endAt(reader, '?>', from) };
  const to = endOfTag(reader, from);
  if (next === 0x2f) return { type: 'close', name: nameAt(reader, from + 2), from, to };
  const type = reader.at(to - 2) === 0x2f ? 'empty' : 'open';
  return { type, name: nameAt(reader, from + 1), from, to };
}

function declarationAt(reader: ByteReader, from: number): Markup {
  if (reader.startsWith('<!--', from)) return { type: 'aside', from, to: endAt(reader, '-->', from) };
  if (reader.startsWith('<![CDATA[', from)) {
    const end = endAt(reader, ']]>', from);
    return { type: 'cdata', from: from + 9, to: end - 3, end };
  }
  throw new Refusal({ code: 'doctype-refused' });
}

function endAt(reader: ByteReader, mark: string, from: number): number {
  const at = reader.find(mark, from);
  if (at === -1) throw new Refusal(incomplete);
  return at + mark.length;
}

const incomplete: DocumentProblem = { code: 'incomplete-file' };

/** Where a tag ends: a `>` inside a value does not end it. */
function endOfTag(reader: ByteReader, from: number): number {
  let quote = 0;
  for (let at = from + 1; ; at++) {
    const byte = reader.at(at);
    if (byte === -1) throw new Refusal(incomplete);
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === greater) return at + 1;
    if (at - from > longestTag) throw new Refusal(overXmlLimit('attribute-length'));
  }
}

const longestTag = 1024 * 1024;

/** The local name that begins at a position. */
function nameAt(reader: ByteReader, from: number): string {
  let name = '';
  for (let at = from; name.length <= xmlLimits['name-length']; at++) {
    const byte = reader.at(at);
    if (byte === greater || byte === 0x2f || byte === -1 || isBlank(byte)) return name;
    name = byte === 0x3a ? '' : name + String.fromCharCode(byte);
  }
  throw new Refusal(overXmlLimit('name-length'));
}

/** Where an element ends that was opened before `position`. */
export function endOfElement(reader: ByteReader, position: number): number {
  let depth = 1;
  for (let at = position; ;) {
    const markup = nextMarkup(reader, at);
    if (markup === null) throw new Refusal(incomplete);
    at = markup.type === 'cdata' ? markup.end : markup.to;
    if (markup.type === 'open' && ++depth > xmlLimits.depth) throw new Refusal(overXmlLimit('depth'));
    if (markup.type === 'close' && --depth === 0) return at;
  }
}
