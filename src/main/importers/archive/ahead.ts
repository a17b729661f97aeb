import { gunzipSync } from 'node:zlib';
import type { ByteSource } from '../bytes.ts';
import type { LocatedEntry } from './zip-directory.ts';

/** Small entries of an archive, expanded many at a time because they are opened one after the other. */
export interface Ahead {
  /** The bytes of an entry, by its place among the entries; null when it must be expanded by itself. */
  take(index: number): Uint8Array | null;
}

/** Bytes of an entry, packed and expanded, up to which it is small; and those of a stretch, packed and expanded. */
const smallEntry = 32 * 1024;
const stretchPacked = 128 * 1024;
const stretchExpanded = 512 * 1024;

const deflated = 8;
/** RFC 1952: what a member begins with, deflated, without a name; and how long its checksum and its size are. */
const memberHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const memberMark = memberHead.subarray(0, 3);
const memberTail = 8;

/**
 * To expand a receipt costs less than to make ready for it. zlib expands many at once when each is given to it as a member
 * of one gzip: it then holds each against the checksum and the size that the index tells. What does not come out as told,
 * all of it, counts for nothing here, and each entry is judged by itself.
 */
export function createAhead(archive: ByteSource, entries: readonly LocatedEntry[]): Ahead {
  let from = 0;
  let to = 0;
  let at = 0;
  let bytes: Uint8Array | null = null;

  return {
    take(index) {
      if (index < from || index >= to) {
        from = index;
        to = endOfStretch(entries, index);
        at = 0;
        bytes = to - from > 1 ? expandStretch(archive, entries.slice(from, to)) : null;
      }
      // They are taken in order, each once; whoever does it otherwise has them expanded one by one.
      if (bytes === null || index !== from) return null;
      const size = entries[index]?.uncompressedSize ?? 0;
      const taken = bytes.subarray(at, at + size);
      from += 1;
      at += size;
      if (from === to) bytes = null;
      return taken;
    },
  };
}

/** Up to which entry they are small and lie one behind the other, close enough to be fetched at once. */
function endOfStretch(entries: readonly LocatedEntry[], first: number): number {
  const begin = entries[first]?.start ?? 0;
  let end = begin;
  let expanded = 0;
  for (let i = first; ; i++) {
    const entry = entries[i];
    if (entry === undefined || entry.start === null || entry.start < end) return i;
    const { start, compressionMethod, compressedSize, uncompressedSize } = entry;
    if (compressionMethod !== deflated || uncompressedSize === 0) return i;
    if (compressedSize > smallEntry || uncompressedSize > smallEntry) return i;
    end = start + compressedSize;
    expanded += uncompressedSize;
    if (end - begin > stretchPacked || expanded > stretchExpanded) return i;
  }
}

/** The expanded bytes of these entries, one behind the other; null when anything about them is not as told. */
function expandStretch(archive: ByteSource, entries: readonly LocatedEntry[]): Uint8Array | null {
  const begin = entries[0]?.start ?? 0;
  const last = entries.at(-1);
  const packed = archive.read(begin, (last?.start ?? 0) + (last?.compressedSize ?? 0) - begin);
  const gzip = Buffer.allocUnsafe(packed.length + entries.length * (memberHead.length + memberTail));
  const heads: number[] = [];
  let length = 0;
  let size = 0;
  for (const { start, compressedSize, uncompressedSize, crc32 } of entries) {
    const from = (start ?? 0) - begin;
    heads.push(length);
    gzip.set(memberHead, length);
    gzip.set(packed.subarray(from, from + compressedSize), length + memberHead.length);
    length += memberHead.length + compressedSize;
    length = gzip.writeUInt32LE(uncompressedSize, gzip.writeUInt32LE(crc32, length));
    size += uncompressedSize;
  }
  const members = gzip.subarray(0, length);
  if (!beginOnlyAt(heads, members)) return null;
  const bytes = expandMembers(members, size);
  return bytes?.length === size ? bytes : null;
}

/**
 * True when a member can begin nowhere else. Data that end early cannot then be followed by another member of their own: if
 * as much comes out as the index tells, every entry made its own part of it.
 */
function beginOnlyAt(heads: readonly number[], members: Buffer): boolean {
  let at = 0;
  for (const head of heads) {
    if (members.indexOf(memberMark, at) !== head) return false;
    at = head + 1;
  }
  return members.indexOf(memberMark, at) === -1;
}

function expandMembers(members: Buffer, size: number): Uint8Array | null {
  try {
    return gunzipSync(members, { chunkSize: Math.max(64, size + 1), maxOutputLength: size });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
