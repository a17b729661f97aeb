import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { bytesInMemory, type ByteSource } from '../importers/bytes.ts';
import { Refusal } from '../importers/refusal.ts';

/** How a file was when somebody looked at it. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
}

/** A file kept open while it is imported, so that what is digested is what is read. */
export interface OpenFile {
  readonly source: ByteSource;
  readonly state: FileState;
  /** True while the file is as it was: it did not grow or shrink and nobody wrote to it. */
  isStill(before: FileState): boolean;
  close(): void;
}

/** Opens a file for import. Folders, pipes and devices are not files. A small one is fetched at once. */
export function openFile(path: string, small = sizeFetchedWhole): Result<OpenFile, DocumentProblem> {
  let fd: number;
  try {
    // Asked before opening: a pipe would wait for its writer.
    if (!statSync(path).isFile()) return fail({ code: 'not-a-file' });
    fd = openSync(path, 'r');
  } catch (error) {
    return fail(problemOf(error));
  }
  const { size, mtimeMs } = fstatSync(fd);
  const fromFile: ByteSource = {
    size,
    read: (position, length) => readAt(fd, position, Math.min(length, size - position)),
  };
  return ok({
    // An archive is read in thousands of small pieces: those of ordinary size are fetched at once.
    source: size <= small ? bytesInMemory(fromFile.read(0, size)) : fromFile,
    state: { size, mtimeMs },
    isStill(before) {
      const now = fstatSync(fd);
      return now.size === before.size && now.mtimeMs === before.mtimeMs;
    },
    close: () => closeSync(fd),
  });
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
        if (!opened.value.isStill(state)) throw new Refusal({ code: 'file-changed' });
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
    const found = statSync(path);
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
    const got = readSync(fd, buffer, read, buffer.length - read, position + read);
    if (got === 0) break;
    read += got;
  }
  return buffer.subarray(0, read);
}

/** What a failed call of the file system means for the file that was to be read; other errors are thrown on. */
export function problemOf(error: unknown): DocumentProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-not-found' };
  if (code === 'EISDIR' || code === 'ENXIO') return { code: 'not-a-file' };
  if (/^E[A-Z]+$/.test(code)) return { code: 'unreadable-file', detail: code };
  throw error;
}
