import { mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { draftIn, removeLeftovers } from '../../ledger/backup/files.ts';
import { departingFolder } from '../../parcels.ts';

/** A file that is being made, beside the ledger. */
export interface DepartingFile {
  readonly path: string;
  write(content: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** It will not be needed. */
  drop(): Promise<void>;
}

export async function departingFile(folder: string): Promise<DepartingFile> {
  const place = departingFolder(folder);
  mkdirSync(place, { recursive: true });
  removeLeftovers(place, false);
  const path = draftIn(place);
  const file = await open(path, 'wx', 0o600);
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
      if (isOpen) await file.close();
      isOpen = false;
      await rm(path, { force: true });
    },
  };
}
