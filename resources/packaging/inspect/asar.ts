import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** A file of Electron's archive. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
  /** It lies beside the archive instead of in it. */
  readonly isUnpacked: boolean;
  /** What the archive says the SHA-256 of the file is; null when it says nothing. */
  readonly sealed: string | null;
  /** Its bytes and what their SHA-256 is; null for one that lies beside. */
  readonly inside: { readonly bytes: Buffer; readonly found: string } | null;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly hash: string };
}

/** Every file of an archive, with its digest as noted and as it is. */
export function readAsar(archive: string): PackedFile[] {
  const file = openSync(archive, 'r');
  try {
    const sizes = read(file, 0, 16);
    // Two pickles: the length of the second, then the text with its own length.
    const start = 8 + sizes.readUInt32LE(4);
    const header = JSON.parse(read(file, 16, sizes.readUInt32LE(12)).toString('utf8')) as Entry;
    return [...walk(header, '')].map(({ path, entry }) => {
      const size = entry.size ?? 0;
      const isUnpacked = entry.unpacked === true;
      const bytes = isUnpacked ? null : read(file, start + Number(entry.offset), size);
      const inside = bytes === null ? null : { bytes, found: digest(bytes) };
      return { path, size, isUnpacked, sealed: entry.integrity?.hash ?? null, inside };
    });
  } finally {
    closeSync(file);
  }
}

function* walk(entry: Entry, path: string): Generator<{ path: string; entry: Entry }> {
  for (const [name, child] of Object.entries(entry.files ?? {})) {
    const here = path === '' ? name : `${path}/${name}`;
    if (child.files === undefined) yield { path: here, entry: child };
    else yield* walk(child, here);
  }
}

function read(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, from);
  return bytes;
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
