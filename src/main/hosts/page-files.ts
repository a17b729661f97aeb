import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The built page: what is not in it does not exist, whatever path is asked for. */
export interface PageFiles {
  find(path: string): PageFile | null;
}

interface PageFile {
  readonly type: string;
  /** Null when it was taken away since. */
  bytes(): Buffer | null;
}

/** What a host sends for a path of the page. */
export interface PageAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Looks once what the built page has; null when it was not built. Files of other kinds than these are not served. */
export function readPageFiles(folder: string): PageFiles | null {
  const files = new Map<string, PageFile>();
  for (const entry of entriesOf(folder)) {
    const type = types[extname(entry)];
    if (type !== undefined)
      files.set(`/${entry.replaceAll('\\', '/')}`, { type, bytes: bytesOf(join(folder, entry), type) });
  }
  const index = files.get('/index.html');
  if (index === undefined) return null;
  files.set('/', index);
  return { find: (path) => files.get(path) ?? null };
}

/**
 * Answers a path exactly as it was asked: nothing is decoded, so that nothing but the name of a built file can name
 * one.
 */
export function answerPage(files: PageFiles, path: string): PageAnswer {
  const file = files.find(path);
  const bytes = file?.bytes() ?? null;
  const nonce = randomBytes(18).toString('base64');
  if (file === null || bytes === null)
    return { status: 404, headers: securityHeaders(nonce), body: Buffer.alloc(0) };
  const body = file.type.startsWith('text/html')
    ? Buffer.from(bytes.toString('utf8').replaceAll('%CSP_NONCE%', nonce))
    : bytes;
  return { status: 200, headers: { ...securityHeaders(nonce), 'Content-Type': file.type }, body };
}

/** The rules under which every answer of a host stands, page or not. */
export function securityHeaders(nonce: string | null = null): Record<string, string> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Styles that a library writes into the page bear the nonce of this very answer; scripts are files, always. */
function contentPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === null ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/**
 * Scripts and styles are read now, so that they are those of one build for as long as the program runs; pictures, most of
 * the page, when somebody first looks at one.
 */
function bytesOf(file: string, type: string): () => Buffer | null {
  if (type !== 'image/png') {
    const bytes = readFileSync(file);
    return () => bytes;
  }
  let bytes: Buffer | null = null;
  return () => (bytes ??= unlessGone(() => readFileSync(file)));
}

function entriesOf(folder: string): string[] {
  return unlessGone(() => readdirSync(folder, { recursive: true, encoding: 'utf8' })) ?? [];
}

function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
