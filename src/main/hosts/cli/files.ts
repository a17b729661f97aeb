import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Parcel } from '../../parcels.ts';

const junk = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/**
 * The files that a path stands for: itself, or, for a folder, all that it holds at any depth, in order of name.
 * A path that does not exist stands for itself: the import says so beside the others.
 */
export function filesOf(path: string): Parcel[] {
  if (!isFolder(path)) return [{ path, name: basename(path) }];
  return within(path, '');
}

function within(folder: string, prefix: string): Parcel[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !junk.test(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = `${prefix}${entry.name}`;
      // Links to folders are not followed: they may lead back.
      return entry.isDirectory() ? within(path, `${name}/`) : [{ path, name }];
    });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
