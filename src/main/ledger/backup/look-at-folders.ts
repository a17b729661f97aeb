import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupProblem } from '../../../shared/domain/backup.ts';
import { codeOf, isOfFiles } from '../../disk/errors.ts';
import { ledgerFile } from '../open.ts';
import { copiesFolder, readSecondFolder } from './backup-settings.ts';
import { backupProblem } from './files.ts';

/**
 * What will stop the next copies, seen before they are made: a person should know at once that the disk for the copies is
 * not there. Nothing waits for a share that does not answer.
 */
export async function lookAtFolders(archive: string): Promise<readonly BackupProblem[]> {
  const bytes = await sizeOf(ledgerFile(archive));
  const second = readSecondFolder(archive);
  const found = await Promise.all([
    look(copiesFolder(archive), bytes, true),
    !second.ok ? second.problem : second.value === null ? null : look(second.value, bytes, false),
  ]);
  return found.filter((problem) => problem !== null);
}

/** `mayBeMade`: a folder that is not there yet comes with the first copy. */
async function look(folder: string, needed: number, mayBeMade: boolean): Promise<BackupProblem | null> {
  const probe = join(folder, `.tre-pallini-prova-${process.pid}`);
  try {
    if (!(await stat(folder)).isDirectory())
      return mayBeMade
        ? { code: 'backup-failed', folder, detail: 'EEXIST' }
        : { code: 'backup-folder-missing', folder };
    await (await open(probe, 'w')).close();
    await rm(probe, { force: true });
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    return free < needed ? { code: 'backup-disk-full', folder, free, needed } : null;
  } catch (error) {
    if (mayBeMade && codeOf(error) === 'ENOENT') return null;
    return isOfFiles(error) ? backupProblem(error, folder, needed) : null;
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // Whoever opens the ledger says what is wrong with it.
    return 0;
  }
}
