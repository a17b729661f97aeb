import { accessSync, constants, existsSync } from 'node:fs';
import type { ReadOnlyLedger } from '../../shared/domain/backup.ts';
import { isReadOnly } from '../disk/errors.ts';
import { takesNoFile } from '../disk/writable.ts';
import { ledgerFile } from './open.ts';

/** Whether a ledger that is there can only be shown: its folder, or its file, takes no writing from this person. */
export function whyReadOnly(folder: string): ReadOnlyLedger | null {
  const file = ledgerFile(folder);
  if (!existsSync(file)) return null;
  const what = takesNoFile(folder) ? 'folder' : isProtected(file) ? 'file' : null;
  return what === null ? null : { code: 'ledger-read-only', folder, what, outdated: false };
}

function isProtected(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return false;
  } catch (error) {
    return isReadOnly(error);
  }
}
