import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../disk/errors.ts';

/**
 * Opens a ledger for looking only. SQLite needs room beside the file for what its connections tell each other; where there
 * is none, on a disk that is full or read-only, what is looked at is a copy of the file as it is now.
 */
export function openToLook(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // The first look needs that room.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    if (!/^SQLITE_(CANTOPEN|READONLY|IOERR_(SHM|LOCK|WRITE)|FULL)/.test(codeOf(error))) throw error;
    return openCopy(file);
  }
}

/** As the files of a ledger were when they were copied; null for one that is looked at where it lies. */
export function isCopyOutdated(db: Database.Database, file: string): boolean {
  const stamp = stamps.get(db);
  return stamp !== undefined && stamp !== stampOf(file);
}

const stamps = new WeakMap<Database.Database, string>();

/** Above this many bytes a copy lies in the folder for what does not stay until the program ends. */
const mostInMemory = 512 * 1024 * 1024;

function openCopy(file: string): Database.Database {
  const stamp = stampOf(file);
  const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const isSmall = statSync(file).size <= mostInMemory;
  const db = hasLog || !isSmall ? openBeside(file, isSmall) : openBytes(readFileSync(file));
  stamps.set(db, stamp);
  return db;
}

function openBytes(bytes: Buffer): Database.Database {
  // Says that it has no log of changes: in memory there can be none, and this one has been folded in.
  bytes[18] = 1;
  bytes[19] = 1;
  return new Database(bytes, { readonly: true });
}

/** Folds the log of changes into a copy, where there is room for it. */
function openBeside(file: string, toMemory: boolean): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-lettura-'));
  const away = (): void => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, 'registro.db');
  try {
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const db = new Database(copy);
    db.pragma('trusted_schema = OFF');
    db.pragma('journal_mode = DELETE');
    db.close();
    if (toMemory) {
      const bytes = readFileSync(copy);
      away();
      return openBytes(bytes);
    }
    process.once('exit', away);
    return new Database(copy, { readonly: true });
  } catch (error) {
    away();
    throw error;
  }
}

function stampOf(file: string): string {
  return [file, `${file}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((found) => `${found?.size ?? 0} ${found?.mtimeMs ?? 0}`)
    .join(' ');
}
