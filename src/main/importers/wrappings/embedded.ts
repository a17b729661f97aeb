import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { ByteReader } from '../byte-reader.ts';
import type { ByteSource } from '../bytes.ts';
import { namespacesOf } from '../first-elements.ts';
import { Refusal } from '../refusal.ts';
import { overXmlLimit, xmlLimits } from '../xml-limits.ts';
import { endOfElement, nextMarkup, type Markup } from './xml-tags.ts';

/** A stretch of the text of an element; that of a CDATA section is taken as it is. */
export interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly verbatim: boolean;
}

/** What may be a document in an XML that is none itself. */
export type Embedded =
  | {
      readonly type: 'element';
      readonly from: number;
      readonly to: number;
      /** The declaration of its namespace, when it stands further out. */
      readonly inherited: string;
      /** Where the name in its tag ends. */
      readonly nameEnd: number;
    }
  | { readonly type: 'text'; readonly pieces: readonly TextPiece[] };

interface Frame {
  /** Declarations of namespaces in its tag, by prefix. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly pieces: TextPiece[];
  hasChildren: boolean;
}

/** Blocks that hold keys and signatures, never a document. */
const skipped: ReadonlySet<string> = new Set(['Signature', 'Security']);

/**
 * Walks an XML in UTF-8 and tells, in order, the elements that are documents by their name, the first one excepted, and
 * the texts of the elements that hold nothing else. May throw a `Refusal`.
 */
export function* embeddedIn(xml: ByteSource, isDocument: (name: string) => boolean): Generator<Embedded> {
  const reader = new ByteReader(xml);
  const frames: Frame[] = [];
  for (let at = 0; ;) {
    const markup = nextMarkup(reader, at);
    const frame = frames.at(-1);
    if (frame !== undefined && !frame.hasChildren)
      addText(
        frame,
        at,
        markup === null ? xml.size : markup.type === 'cdata' ? markup.from - 9 : markup.from,
      );
    if (markup === null) {
      if (frames.length > 0) throw new Refusal({ code: 'incomplete-file' });
      return;
    }
    at = markup.type === 'cdata' ? markup.end : markup.to;
    switch (markup.type) {
      case 'cdata':
        if (frame !== undefined && !frame.hasChildren)
          frame.pieces.push({ from: markup.from, to: markup.to, verbatim: true });
        break;
      case 'close':
        frames.pop();
        if (frame !== undefined && !frame.hasChildren && isWorthALook(reader, frame.pieces))
          yield { type: 'text', pieces: frame.pieces };
        break;
      case 'open':
      case 'empty': {
        if (frame !== undefined) frame.hasChildren = true;
        if (markup.name === 'Include' && /\shref\s*=\s*["']cid:/.test(reader.ascii(markup.from, markup.to)))
          throw new Refusal(elsewhere);
        const isWanted = frames.length > 0 && isDocument(markup.name);
        if (isWanted && (markup.type === 'empty' || beginsWithElement(reader, at))) {
          const tag = reader.ascii(markup.from, markup.to);
          at = markup.type === 'empty' ? at : endOfElement(reader, at);
          yield { type: 'element', from: markup.from, to: at, ...namespaceOf(tag, markup.from, frames) };
        } else if (markup.type === 'open') {
          if (frames.length > 0 && skipped.has(markup.name)) at = endOfElement(reader, at);
          else frames.push(frameOf(reader, markup));
          if (frames.length > xmlLimits.depth) throw new Refusal(overXmlLimit('depth'));
        }
        break;
      }
      case 'aside':
        break;
    }
  }
}

/** The first part of an MTOM answer, saved without the others. */
const elsewhere: DocumentProblem = {
  code: 'wrapper-damaged',
  wrapper: 'multipart',
  detail: 'il documento è in un allegato che nel file non c’è',
};

function frameOf(reader: ByteReader, { from, to }: { readonly from: number; readonly to: number }): Frame {
  return { pieces: [], hasChildren: false, namespaces: new Map(namespacesOf(reader.ascii(from, to))) };
}

/** What is cut out must keep its namespace: the same names mean something else in that of the revocations. */
function namespaceOf(
  tag: string,
  from: number,
  frames: readonly Frame[],
): { readonly inherited: string; readonly nameEnd: number } {
  const name = /^<([^\s/>]*)/.exec(tag)?.[1] ?? '';
  const nameEnd = from + 1 + name.length;
  const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
  const isOwn = namespacesOf(tag).some(([declared]) => declared === prefix);
  const namespace = frames.findLast(({ namespaces }) => namespaces.has(prefix))?.namespaces.get(prefix);
  if (isOwn || namespace === undefined || namespace.includes('"')) return { inherited: '', nameEnd };
  return { inherited: ` xmlns${prefix === '' ? '' : `:${prefix}`}="${namespace}"`, nameEnd };
}

function addText(frame: Frame, from: number, to: number): void {
  if (to <= from) return;
  if (frame.pieces.length >= mostPieces) throw new Refusal(overXmlLimit('text-length'));
  frame.pieces.push({ from, to, verbatim: false });
}

/**
 * Most texts are numbers, dates and names: they are put aside by their length and their first letters, before anything
 * is made of them.
 */
function isWorthALook(reader: ByteReader, pieces: readonly TextPiece[]): boolean {
  if (pieces.reduce((sum, { from, to }) => sum + to - from, 0) < shortest) return false;
  for (const { from, to } of pieces) {
    const start = reader.afterBlanks(from);
    if (start < to) return beginnings.test(reader.ascii(start, Math.min(to, start + shortest)));
  }
  return false;
}

/** No document is shorter. */
const shortest = 24;

const beginnings = /^(?:[<&{[\u00ef]|-----|data:|[A-Za-z0-9+/_\-\s]{20})/;

/** Texts are cut by comments and CDATA sections. */
const mostPieces = 100_000;

/** True when an element holds elements: one that has the name of a document may hold one as text instead. */
function beginsWithElement(reader: ByteReader, position: number): boolean {
  for (let at = position; ;) {
    const first = reader.afterBlanks(at);
    if (reader.at(first) !== 0x3c) return false;
    const markup: Markup | null = nextMarkup(reader, first);
    if (markup === null || markup.type === 'cdata' || markup.type === 'close') return false;
    if (markup.type !== 'aside') return true;
    at = markup.to;
  }
}
