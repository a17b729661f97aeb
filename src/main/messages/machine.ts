import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../disk/errors.ts';
import { giveName, shortWaits, takeAwayIfPossible } from '../disk/patience.ts';

/**
 * The id of this computer, for the lease of the queue: a folder that is copied to another computer finds another id
 * there. It is made once, in the office's own folder, and says nothing of computer or person.
 */
export function machineId(folder: string): string {
  const path = join(folder, 'questo-computer.txt');
  const known = read(path);
  if (known !== null && shape.test(known)) return known;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomUUID(), { flag: 'wx', mode: 0o600, flush: true });
  try {
    // A damaged one is another computer from now on: whoever holds the lease has to say that it is this one.
    if (known !== null) giveName(draft, path, shortWaits);
    else place(draft, path);
  } finally {
    takeAwayIfPossible(draft);
  }
  const id = read(path);
  if (id === null || !shape.test(id))
    throw new Error('the id of this computer does not stay where it is put');
  return id;
}

const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of two programs that start at once the first one names the computer. */
function place(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    // File systems without links know no better way.
    if (codeOf(error) !== 'EEXIST') giveName(draft, path, shortWaits);
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
