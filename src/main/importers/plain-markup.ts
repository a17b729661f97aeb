import type { Attributes } from './shape.ts';

/** Where a document begins behind its declaration; -1 when that is not written as everybody writes it. */
export function readDeclaration(text: string): number {
  if (!text.startsWith('<?')) return text.startsWith('<') ? 0 : -1;
  declaration.lastIndex = 0;
  return declaration.test(text) ? declaration.lastIndex : -1;
}

const declaration =
  /<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/y;

/** A tag that begins an element. */
export interface PlainTag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly isEmpty: boolean;
  /** Position behind it. */
  readonly end: number;
}

/** The tag that begins at a position; `cut` when its end is not in the text, null when it is not plain. */
export function readTag(text: string, at: number): PlainTag | 'cut' | null {
  tagName.lastIndex = at;
  const [, name] = tagName.exec(text) ?? [];
  if (name === undefined) return text.length === at + 1 ? 'cut' : null;
  let end = tagName.lastIndex;
  let attributes: Record<string, string> | null = null;
  for (attribute.lastIndex = end; ; attribute.lastIndex = end) {
    const found = attribute.exec(text);
    if (found === null) break;
    const [, key = '', double, single = ''] = found;
    attributes ??= {};
    // Twice the same one is an error; a name of the language itself would be taken for one that is there.
    if (key in attributes || key === '__proto__') return null;
    attributes[key] = double ?? single;
    end = attribute.lastIndex;
  }
  tagEnd.lastIndex = end;
  const closed = tagEnd.exec(text);
  if (closed === null) return text.includes('>', end) ? null : 'cut';
  return { name, attributes: attributes ?? none, isEmpty: closed[1] === '/', end: tagEnd.lastIndex };
}

const none: Attributes = {};
const tagName = /<([A-Za-z_][\w.:-]*)/y;
// Blanks other than a space become one: whoever knows the rules may do that.
const attribute =
  /[ \t\n]+([A-Za-z_][\w.:-]*)=(?:"([\x20\x21\x23-\x25\x27-\x3b\x3d-\ud7ff]*)"|'([\x20-\x25\x28-\x3b\x3d-\ud7ff]*)')/y;
const tagEnd = /[ \t\n]*(\/?)>/y;

/** A text with its references resolved; null when one of them is not plain. */
export function characterData(written: string): string | null {
  let isSound = true;
  const value = written.replaceAll(/&([^&;]{0,9};?)/g, (_, reference: string) => {
    const character = named.get(reference) ?? numbered(reference);
    isSound &&= character !== null;
    return character ?? '';
  });
  return isSound ? value : null;
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

function numbered(reference: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));$/.exec(reference) ?? [];
  if (hex === undefined && decimal === undefined) return null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isAllowed =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe);
  return isAllowed ? String.fromCharCode(code) : null;
}
