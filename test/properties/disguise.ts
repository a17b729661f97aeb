import * as fc from 'fast-check';
import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  base64,
  cdata,
  escaped,
  flussoAnswer,
  lines,
  mail,
  mtom,
  p7m,
  p7mInPieces,
  pem,
  zipped,
} from '../main/importers/wrap.ts';
import type { Paper } from './office-arbitrary.ts';

/** Ways in which the same paper reaches an office: what it says does not change. */
const disguises: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  'a mark before it': (content) => Buffer.concat([Buffer.from('\ufeff'), content]),
  'blanks and a note around it': (content) =>
    Buffer.concat([Buffer.from('\r\n  <!-- scaricato dal portale -->\r\n'), content, Buffer.from('\r\n\n')]),
  'wider lines': (content) => Buffer.from(content.toString().replaceAll('><', '>\r\n\t <')),
  'UTF-16': (content) =>
    Buffer.from(`\ufeff${content.toString().replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'),
  gzip: (content) => gzipSync(content),
  zip: (content) => zipped(content),
  'zip in zip': (content) => zipped(zipped(content)),
  base64: (content) => Buffer.from(base64(content)),
  'base64 in lines': (content) => Buffer.from(lines(content)),
  'a data: address': (content) => Buffer.from(`data:text/xml;base64,${base64(content)}`),
  'a signature': (content) => p7m(content),
  'a signature in pieces': (content) => p7mInPieces(content, 300),
  'two signatures': (content) => p7m(p7m(content)),
  'a signature in PEM': (content) => Buffer.from(pem(p7m(content))),
  'an answer with base64': (content) => Buffer.from(flussoAnswer(base64(content))),
  'an answer with base64 of gzip': (content) => Buffer.from(flussoAnswer(base64(gzipSync(content)))),
  'an answer with CDATA': (content) => Buffer.from(flussoAnswer(cdata(content))),
  'an answer with escaped text': (content) => Buffer.from(flussoAnswer(escaped(content))),
  // What stands between the parts stands nowhere in them (RFC 2046).
  'an answer in parts': (content) => mtom(content, { boundary: `uuid:${hash('sha256', content)}` }),
  'a message': (content) => Buffer.from(mail(content, 'documento.xml')),
};

/** One after the other: the inner one first. Archives in archives in archives are refused, and none of them. */
export const disguiseArbitrary: fc.Arbitrary<readonly string[]> = fc
  .array(fc.constantFrom(...Object.keys(disguises)), { minLength: 1, maxLength: 2 })
  .filter((ways) => ways.reduce((sum, way) => sum + (archives[way] ?? 0), 0) <= 2);

const archives: Readonly<Record<string, number>> = { zip: 1, 'zip in zip': 2 };

/** Some are for texts alone: what is packed is wrapped further, but not padded. */
export function disguised(
  { name, content }: Paper,
  ways: readonly string[],
): { name: string; bytes: Buffer } {
  let bytes: Buffer = Buffer.from(content);
  for (const way of ways) {
    const isText = bytes.subarray(0, 400).toString('latin1').trimStart().startsWith('<');
    if (ofTexts.has(way) && !isText) continue;
    bytes = disguises[way]?.(bytes) ?? bytes;
  }
  return { name, bytes };
}

const ofTexts: ReadonlySet<string> = new Set([
  'a mark before it',
  'blanks and a note around it',
  'wider lines',
  'UTF-16',
  'an answer with CDATA',
  'an answer with escaped text',
]);
