import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupProblem } from '../../../shared/domain/backup.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { isOfFiles } from '../../disk/errors.ts';
import { giveName } from '../../disk/patience.ts';
import { writeWhole } from './files.ts';

/** Where the copies of a ledger lie. */
export function copiesFolder(archive: string): string {
  return join(archive, 'copie');
}

/** Beside the ledger and not in it: it must be known when the ledger cannot be opened, and stay when an old one comes back. */
function settingsFile(archive: string): string {
  return join(archive, 'copie.json');
}

export type SettingsUnreadable = Extract<BackupProblem, { code: 'backup-settings-unreadable' }>;

/** A second folder for the copies, on another disk or a share; null when nobody named one. */
export function readSecondFolder(archive: string): Result<string | null, SettingsUnreadable> {
  const file = settingsFile(archive);
  if (!existsSync(file)) return ok(null);
  const told = parsed(file);
  if (typeof told !== 'object' || told === null || !('secondFolder' in told))
    return fail({ code: 'backup-settings-unreadable', file });
  const { secondFolder } = told;
  return ok(typeof secondFolder === 'string' && secondFolder !== '' ? secondFolder : null);
}

/** Far above the length of a path: what is larger is not ours. */
const mostBytes = 64 * 1024;

/** Null for what cannot be read, or is no JSON. */
function parsed(file: string): unknown {
  try {
    if (statSync(file).size > mostBytes) return null;
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A file that nobody can read is kept under another name: it may still tell somebody where the copies were. */
export function writeSecondFolder(archive: string, secondFolder: string | null): void {
  const file = settingsFile(archive);
  if (!readSecondFolder(archive).ok) giveName(file, file.replace(/\.json$/, '.danneggiato.json'));
  writeWhole(file, `${JSON.stringify({ secondFolder })}\n`);
}

/** The same, where an administrator named it: a ledger that is not there yet, or cannot be written beside, is left alone. */
export function settleSecondFolder(archive: string, secondFolder: string): void {
  if (!existsSync(archive)) return;
  const known = readSecondFolder(archive);
  if (known.ok && known.value === secondFolder) return;
  try {
    writeSecondFolder(archive, secondFolder);
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}
