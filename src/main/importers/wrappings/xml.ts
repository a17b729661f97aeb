import { ok } from '../../../shared/domain/result.ts';
import { bytesInMemory, joined, sliceOf, type ByteSource } from '../bytes.ts';
import { isExplainedRoot } from '../explained.ts';
import { importers } from '../registry.ts';
import { inUtf8, utf8Mark } from './in-utf8.ts';
import { embeddedIn, type Embedded, type TextPiece } from './embedded.ts';
import { looksLikeDocument } from './looks.ts';
import { unescape } from './unescape.ts';
import { insideOf, type Inside, type Wrapping } from './wrapping.ts';

/**
 * An XML that is no document but holds some: an answer of a web service with base64 or escaped XML as the text of an
 * element, whatever its name, or a list of receipts under a root of somebody's own.
 */
export const xml: Wrapping = {
  name: 'xml',
  unwrap(source, head) {
    if (head.kind !== 'xml' || head.root === null) return null;
    const text = inUtf8(source);
    return text.ok ? ok(insidesOf(text.value)) : text;
  },
};

function* insidesOf(text: ByteSource): Generator<Inside, void, undefined> {
  const isDocument = createNameTest();
  for (const embedded of embeddedIn(text, isDocument)) {
    if (embedded.type === 'element') {
      yield insideOf(elementOf(text, embedded), text);
      continue;
    }
    const content = textOf(text, embedded.pieces);
    if (content !== null) yield insideOf(content, text);
  }
}

function elementOf(text: ByteSource, element: Extract<Embedded, { type: 'element' }>): ByteSource {
  const { from, to, nameEnd, inherited } = element;
  if (inherited === '') return marked(sliceOf(text, from, to));
  const declaration = bytesInMemory(Buffer.from(inherited, 'latin1'));
  return marked(joined([sliceOf(text, from, nameEnd), declaration, sliceOf(text, nameEnd, to)]));
}

/** The text of an element when it begins as a document; null for any other. */
function textOf(text: ByteSource, pieces: readonly TextPiece[]): ByteSource | null {
  const slices = pieces.map(({ from, to, verbatim }) => ({ slice: sliceOf(text, from, to), verbatim }));
  const told = slices.filter(({ slice }) => !isBlankSlice(slice));
  const [first] = told;
  if (first === undefined) return null;
  const beginning = sliceOf(first.slice, 0, 4_096);
  if (!looksLikeDocument(first.verbatim ? beginning : unescape(beginning))) return null;
  const content = joined(told.map(({ slice, verbatim }) => (verbatim ? slice : unescape(slice))));
  return marked(content);
}

function isBlankSlice(slice: ByteSource): boolean {
  return slice.size < 1_000 && Buffer.from(slice.read(0, slice.size)).toString('latin1').trim() === '';
}

/** What is cut out of a text is in UTF-8, whatever it declares; base64 begins with a letter and declares nothing. */
function marked(slice: ByteSource): ByteSource {
  return joined([utf8Mark, slice]);
}

/** Names that a file may have as its root; each is asked for once. */
function createNameTest(): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let is = known.get(name);
    if (is !== undefined) return is;
    const head = {
      kind: 'xml',
      root: name,
      firstChild: null,
      namespace: null,
      keys: null,
      rows: null,
      magic: '',
      text: '',
    } as const;
    is = isExplainedRoot(name) || importers.some((importer) => importer.claims(head));
    if (known.size < manyNames) known.set(name, is);
    return is;
  };
}

const manyNames = 1_000;
