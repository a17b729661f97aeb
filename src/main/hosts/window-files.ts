import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takesNoFile } from '../disk/writable.ts';

/** Where the files of the window itself go: beside the ledger or, where that can only be read, among what does not stay. */
export function windowFiles(home: string): string {
  return takesNoFile(home) ? mkdtempSync(join(tmpdir(), 'tre-pallini-finestra-')) : home;
}
