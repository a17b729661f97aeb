import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, isOfFiles } from '../../disk/errors.ts';
import { patientlyLater, takeAwayIfPossible } from '../../disk/patience.ts';
import { draftIn, removeLeftovers } from '../../ledger/backup/files.ts';
import { departingFolder } from '../../parcels.ts';

/** A file that is being made. */
export interface DepartingFile {
  readonly path: string;
  write(content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** It will not be needed. */
  drop(): Promise<void>;
}

/** `elsewhere`: not beside the ledger, where nothing can be written any more. */
export async function departingFile(folder: string, elsewhere = false): Promise<DepartingFile> {
  const place = elsewhere ? placeElsewhere() : departingFolder(folder);
  makeFolder(place);
  removeLeftovers(place, false);
  const path = draftIn(place);
  const file = await patientlyLater(() => open(path, 'wx', 0o600));
  let isOpen = true;
  let waiting = '';
  async function flush(): Promise<void> {
    const text = waiting;
    waiting = '';
    await file.writeFile(text);
  }
  return {
    path,
    async write(content) {
      if (typeof content !== 'string') {
        await flush();
        await file.writeFile(content);
        return;
      }
      waiting += content;
      if (waiting.length > 256 * 1024) await flush();
    },
    async close() {
      await flush();
      isOpen = false;
      await file.close();
    },
    async drop() {
      try {
        if (isOpen) await file.close();
      } catch (error) {
        if (!isOfFiles(error)) throw error;
      }
      isOpen = false;
      takeAwayIfPossible(path);
    },
  };
}

/** Only the last step: made with those above it, a folder on a read-only disk fails as one that is not there. */
function makeFolder(place: string): void {
  try {
    mkdirSync(place);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** A new folder that this person alone can look into, among what does not stay; those of other days go. */
function placeElsewhere(): string {
  const prefix = 'tre-pallini-in-partenza-';
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(prefix) && isOld(join(tmpdir(), name))) sweep(join(tmpdir(), name));
  }
  return mkdtempSync(join(tmpdir(), prefix));
}

/** Another person's, or in use: it is theirs to sweep. */
function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}

/** No export takes a day. False for one that another program has taken away meanwhile. */
function isOld(path: string): boolean {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < yesterday;
}
