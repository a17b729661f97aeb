import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupProblem } from '../../../shared/domain/backup.ts';
import { codeOf, isOfFiles } from '../../disk/errors.ts';
import { giveName, patiently, takeAwayIfPossible } from '../../disk/patience.ts';
import { freeBytes } from '../../disk/room.ts';

/** SHA-256 of a file, read in pieces. */
export function digestOf(file: string): string {
  const digest = createHash('sha256');
  const piece = Buffer.allocUnsafe(1024 * 1024);
  const fd = patiently(() => openSync(file, 'r'));
  try {
    for (;;) {
      const read = readSync(fd, piece, 0, piece.length, null);
      if (read === 0) return digest.digest('hex');
      digest.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
}

/** What was written is on the disk when this returns. */
export function flushFile(file: string): void {
  const fd = patiently(() => openSync(file, 'r+'));
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** A new name is on the disk only when its folder is. Windows has no such call, and some shares neither. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!isCode(error, 'EINVAL', 'ENOTSUP', 'EISDIR')) throw error;
  } finally {
    closeSync(fd);
  }
}

/** A small file, whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const draft = draftIn(dirname(file));
  try {
    writeFileSync(draft, text, { flag: 'wx', flush: true });
    giveName(draft, file);
  } finally {
    takeAwayIfPossible(draft);
  }
}

/** Gives a finished draft its name, unless something has it: false then. */
export function placeNew(draft: string, file: string): boolean {
  try {
    patiently(() => linkSync(draft, file));
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // File systems without links, as on USB sticks and shares.
    if (existsSync(file)) return false;
    giveName(draft, file);
    return true;
  }
  takeAwayIfPossible(draft);
  return true;
}

/** A second name for a file, or a second file where the file system knows no such thing. */
export function keepAs(file: string, kept: string): void {
  try {
    patiently(() => linkSync(file, kept));
  } catch (error) {
    if (isCode(error, 'EEXIST', 'ENOENT')) throw error;
    patiently(() => copyFileSync(file, kept));
    flushFile(kept);
  }
}

const draftPattern = /^\.tre-pallini-(\d+)-[0-9a-f]{8}\.parziale(-wal|-shm|-journal)?$/;

export function draftIn(folder: string): string {
  return join(folder, `.tre-pallini-${process.pid}-${randomBytes(4).toString('hex')}.parziale`);
}

/** Takes away a draft and what the database left beside it. */
export function removeDraft(draft: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) takeAwayIfPossible(`${draft}${end}`);
}

/**
 * Drafts that a program which was killed left here. On a share the number of a process means nothing: only old ones go.
 */
export function removeLeftovers(folder: string, isShared: boolean): void {
  for (const name of readdirSync(folder)) {
    const pid = draftPattern.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    const isOld = found !== undefined && found.mtimeMs < Date.now() - aDayMs;
    if (isOld || (!isShared && !isRunning(Number(pid)))) takeAwayIfPossible(path);
  }
}

/** Where a program starts: what cannot be taken away now goes another time. */
export function removeLeftoversAtStart(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      if (existsSync(folder)) removeLeftovers(folder, false);
    } catch (error) {
      if (!isOfFiles(error)) throw error;
    }
  }
}

const aDayMs = 24 * 60 * 60 * 1000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

/** Not enough room, before a byte is written; null when there is. */
export function lackOfRoom(folder: string, needed: number): BackupProblem | null {
  const free = freeBytes(folder);
  return free !== null && free < needed ? { code: 'backup-disk-full', folder, free, needed } : null;
}

/** What a failed call of the file system, or of the database, means for a copy; other errors are thrown on. */
export function backupProblem(error: unknown, folder: string, needed: number): BackupProblem {
  const code = codeOf(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return { code: 'backup-disk-full', folder, free: freeBytes(folder), needed };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
      return { code: 'backup-folder-read-only', folder };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'backup-folder-missing', folder };
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return { code: 'ledger-unsound', detail: code };
    default:
      if (!/^(E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code)) throw error;
      return { code: 'backup-failed', folder, detail: code };
  }
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}
