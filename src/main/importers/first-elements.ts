import { localName } from './shape.ts';

/** The first element that is not a SOAP wrapper, and the first inside it. */
export interface FirstElements {
  readonly root: string;
  readonly firstChild: string | null;
  readonly namespace: string | null;
}

/**
 * Finds the first elements in the beginning of a file, without a parser: every file is looked at, and most are then
 * read whole by one. Null when the beginning is not as XML begins; the parser then says why.
 */
export function findFirstElements(text: string): FirstElements | null {
  if (last !== null && text.startsWith(last.beginning)) return last.found;
  const bindings = new Map<string, string>();
  let found: { root: string; namespace: string | null } | null = null;
  for (let at = 0; ;) {
    const tag = nextTag(text, at);
    if (tag === null) return found === null ? null : { ...found, firstChild: null };
    at = tag.end;
    const name = localName(tag.name);
    if (found !== null) {
      const elements = { ...found, firstChild: tag.closing ? null : name };
      last = { beginning: text.slice(0, at), found: elements };
      return elements;
    }
    if (tag.closing) return null;
    for (const [prefix, namespace] of namespacesOf(tag.attributes)) bindings.set(prefix, namespace);
    if (name === 'Header' && !tag.empty) {
      const close = text.indexOf(`</${tag.name}`, at);
      if (close === -1) return null;
      at = text.indexOf('>', close) + 1;
    } else if (name !== 'Envelope' && name !== 'Header' && name !== 'Body') {
      const prefix = tag.name.slice(0, Math.max(0, tag.name.indexOf(':')));
      found = { root: name, namespace: bindings.get(prefix) ?? null };
      if (tag.empty) return { ...found, firstChild: null };
    }
  }
}

/**
 * The beginning that was looked at last, as far as it was: of a hundred thousand receipts nearly all begin as the one before,
 * and what was found depends on nothing else.
 */
let last: { readonly beginning: string; readonly found: FirstElements } | null = null;

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly closing: boolean;
  readonly empty: boolean;
  /** Position after the tag. */
  readonly end: number;
}

const tagHere = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y;

/** The next tag; declarations and comments are passed over, anything else that is not a tag ends the search. */
function nextTag(text: string, from: number): Tag | null {
  for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at)) {
    const closer = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (closer === null) {
      tagHere.lastIndex = at;
      const match = tagHere.exec(text);
      if (match === null) return null;
      const [, slash = '', name = '', attributes = ''] = match;
      return {
        name,
        attributes,
        closing: slash === '/',
        empty: attributes.endsWith('/'),
        end: tagHere.lastIndex,
      };
    }
    const end = text.indexOf(closer, at);
    if (end === -1) return null;
    at = end + closer.length;
  }
  return null;
}

const namespaceHere = /\bxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Prefix and namespace of each declaration; the default one has an empty prefix. */
export function namespacesOf(attributes: string): [string, string][] {
  if (!attributes.includes('xmlns')) return [];
  return [...attributes.matchAll(namespaceHere)].map(([, prefix = '', a, b]) => [prefix, a ?? b ?? '']);
}
