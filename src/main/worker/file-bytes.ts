import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { codeOf, isOfFiles } from '../disk/errors.ts';
import { patiently } from '../disk/patience.ts';
import { bytesInMemory, type ByteSource } from '../importers/bytes.ts';
import { Refusal } from '../importers/refusal.ts';
import { createUtf8Check } from '../importers/utf8.ts';

/**
 * How a file was when somebody looked at it. A file that was exchanged for another of the same size and time has another
 * number, and one that was written over and given its old time back another moment of change.
 */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** What all the bytes of a file tell. */
export interface FileDigest {
  readonly sha256: string;
  /** True when they are UTF-8: whoever reads the same bytes need not look again. Not looked at in small ones. */
  readonly areUtf8: boolean;
}

/** A file kept open while it is imported, so that what is digested is what is read. */
export interface OpenFile {
  readonly source: ByteSource;
  readonly state: FileState;
  /** Goes through all the bytes; `onRead` hears how many were read so far. */
  digest(onRead: (bytes: number) => void): FileDigest;
  /** What happened to the file, or to its disk, since it was as told: null when nobody wrote to it, and it did not grow or shrink. */
  changeSince(before: FileState): DocumentProblem | null;
  close(): void;
}

/**
 * Opens a file for import, waiting for an antivirus that looks into it. Folders, links, pipes and devices are not files. A
 * small one is fetched at once. Reading it later throws a `Refusal` when the disk is gone.
 */
export function openFile(path: string, small = sizeFetchedWhole): Result<OpenFile, DocumentProblem> {
  let fd: number | null = null;
  try {
    // Windows has no flags for it, and names of devices that no look at the disk tells from files.
    if (/^\\\\[.?]\\/.test(path) || !lstatSync(path).isFile()) return fail({ code: 'not-a-file' });
    fd = patiently(() => openSync(path, readPlain));
    const found = fstatSync(fd);
    if (!found.isFile()) {
      closeSync(fd);
      return fail({ code: 'not-a-file' });
    }
    return ok(fileOf(fd, stateOf(found), small));
  } catch (error) {
    if (fd !== null) closeQuietly(fd);
    return fail(error instanceof Refusal ? error.problem : problemOf(error));
  }
}

/** Not through a link, and without waiting for the writer of a pipe: either may have taken the file's place just now. */
const readPlain = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function fileOf(fd: number, state: FileState, small: number): OpenFile {
  const { size } = state;
  const fromFile: ByteSource = {
    size,
    read: (position, length) => readAt(fd, position, Math.min(length, size - position)),
  };
  // An archive is read in thousands of small pieces: those of ordinary size are fetched at once.
  const whole = size <= small ? fromFile.read(0, size) : null;
  return {
    source: whole === null ? fromFile : bytesInMemory(whole),
    state,
    digest: (onRead) => (whole === null ? digestOfFile(fd, size, onRead) : digestOfBytes(whole, onRead)),
    changeSince: (before) => changeBetween(before, fd),
    close: () => closeQuietly(fd),
  };
}

function digestOfBytes(bytes: Uint8Array, onRead: (bytes: number) => void): FileDigest {
  onRead(bytes.length);
  return { sha256: hash('sha256', bytes), areUtf8: false };
}

/** Through one buffer: new ones for each piece would pile up as garbage beside the file. */
function digestOfFile(fd: number, size: number, onRead: (bytes: number) => void): FileDigest {
  const digest = createHash('sha256');
  const utf8 = createUtf8Check();
  let areUtf8 = true;
  const buffer = Buffer.allocUnsafeSlow(digestedAtOnce);
  for (let position = 0; position < size;) {
    const got = readSome(fd, buffer.subarray(0, Math.min(buffer.length, size - position)), 0, position);
    if (got === 0) break;
    const bytes = buffer.subarray(0, got);
    digest.update(bytes);
    areUtf8 = utf8.take(bytes);
    position += got;
    onRead(position);
  }
  return { sha256: digest.digest('hex'), areUtf8 };
}

const digestedAtOnce = 256 * 1024;

function stateOf({ size, mtimeMs, ctimeMs, ino }: FileState): FileState {
  return { size, mtimeMs, ctimeMs, ino };
}

function changeBetween(before: FileState, fd: number): DocumentProblem | null {
  let now: FileState;
  try {
    now = stateOf(fstatSync(fd));
  } catch (error) {
    return problemOf(error);
  }
  if (now.ino === before.ino && now.size > before.size) return { code: 'still-downloading' };
  const isSame =
    now.size === before.size &&
    now.mtimeMs === before.mtimeMs &&
    now.ctimeMs === before.ctimeMs &&
    now.ino === before.ino;
  return isSame ? null : { code: 'file-changed' };
}

/** Of a disk that is gone nothing can be closed either, and nothing is lost: the file was only read. */
function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}

/**
 * A file that is opened only while it is being looked into: one of thousands, of which few matter. Reading it throws a
 * `Refusal` when it is gone or no longer as it was.
 */
export function fileAtRest(path: string, state: FileState): ByteSource {
  return {
    size: state.size,
    read(position, length) {
      const opened = openFile(path, 0);
      if (!opened.ok) throw new Refusal(opened.problem);
      try {
        const change = opened.value.changeSince(state);
        if (change !== null) throw new Refusal(change);
        return opened.value.source.read(position, length);
      } finally {
        opened.value.close();
      }
    },
  };
}

/** How large a file is, as far as can be told; whether it can be read is seen when it is opened. */
export function sizeOf(path: string): number {
  try {
    const found = lstatSync(path);
    return found.isFile() ? found.size : 0;
  } catch (error) {
    // Known troubles are told when the file is opened; any other is thrown on.
    problemOf(error);
    return 0;
  }
}

const sizeFetchedWhole = 2 * 1024 * 1024;

function readAt(fd: number, position: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(Math.max(0, length));
  let read = 0;
  while (read < buffer.length) {
    const got = readSome(fd, buffer, read, position + read);
    if (got === 0) break;
    read += got;
  }
  return buffer.subarray(0, read);
}

function readSome(fd: number, buffer: Buffer, from: number, position: number): number {
  try {
    return readSync(fd, buffer, from, buffer.length - from, position);
  } catch (error) {
    // The stick was pulled out, the network went: it is the file's trouble, and of no other file of the drop.
    throw new Refusal(problemOf(error));
  }
}

/** What a failed call of the file system means for the file that was to be read; other errors are thrown on. */
export function problemOf(error: unknown): DocumentProblem {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-not-found' };
  if (code === 'EISDIR' || code === 'ENXIO' || code === 'ELOOP') return { code: 'not-a-file' };
  if (isOfFiles(error)) return { code: 'unreadable-file', detail: code };
  throw error;
}
