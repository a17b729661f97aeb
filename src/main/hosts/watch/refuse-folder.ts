import { lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, parse, relative, resolve } from 'node:path';
import type { FolderRefusal } from '../../../shared/contract/problems.ts';

/**
 * Why a folder that somebody wrote in the window is not watched; null when it may be. What a page can write, something
 * that got into the page could write too: nothing that reaches another computer by its name alone (Windows would present
 * the person's password to it), no whole disk, not our own folder.
 */
export function refuseFolder(written: string, home: string): FolderRefusal | null {
  if (/^[\\/]{2}/.test(written)) return 'network';
  if (!isAbsolute(written)) return 'relative';
  const folder = resolve(written);
  if (parse(folder).root === folder) return 'too-wide';
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  if (found.isSymbolicLink()) return 'link';
  if (!found.isDirectory()) return 'not-a-folder';
  const [real, own] = [realpathSync(folder), realpathSync(home)];
  if (parse(real).root === real) return 'too-wide';
  return isWithin(real, own) || isWithin(own, real) ? 'own' : null;
}

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way === '' || (way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way));
}
