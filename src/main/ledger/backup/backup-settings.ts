import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupProblem } from '../../../shared/domain/backup.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
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

/** Null for what cannot be read, or is no JSON. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export function writeSecondFolder(archive: string, secondFolder: string | null): void {
  writeWhole(settingsFile(archive), `${JSON.stringify({ secondFolder })}\n`);
}
