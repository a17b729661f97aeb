import type { DocumentProblem } from '../../shared/domain/document.ts';
import { beginningOf, type ByteSource } from './bytes.ts';
import { decodeBeginning } from './decode.ts';
import { findFirstElements, type FirstElements } from './first-elements.ts';
import type { Head } from './importer.ts';
import { keysOf, problemOfJson } from './json/open-json.ts';
import { beginsAsMessage } from './wrappings/mime-headers.ts';
import { readXml, seenEnough } from './read-xml.ts';
import type { Shape } from './shape.ts';
import { beginningRows, separatorOf } from './table/csv.ts';
import { isWorkbook, openWorkbook } from './table/workbook.ts';

const enoughForRoot = 256 * 1024;

/** Looks at the beginning of a file. */
export function readBeginning(source: ByteSource): Head {
  const first = source.read(0, 8_192);
  const start = textOf(first);
  const text = start.slice(0, 2_000);
  const magic = Buffer.from(first.buffer, first.byteOffset, first.length).toString('hex', 0, 16);
  // What begins with markup is none of the others, and nearly everything does.
  const other = first[0] === less ? null : readOther(source, start, text, magic);
  if (other !== null) return other;
  const isMarkup = text.trimStart().startsWith('<');
  const elements = (isMarkup ? findFirstElements(start) : null) ?? findFurther(source);
  if (elements !== null) return { kind: 'xml', ...elements, keys: null, rows: null, magic, text };
  const kind = isMarkup ? 'xml' : looksBinary(text) ? 'binary' : 'text';
  return { kind, ...nothing, rows: kind === 'text' ? columnsOf(start) : null, magic, text };
}

const less = 0x3c;

/** What is told by its first bytes and is no markup; null for anything else. */
function readOther(source: ByteSource, start: string, text: string, magic: string): Head | null {
  if (isWorkbook(source)) return { kind: 'workbook', ...nothing, rows: firstRows(source), magic, text: '' };
  if (/^504b0[1357]/.test(magic)) return { kind: 'zip', ...nothing, magic, text };
  if (beginsAsJson.test(text)) return { kind: 'json', ...nothing, keys: keysOf(source), magic, text };
  // Before anything is looked for in it: what it holds may begin further on.
  return beginsAsMessage(start) ? { kind: 'message', ...nothing, magic, text } : null;
}

const nothing = { root: null, firstChild: null, namespace: null, keys: null, rows: null } as const;

/** A workbook that cannot be opened has no rows: whoever opens it again is told why. */
function firstRows(source: ByteSource): readonly (readonly string[])[] | null {
  const opened = openWorkbook(source);
  if (!opened.ok) return null;
  return opened.value.slice(0, 40).map(({ cells }) => cells.map(({ text }) => text));
}

function columnsOf(start: string): readonly (readonly string[])[] | null {
  const separator = separatorOf(start);
  return separator === null ? null : beginningRows(start, separator);
}

const beginsAsJson = /^\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/;

/** A licence or a long comment may stand before the first element, and junk before the declaration. */
function findFurther(source: ByteSource): FirstElements | null {
  const text = textOf(source.read(0, enoughForRoot));
  return looksBinary(text.slice(0, 2_000)) || holdsXmlInCell(text) ? null : findFirstElements(text);
}

/** True for a text in columns one of whose cells holds XML, such as a whole receipt. */
function holdsXmlInCell(text: string): boolean {
  const at = text.search(/<[A-Za-z_!?]/);
  const before = text.slice(0, at);
  const separator = at === -1 ? null : separatorOf(before);
  // Some whole row of at least three cells stands above, under whatever titles.
  const above = before.split('\n').slice(0, -1);
  if (separator === null || !above.some((line) => line.split(separator).length >= 3)) return false;
  const isQuoted = before.split('"').length % 2 === 0;
  return isQuoted || before.slice(before.lastIndexOf('\n')).includes(separator);
}

function textOf(beginning: Uint8Array): string {
  const text = decodeBeginning(beginning);
  return text.startsWith('\uFEFF') ? text.replace(/^\uFEFF+/, '') : text;
}

/** Control characters that no text holds. */
function looksBinary(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 26)) return true;
  }
  return false;
}

/** What is wrong with a file that nobody claims, as the parsers say it; null when nothing is, or it is neither XML nor JSON. */
export function problemOf({ kind }: Head, source: ByteSource): DocumentProblem | null {
  if (kind === 'json') return problemOfJson(source);
  if (kind === 'workbook') {
    const opened = openWorkbook(source);
    return opened.ok ? null : opened.problem;
  }
  if (kind !== 'xml') return null;
  const read = readXml(beginningOf(source, enoughForRoot), untilSecondElement, { warning: () => undefined });
  return read.ok ? null : read.problem;
}

const untilSecondElement: Shape = {
  otherwise: {
    otherwise: {
      open() {
        throw seenEnough;
      },
    },
  },
};
