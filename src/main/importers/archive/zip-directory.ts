import { fromRandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { originOf, type ByteSource } from '../bytes.ts';
import { judgeName, type EntryName } from './entry-name.ts';
import { overCeiling } from './limits.ts';
import { SynchronousReader } from './synchronous-reader.ts';

/** What the index tells of an entry. */
interface ZipEntry {
  readonly name: EntryName;
  readonly compressionMethod: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly headerAt: number;
}

/** An entry and where its data begin; `start` is null when its local header is broken. */
export interface LocatedEntry extends ZipEntry {
  readonly start: number | null;
}

const listed = new WeakMap<ByteSource, readonly LocatedEntry[]>();

/**
 * Lists an archive. Its structure is judged whole here; a broken entry is only told by its own `start`. One is listed once:
 * who asks whether it is a workbook and who opens it share the list.
 */
export function readDirectory(
  source: ByteSource,
  maxEntries: number,
): Result<readonly LocatedEntry[], DocumentProblem> {
  const known = listed.get(originOf(source));
  if (known !== undefined)
    return known.length > maxEntries ? fail(overCeiling('entries', maxEntries)) : ok(known);
  const found = listDirectory(source, maxEntries);
  if (found.ok) listed.set(originOf(source), found.value);
  return found;
}

function listDirectory(
  source: ByteSource,
  maxEntries: number,
): Result<readonly LocatedEntry[], DocumentProblem> {
  const reader = new SynchronousReader(source);
  const opened = open(reader, source.size);
  if (!opened.ok) return opened;
  const zip = opened.value;
  if (zip.entryCount > maxEntries) return fail(overCeiling('entries', maxEntries));
  const found = list(zip);
  if (!found.ok) return found;
  // The count of a plain zip is kept in 16 bits: writers that overflow it hide 65,536 files at a time.
  if (found.value.length > 0 && startsWith(reader.bytesAt(Number(zip.readEntryCursor), 4), indexMark))
    return damaged('l’indice elenca più file di quanti ne dichiara');
  const entries = found.value.map((entry) => ({ ...entry, start: startOf(reader, entry, source.size) }));
  return overlap(entries) ? damaged('alcuni file dell’archivio sono sovrapposti') : ok(entries);
}

const indexMark = [0x50, 0x4b, 1, 2];
const localMark = [0x50, 0x4b, 3, 4];

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

function open(reader: SynchronousReader, size: number): Result<ZipFile, DocumentProblem> {
  let result: Result<ZipFile, DocumentProblem> | null = null;
  // Names are decoded here and sizes checked on what comes out, so that a bad one spoils its own entry only.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
  fromRandomAccessReader(reader, size, options, (error, zip) => {
    result = error === null || error === undefined ? ok(zip) : damaged('non ha un indice leggibile');
  });
  return result ?? damaged('non ha un indice leggibile');
}

function list(zip: ZipFile): Result<ZipEntry[], DocumentProblem> {
  const entries: ZipEntry[] = [];
  let problem: DocumentProblem | null = null;
  zip.on('entry', (entry: Entry) => {
    if (entry.isEncrypted()) problem = { code: 'archive-encrypted' };
    entries.push(toZipEntry(entry));
  });
  zip.on('error', (error: Error) => {
    const isEncrypted = error.message.includes('encryption');
    problem = isEncrypted ? { code: 'archive-encrypted' } : brokenIndex;
  });
  for (let i = 0; i < zip.entryCount; i++) {
    zip.readEntry();
    // An entry without name, comment and extra field would come later: no writer makes one.
    if (problem === null && entries.length !== i + 1) problem = brokenIndex;
    if (problem !== null) return fail(problem);
  }
  return ok(entries);
}

const brokenIndex: DocumentProblem = { code: 'archive-damaged', detail: 'il suo indice è rovinato' };

/** yauzl's entries hold on to several buffers each: of 100,000 only this much is kept. */
function toZipEntry(entry: Entry): ZipEntry {
  const { compressionMethod, compressedSize, uncompressedSize, crc32 } = entry;
  const headerAt = entry.relativeOffsetOfLocalHeader;
  return { name: judgeName(entry), compressionMethod, compressedSize, uncompressedSize, crc32, headerAt };
}

/** Of the local header only the lengths of name and extra field count: the index is what is believed. */
function startOf(reader: SynchronousReader, entry: ZipEntry, size: number): number | null {
  const header = reader.bytesAt(entry.headerAt, 30);
  if (header.length < 30 || !startsWith(header, localMark)) return null;
  const lengthAt = (at: number): number => (header[at] ?? 0) + (header[at + 1] ?? 0) * 256;
  const start = entry.headerAt + 30 + lengthAt(26) + lengthAt(28);
  return start + entry.compressedSize <= size ? start : null;
}

/** Entries that share bytes make small archives expand without end. */
function overlap(entries: readonly LocatedEntry[]): boolean {
  let end = 0;
  const isInOrder = entries.every(({ headerAt }, i) => headerAt >= (entries[i - 1]?.headerAt ?? 0));
  const inOrder = isInOrder ? entries : entries.toSorted((a, b) => a.headerAt - b.headerAt);
  for (const { headerAt, start, compressedSize } of inOrder) {
    if (start === null) continue;
    if (headerAt < end) return true;
    end = start + compressedSize;
  }
  return false;
}

function damaged(detail: string): { readonly ok: false; readonly problem: DocumentProblem } {
  return fail({ code: 'archive-damaged', detail });
}
