import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** The encodings that are read. The declared ISO-8859-1 is read as Windows-1252, of which it is a part in practice. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15';

/** How the bytes of a document are to be read. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** As the file declares it, or how it was found. */
  readonly declared: string;
  /** Bytes of the byte order mark. */
  readonly skip: number;
  /** True when the declaration cannot be true, as the `utf-16` that .NET writes at the top of UTF-8 files. */
  readonly contradicted: boolean;
}

const supported: ReadonlySet<string> = new Set<Encoding>([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
]);

/** Finds the encoding from the first bytes: byte order mark, then zero bytes, then the XML declaration. */
export function findEncoding(first: Uint8Array): Result<FoundEncoding, DocumentProblem> {
  if (last !== null && beginsWith(first, last.declaration)) return last.found;
  const [a, b, c, d] = first;
  if (a === 0xef && b === 0xbb && c === 0xbf) return found('utf-8', 'UTF-8', 3);
  if (a === 0xff && b === 0xfe) return found('utf-16le', 'UTF-16', 2);
  if (a === 0xfe && b === 0xff) return found('utf-16be', 'UTF-16', 2);
  // A text without a byte order mark whose every second byte is zero.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return found('utf-16le', 'UTF-16', 0);
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return found('utf-16be', 'UTF-16', 0);
  // Nearly always the declaration is the first thing there is, and no longer than this.
  const usual = declaration.exec(latin1(first, 512));
  if (usual?.index !== 0) return asDeclared(declaration.exec(latin1(first, 16_384))?.[1] ?? null);
  const encoding = asDeclared(usual[1] ?? null);
  if (encoding.ok) last = { declaration: Buffer.from(usual[0], 'latin1'), found: encoding };
  return encoding;
}

/** The declaration with which the last document began: the next one nearly always begins with the same. */
let last: {
  readonly declaration: Uint8Array;
  readonly found: Result<FoundEncoding, DocumentProblem>;
} | null = null;

function beginsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  if (bytes.length < beginning.length) return false;
  for (let i = 0; i < beginning.length; i++) if (bytes[i] !== beginning[i]) return false;
  return true;
}

function asDeclared(declared: string | null): Result<FoundEncoding, DocumentProblem> {
  if (declared === null) return found('utf-8', 'UTF-8', 0);
  // ASCII is a part of UTF-8, and files that say ASCII are more often that than Windows-1252.
  if (/^(?:us-)?ascii$/i.test(declared)) return found('utf-8', declared, 0);
  const encoding = standardName(declared);
  if (encoding === null) return fail({ code: 'unreadable-encoding', declared: declared.slice(0, 40) });
  // The declaration was legible byte by byte, so this is not UTF-16.
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return found('utf-8', declared, 0, true);
  return found(encoding, declared, 0);
}

const declaration = /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/;

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');
}

function standardName(label: string): Encoding | null {
  if (/^utf-?8$/i.test(label)) return 'utf-8';
  try {
    const { encoding } = new TextDecoder(label.trim());
    return isEncoding(encoding) ? encoding : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isEncoding(name: string): name is Encoding {
  return supported.has(name);
}

function found(
  encoding: Encoding,
  declared: string,
  skip: number,
  contradicted = false,
): { readonly ok: true; readonly value: FoundEncoding } {
  return ok({ encoding, declared, skip, contradicted });
}
