import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { overCeiling } from '../archive/limits.ts';
import { ByteReader } from '../byte-reader.ts';
import { sliceOf, type ByteSource } from '../bytes.ts';
import { decodeBase64 } from './base64.ts';
import { damaged } from './damaged.ts';
import { parameterOf, readHeaders, type Headers } from './mime-headers.ts';
import { insideOf, insideRefused, type Inside, type Wrapping } from './wrapping.ts';

/** An answer of a web service with its attachments (MTOM), or a message with files: parts between boundaries. */
export const multipart: Wrapping = {
  name: 'multipart',
  unwrap(source, head) {
    if (head.kind !== 'message') return null;
    const reader = new ByteReader(source);
    const start = reader.afterBlanks(0);
    const boundaryLine = firstBoundary(reader, start);
    if (boundaryLine !== null) return partsBetween(reader, boundaryLine, start, null);
    const headers = readHeaders(reader, start);
    if (headers === null) return null;
    const type = headers.get('content-type') ?? '';
    if (!/^\s*multipart\//i.test(type)) {
      return ok([insideOfPart(source, headers, source.size)]);
    }
    const boundary = parameterOf(type, 'boundary');
    if (boundary === null) return damaged('multipart', 'non dice come sono separate le sue parti');
    return partsBetween(reader, `--${boundary}`, headers.end, parameterOf(type, 'start'));
  },
};

const mostParts = 10_000;

/** A line of dashes and a name, followed by a header: the answer was kept without its own headers. */
function firstBoundary(reader: ByteReader, start: number): string | null {
  const first = reader.ascii(start, start + 400);
  return /^(--[^\r\n]{1,200})\r?\n(?:[A-Za-z][\w-]*:|\r?\n)/.exec(first)?.[1]?.trimEnd() ?? null;
}

interface Part {
  readonly headers: Headers;
  readonly to: number;
}

function partsBetween(
  reader: ByteReader,
  boundary: string,
  from: number,
  start: string | null,
): Result<Inside[], DocumentProblem> {
  const parts: Part[] = [];
  const { source } = reader;
  let at = nextBoundary(reader, boundary, from);
  if (at === null) return damaged('multipart', 'il separatore dichiarato non c’è');
  while (at !== null && !reader.startsWith('--', at.after)) {
    if (parts.length >= mostParts) return fail(overCeiling('entries', mostParts));
    const line = reader.indexOf(0x0a, at.after);
    const headers = line === -1 ? null : readHeaders(reader, line + 1);
    if (headers === null) return damaged('multipart', 'una parte non ha un’intestazione leggibile');
    at = nextBoundary(reader, boundary, Math.max(line, headers.end - 2));
    parts.push({ headers, to: at?.before ?? source.size });
  }
  const documents = withoutEnvelope(reader, parts, start);
  if (!documents.ok) return documents;
  const insides = documents.value
    .filter(({ headers }) => !isAside.test(headers.get('content-type') ?? ''))
    .map(({ headers, to }) => insideOfPart(source, headers, to));
  return insides.length === 0 ? damaged('multipart', 'non contiene alcun documento') : ok(insides);
}

/** The body of a message, and the signature that travels beside what it signs. */
const isAside = /^\s*(?:text\/(?:plain|html)|application\/(?:x-)?pkcs7-signature)/i;

function insideOfPart(wrapper: ByteSource, headers: Headers, to: number): Inside {
  const type = headers.get('content-type') ?? '';
  const name = fileName(headers, type);
  // Parts inside a part are told by its headers.
  if (/^\s*multipart\//i.test(type)) return insideOf(sliceOf(wrapper, headers.start, to), wrapper, name);
  const body = sliceOf(wrapper, headers.end, to);
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'quoted-printable')
    return insideRefused(
      {
        code: 'wrapper-damaged',
        wrapper: 'multipart',
        detail: 'una parte è in una codifica che non si legge',
      },
      name,
    );
  if (encoding !== 'base64') return insideOf(body, wrapper, name);
  const decoded = decodeBase64(body);
  if (decoded !== null) return insideOf(decoded, wrapper, name);
  const detail = 'contiene caratteri che non sono base64';
  return insideRefused({ code: 'wrapper-damaged', wrapper: 'base64', detail }, name);
}

/** A name is only shown; one with a folder in it is shown without. */
function fileName(headers: Headers, type: string): string | null {
  const name = parameterOf(headers.get('content-disposition') ?? '', 'filename') ?? parameterOf(type, 'name');
  const last = name?.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).slice(0, 120);
  return last === undefined || last === '' ? null : last;
}

const enoughForEnvelope = 256 * 1024;

/** Leaves out the envelope of an MTOM answer: what it says is in the parts that it refers to. */
function withoutEnvelope(
  reader: ByteReader,
  parts: readonly Part[],
  start: string | null,
): Result<readonly Part[], DocumentProblem> {
  const idOf = ({ headers }: Part): string => bare(headers.get('content-id') ?? '');
  const root = parts.find((part) => start !== null && idOf(part) === bare(start)) ?? parts[0];
  if (root === undefined || /^\s*multipart\//i.test(root.headers.get('content-type') ?? '')) return ok(parts);
  const { end } = root.headers;
  const text = reader.ascii(end, Math.min(root.to, end + enoughForEnvelope));
  const included = [...text.matchAll(/Include\s[^>]*?href\s*=\s*["']cid:([^"']{1,300})["']/g)].map(
    ([, id = '']) => decode(id),
  );
  if (included.length === 0) return ok(parts);
  const present = new Set(parts.map(idOf));
  const missing = included.find((id) => !present.has(id));
  if (missing !== undefined)
    return damaged('multipart', `manca la parte «${missing.slice(0, 80)}», in cui sta il documento`);
  return ok(parts.filter((part) => part !== root && included.includes(idOf(part))));
}

function bare(id: string): string {
  return id.trim().replace(/^<|>$/g, '');
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return id;
    throw error;
  }
}

/** The next line that begins with the boundary: where the text before it ends, and where the boundary does. */
function nextBoundary(
  reader: ByteReader,
  boundary: string,
  from: number,
): { readonly before: number; readonly after: number } | null {
  for (let at = reader.find(boundary, from); at !== -1; at = reader.find(boundary, at + 1)) {
    const before = reader.at(at - 1);
    if (at > from && before !== 0x0a) continue;
    // A longer name is another boundary.
    if (!/^(?:--|[ \t]*\r?\n|[ \t]*$)/.test(reader.ascii(at + boundary.length, at + boundary.length + 80)))
      continue;
    const lineEnd = reader.at(at - 2) === 0x0d ? 2 : 1;
    return { before: Math.max(0, at - lineEnd), after: at + boundary.length };
  }
  return null;
}
