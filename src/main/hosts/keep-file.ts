import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readdir, rename, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { TargetProblem } from '../../shared/wording/targets.ts';
import { codeOf, isOfFiles } from '../disk/errors.ts';
import { longWaits, patientlyLater, takeAwayIfPossible } from '../disk/patience.ts';
import { isRunning } from './process-birth.ts';

/** A file that somebody wants at a place of theirs. Until it is put there, what stood there stands. */
export interface Target {
  /** Puts the bytes of another file there, all of them at once. */
  put(path: string): Promise<Result<void, TargetProblem>>;
  /** Nothing comes of it. */
  giveUp(): Promise<void>;
}

/** What of the disk can fail in ways that cannot be staged. */
interface Disk {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly write: (file: FileHandle, bytes: Uint8Array) => Promise<void>;
  /** How long to wait before the name is tried again, each time: so long a person with Excel open waits for the answer. */
  readonly waits: readonly number[];
}

const realDisk: Disk = {
  rename,
  write: (file, bytes) => file.writeFile(bytes),
  waits: longWaits,
};

/**
 * Makes sure that a file can be written beside the target, before anything is worked out: it is filled there, flushed, and
 * takes the target's name in one step, so that whoever looks, or pulls the plug, finds the old file or the new one.
 */
export async function openTarget(
  target: string,
  disk: Disk = realDisk,
): Promise<Result<Target, TargetProblem>> {
  const folder = dirname(target);
  const draft = join(folder, draftName());
  let file: FileHandle;
  try {
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
      return fail({ code: 'target-is-a-folder', target });
    await takeAwayLeftovers(folder);
    file = await open(draft, 'wx');
  } catch (error) {
    return fail(problemOf(error, target, 'folder'));
  }
  const giveUp = async (): Promise<void> => {
    await file.close().catch(unlessOfFiles);
    takeAwayIfPossible(draft);
  };
  return ok({
    giveUp,
    async put(path) {
      let step: Step = 'folder';
      try {
        await copy(path, file, disk);
        await file.sync();
        await file.close();
        step = 'name';
        await patientlyLater(() => disk.rename(draft, target), disk.waits);
        await flushFolder(folder);
        return ok(undefined);
      } catch (error) {
        await giveUp();
        return fail(problemOf(error, target, step));
      }
    },
  });
}

const unlessOfFiles = (error: unknown): void => {
  if (!isOfFiles(error)) throw error;
};

async function copy(from: string, to: FileHandle, disk: Disk): Promise<void> {
  const source = await open(from, 'r');
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (;;) {
      const { bytesRead } = await source.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return;
      await disk.write(to, piece.subarray(0, bytesRead));
    }
  } finally {
    await source.close();
  }
}

/** The new name is on the disk only when its folder is. Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

// On a share several computers write into one folder: a process number means something on its own alone.
const here = hostname()
  .replaceAll(/[^\p{L}\p{N}]/gu, '-')
  .slice(0, 40);
const draftPattern = /^\.tre-pallini-(.+)-(\d+)-[0-9a-f]{8}\.parziale$/;
const aDay = 24 * 60 * 60 * 1000;

function draftName(): string {
  return `.tre-pallini-${here}-${process.pid}-${randomBytes(4).toString('hex')}.parziale`;
}

/** What a run that was killed left in this folder. */
async function takeAwayLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, host, pid] = draftPattern.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    if ((host === here && !isRunning(Number(pid))) || isOld(path)) takeAwayIfPossible(path);
  }
}

/** False for one that somebody else takes away at this moment. */
function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < Date.now() - aDay;
}

/** Where it failed: in the folder, or while the file took its name. */
type Step = 'folder' | 'name';

/** What a failed call of the file system means for whoever wants the file; other errors are thrown on. */
function problemOf(error: unknown, target: string, step: Step): TargetProblem {
  const code = codeOf(error);
  switch (code) {
    case 'EBUSY':
    case 'ETXTBSY':
      return { code: 'target-in-use', target };
    case 'EACCES':
    case 'EPERM':
      // Windows says so of a file that Excel has open; the folder took the draft a moment ago.
      return { code: step === 'name' ? 'target-in-use' : 'folder-read-only', target };
    case 'EROFS':
      return { code: 'folder-read-only', target };
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'target-disk-full', target };
    case 'ENAMETOOLONG':
      return { code: 'path-too-long', target };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'no-such-folder', target };
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return { code: 'target-is-a-folder', target };
    default:
      if (isOfFiles(error)) return { code: 'target-unwritable', target, detail: code };
      throw error;
  }
}
