import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { migrations } from '../migrations/index.ts';
import { ledgerFile, type OpenProblem } from '../open.ts';
import { damageOf, readSentinel } from '../sentinel.ts';
import { copiesFolder } from './backup-settings.ts';
import { lackOfRoom } from './files.ts';
import { isOurs } from './look-inside.ts';
import { makeBackup, type BackupWanted } from './make-backup.ts';

export type BeforeMigration = Pick<BackupWanted, 'now' | 'day' | 'program'>;

/** Old pages, new pages, and the log of changes between them. */
const roomTimes = 3;

/** A ledger that the program is about to change from the ground up is copied first; without a sound copy it stays as it is. */
export async function backUpBeforeMigrating(
  archive: string,
  told: BeforeMigration,
): Promise<Result<void, OpenProblem>> {
  if (!isToBeMigrated(archive)) return ok(undefined);
  const { size } = statSync(ledgerFile(archive));
  const lack = lackOfRoom(archive, size * roomTimes);
  if (lack !== null) return fail({ code: 'migration-without-backup', why: lack });
  const made = await makeBackup({
    ...told,
    archive,
    into: { folder: copiesFolder(archive), create: true },
    reason: 'migration',
  });
  return made.ok ? ok(undefined) : fail({ code: 'migration-without-backup', why: made.problem });
}

/** Whatever is wrong with the file is for whoever opens it to say. */
function isToBeMigrated(archive: string): boolean {
  const sentinel = readSentinel(archive);
  if (!existsSync(ledgerFile(archive)) || (sentinel !== null && damageOf(archive, sentinel) !== null))
    return false;
  let db: Database.Database | null = null;
  try {
    db = new Database(ledgerFile(archive), { readonly: true });
    const version = Number(db.pragma('user_version', { simple: true }));
    return isOurs(db) && version > 0 && version < (migrations.at(-1)?.version ?? 0);
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  } finally {
    db?.close();
  }
}
