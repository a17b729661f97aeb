import type { DocumentProblem } from '../../shared/domain/document.ts';
import { beginningOf, type ByteSource } from './bytes.ts';
import { decodeBeginning } from './decode.ts';
import type { Head } from './importer.ts';
import { readXml, seenEnough } from './read-xml.ts';
import { localName, type Attributes, type Shape } from './shape.ts';

const enoughForRoot = 256 * 1024;

/** The beginning of a file, and what stopped the search for its first element, if anything did. */
export interface Beginning {
  readonly head: Head;
  readonly problem: DocumentProblem | null;
}

/** Looks at the beginning of a file. */
export function readBeginning(source: ByteSource): Beginning {
  const text = decodeBeginning(source, 8192)
    .replace(/^\uFEFF+/, '')
    .slice(0, 2000);
  const magic = Buffer.from(source.read(0, 16)).toString('hex');
  const without = (kind: Head['kind']): Head => ({
    kind,
    root: null,
    firstChild: null,
    namespace: null,
    magic,
    text,
  });
  if (/^504b0[1357]/.test(magic)) return { head: without('zip'), problem: null };
  const isMarkup = text.trimStart().startsWith('<');
  if (!isMarkup && looksBinary(text)) return { head: without('binary'), problem: null };
  const { root, problem } = firstElement(beginningOf(source, enoughForRoot));
  if (root !== null) return { head: { kind: 'xml', ...root, magic, text }, problem: null };
  return isMarkup ? { head: without('xml'), problem } : { head: without('text'), problem: null };
}

/** Control characters that no text holds. */
function looksBinary(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 26)) return true;
  }
  return false;
}

interface Root {
  readonly root: string;
  readonly firstChild: string | null;
  readonly namespace: string | null;
}

/** The first element that is not a SOAP wrapper. */
function firstElement(source: ByteSource): { root: Root | null; problem: DocumentProblem | null } {
  found = null;
  bindings = new Map();
  const read = readXml(source, firstElements, { warning: () => undefined });
  return { root: found, problem: read.ok ? null : read.problem };
}

// Every file is looked at: what looks is made once, and empty at the beginning of each.
let found: Root | null = null;
let bindings = new Map<string, string>();

function bind(_: string, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (name === 'xmlns' || name.startsWith('xmlns:')) bindings.set(name.slice(6), value);
}

const child: Shape = {
  open(name) {
    if (found !== null) found = { ...found, firstChild: localName(name) };
    throw seenEnough;
  },
};

const content: Shape = {
  otherwise: child,
  open(name, attributes) {
    bind(name, attributes);
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
    found = { root: localName(name), firstChild: null, namespace: bindings.get(prefix) || null };
  },
  close() {
    throw seenEnough;
  },
};

const envelope: Shape = { children: { Header: {}, Body: { otherwise: content, open: bind } }, open: bind };
const firstElements: Shape = { children: { Envelope: envelope }, otherwise: content };
