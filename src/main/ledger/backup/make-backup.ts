import Database from 'better-sqlite3';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupManifest, BackupProblem, BackupReason } from '../../../shared/domain/backup.ts';
import { journalName } from '../../../shared/domain/message/recovery.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { giveName, patiently, takeAway, takeAwayIfPossible } from '../../disk/patience.ts';
import { openToLook } from '../open-to-look.ts';
import { ledgerFile } from '../open.ts';
import {
  backupProblem,
  digestOf,
  draftIn,
  flushFile,
  flushFolder,
  lackOfRoom,
  placeNew,
  removeDraft,
  removeLeftovers,
} from './files.ts';
import { checkCopy, lookInside, thoroughness, type Inside } from './look-inside.ts';
import { copiesIn, journalOf, manifestOf, writeManifest } from './manifest.ts';

export interface BackupWanted {
  /** The folder of the ledger. */
  readonly archive: string;
  /** Where the copy goes: a folder, which gives it a name, or the file itself. */
  readonly into: { readonly folder: string; readonly create: boolean } | { readonly file: string };
  readonly reason: BackupReason;
  /** ISO instant, and the day it is in Italy. */
  readonly now: string;
  readonly day: string;
  /** Version of the program. */
  readonly program: string;
}

export interface MadeBackup {
  readonly file: string;
  readonly manifest: BackupManifest;
}

/** Pages copied before anybody else in the thread has their turn. */
const pagesAtOnce = 2_000;

/**
 * Copies the ledger as it is now, whatever is written meanwhile, and keeps the copy only when it was read back and found
 * sound. At every moment there is the whole copy under its name, or none.
 */
export async function makeBackup(wanted: BackupWanted): Promise<Result<MadeBackup, BackupProblem>> {
  const { into } = wanted;
  const folder = 'file' in into ? dirname(into.file) : into.folder;
  const source = ledgerFile(wanted.archive);
  const bytes = sizeOf(source) + sizeOf(`${source}-wal`);
  let draft: string | null = null;
  try {
    if (!('file' in into) && into.create) mkdirSync(folder, { recursive: true });
    if (!isFolder(folder)) return fail({ code: 'backup-folder-missing', folder });
    removeLeftovers(folder, false);
    const lack = lackOfRoom(folder, bytes);
    if (lack !== null) return fail(lack);
    draft = draftIn(folder);
    // SQLite would only say that it cannot open it; the file system says why.
    closeSync(openSync(draft, 'wx'));
    const copied = await copySnapshot(source, draft);
    flushFile(draft);
    const checked = thoroughness(bytes);
    const found = checkCopy(draft, checked);
    if (!found.ok) return fail({ code: 'ledger-unsound', detail: found.problem });
    if (JSON.stringify(found.value) !== JSON.stringify(copied))
      return fail({ code: 'backup-failed', folder, detail: 'the copy says something else' });
    const { file, manifest } = place(draft, folder, wanted, { ...found.value, checked });
    return ok({ file, manifest });
  } catch (error) {
    return fail(backupProblem(error, folder, bytes));
  } finally {
    if (draft !== null) removeDraft(draft);
  }
}

/** A read transaction pins the moment: whatever others write meanwhile is in the next copy. */
export async function copySnapshot(source: string, draft: string): Promise<Inside> {
  const db = openToLook(source);
  try {
    db.exec('BEGIN');
    const inside = lookInside(db);
    // Each page is read once.
    db.pragma('cache_size = -1024');
    await db.backup(draft, { progress: () => pagesAtOnce });
    // A copy must not make files beside itself when somebody looks into it.
    const copy = new Database(draft);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    return inside;
  } finally {
    db.close();
  }
}

function place(
  draft: string,
  folder: string,
  wanted: BackupWanted,
  found: Inside & { readonly checked: 'full' | 'quick' },
): MadeBackup {
  const { now: madeAt, day, program, reason, into } = wanted;
  const sequence = 1 + Math.max(0, ...copiesIn(folder).map(({ manifest }) => manifest?.sequence ?? 0));
  const told = { madeAt, day, program, reason, sequence, sha256: digestOf(draft), bytes: sizeOf(draft) };
  let file: string;
  if ('file' in into) {
    file = into.file;
    // What said something of the old file says nothing of the new one.
    takeAway(manifestOf(file));
    giveName(draft, file);
  } else file = placeInTurn(draft, folder, madeAt);
  try {
    flushFolder(folder);
    keepJournal(wanted.archive, file);
    const manifest: BackupManifest = { format: 1, name: basename(file), ...found, ...told };
    writeManifest(file, manifest);
    flushFolder(folder);
    return { file, manifest };
  } catch (error) {
    // It counts as not made: of a copy in its turn nothing stays that would look like one.
    if (!('file' in into)) for (const path of [manifestOf(file), file]) takeAwayIfPossible(path);
    throw error;
  }
}

/** Of two programs that copy in the same second each has a name of its own. */
function placeInTurn(draft: string, folder: string, madeAt: string): string {
  for (let turn = 1; ; turn++) {
    const file = join(folder, `tre-pallini-${stampOf(madeAt)}${turn === 1 ? '' : `-${turn}`}.db`);
    if (!existsSync(manifestOf(file)) && placeNew(draft, file)) return file;
  }
}

function keepJournal(archive: string, copy: string): void {
  const journal = join(archive, journalName);
  if (existsSync(journal)) patiently(() => copyFileSync(journal, journalOf(copy)));
  else takeAway(journalOf(copy));
}

/** `AAAAMMGG-HHMMSS`, as the clock on the wall says. */
export function stampOf(instant: string): string {
  const at = new Date(instant);
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
