import { closeSync, openSync } from 'node:fs';
import { isReadOnly } from './errors.ts';
import { takeAwayIfPossible } from './patience.ts';

/**
 * True for a folder that takes no file from this person. Asked with one empty file, because the permissions of Windows are
 * known only to whoever tries; any other failure is told by whoever writes.
 */
export function takesNoFile(folder: string): boolean {
  const probe = `${folder}/.tre-pallini-prova-${process.pid}`;
  try {
    closeSync(openSync(probe, 'w'));
  } catch (error) {
    return isReadOnly(error);
  }
  takeAwayIfPossible(probe);
  return false;
}
