import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../shared/contract/problems.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { isDiskFull, isOfFiles, codeOf } from './disk/errors.ts';
import { patientlyLater, takeAwayIfPossible } from './disk/patience.ts';
import { freeBytes } from './disk/room.ts';
import { departingFolder, type Parcel } from './parcels.ts';

/** A file that arrives in pieces. After a problem it is gone, and every further piece has the same problem. */
export interface Incoming {
  write(chunk: Uint8Array): Promise<Result<void, Problem>>;
  /** The whole file is here: resolves to its parcel. */
  finish(): Promise<Result<string, Problem>>;
  /** It will not arrive: what was stored of it goes. */
  abort(): Promise<void>;
}

/** Where files wait whose bytes were sent, because the window cannot name a path. */
export interface Staging {
  receive(name: string): Incoming;
  /** Takes away what was stored for a parcel; a file that was handed over by its path is not ours to take. */
  discard(parcel: Parcel): void;
  empty(): void;
}

/** No document of the trade comes near it, archives included. */
export const largestUpload = 8 * 1024 ** 3;

/** `keep` gives the handle of a file that has arrived. */
export function createStaging(
  folder: string,
  keep: (parcel: Parcel) => string,
  max: number = largestUpload,
): Staging {
  const place = join(folder, 'in-arrivo');
  return {
    receive: (name) => receiveInto(join(place, randomUUID()), name, keep, max),
    discard({ path }) {
      // What cannot go now is swept when the window closes.
      if (dirname(path) === place) takeAwayIfPossible(path);
    },
    empty() {
      for (const left of [place, departingFolder(folder)]) sweep(left);
    },
  };
}

/** The person's name of a file is only told on: on the disk it has a name of our own. */
function receiveInto(path: string, name: string, keep: (parcel: Parcel) => string, max: number): Incoming {
  let file: FileHandle | null = null;
  let problem: Problem | null = null;
  let size = 0;

  async function opened(): Promise<FileHandle> {
    if (file !== null) return file;
    mkdirSync(dirname(path), { recursive: true });
    file = await patientlyLater(() => open(path, 'wx', 0o600));
    return file;
  }
  async function drop(): Promise<void> {
    if (file === null) return;
    const closing = file;
    file = null;
    try {
      await closing.close();
    } catch (error) {
      if (!isOfFiles(error)) throw error;
    }
    takeAwayIfPossible(path);
  }
  async function guarded<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
    if (problem !== null) return fail(problem);
    try {
      return ok(await work());
    } catch (error) {
      problem = problemOf(error, dirname(dirname(path)));
      await drop();
      return fail(problem);
    }
  }

  return {
    async write(chunk) {
      size += chunk.byteLength;
      if (problem === null && size > max) {
        problem = { code: 'upload-too-large', name, max };
        await drop();
      }
      return guarded(async () => {
        const target = await opened();
        for (let from = 0; from < chunk.byteLength;) {
          const { bytesWritten } = await target.write(chunk, from);
          from += bytesWritten;
        }
      });
    },
    finish: () =>
      guarded(async () => {
        const done = await opened();
        await done.close();
        file = null;
        return keep({ path, name });
      }),
    async abort() {
      problem ??= { code: 'cancelled' };
      await drop();
    },
  };
}

/** What a folder cannot be rid of now waits for the next time; nothing of it is ours to read meanwhile. */
function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}

function problemOf(error: unknown, folder: string): Problem {
  if (isDiskFull(error)) return { code: 'disk-full', room: { free: freeBytes(folder), needed: null } };
  if (isOfFiles(error)) return { code: 'ledger-unreadable', detail: codeOf(error) };
  throw error;
}
