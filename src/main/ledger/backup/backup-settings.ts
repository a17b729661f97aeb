import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.ts';

/** Where the copies of a ledger lie. */
export function copiesFolder(archive: string): string {
  return join(archive, 'copie');
}

/** Beside the ledger and not in it: it must be known when the ledger cannot be opened, and stay when an old one comes back. */
function settingsFile(archive: string): string {
  return join(archive, 'copie.json');
}

/** A second folder for the copies, on another disk or a share; null when nobody named one. */
export function readSecondFolder(archive: string): string | null {
  try {
    const told: unknown = JSON.parse(readFileSync(settingsFile(archive), 'utf8'));
    if (typeof told !== 'object' || told === null || !('secondFolder' in told)) return null;
    return typeof told.secondFolder === 'string' && told.secondFolder !== '' ? told.secondFolder : null;
  } catch {
    return null;
  }
}

export function writeSecondFolder(archive: string, secondFolder: string | null): void {
  writeWhole(settingsFile(archive), `${JSON.stringify({ secondFolder })}\n`);
}
