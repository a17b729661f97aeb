import { readdirSync, statSync, type Dirent } from 'node:fs';
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
  const entries = entriesOf(folder);
  if (entries === null)
    return [{ path: folder, name: prefix === '' ? basename(folder) : prefix.slice(0, -1) }];
  return entries
    .filter((entry) => !junk.test(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = `${prefix}${entry.name}`;
      // Links to folders are not followed: they may lead back.
      return entry.isDirectory() ? within(path, `${name}/`) : [{ path, name }];
    });
}

/** What cannot be looked at counts as a file: the import will say why it cannot be read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
