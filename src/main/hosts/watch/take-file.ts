import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Core } from '../../core.ts';
import { isOfFiles } from '../../disk/errors.ts';
import { isSame, type SeenFile } from './waiting.ts';

/** What became of a file that was ready. */
export type Taken =
  | { readonly parcel: string; readonly sha256: string }
  /** Its contents were taken before. */
  | { readonly known: string }
  /** It is not what it was: another look will tell. */
  | { readonly not: 'still' }
  | { readonly not: 'open' }
  | { readonly not: 'stored'; readonly problem: Problem };

/**
 * Copies a file into the folder of arrivals, so that what is imported is what was looked at, whatever becomes of the file
 * meanwhile. A link that took its place is not followed.
 */
export async function takeFile(
  core: Core,
  folder: string,
  seen: SeenFile,
  isKnown: (sha256: string) => boolean,
): Promise<Taken> {
  const file = await openPlain(join(folder, seen.name));
  if (file === null) return { not: 'open' };
  try {
    const before = await file.stat();
    if (!before.isFile() || !isSame(seen, before)) return { not: 'still' };
    const hash = createHash('sha256');
    const incoming = core.receive(seen.name);
    for (;;) {
      const chunk = await readChunk(file);
      if (chunk === null) {
        await incoming.abort();
        return { not: 'still' };
      }
      if (chunk.byteLength === 0) break;
      hash.update(chunk);
      const written = await incoming.write(chunk);
      if (!written.ok) return { not: 'stored', problem: written.problem };
    }
    const sha256 = hash.digest('hex');
    const isStill = isSame(seen, await file.stat());
    if (!isStill || isKnown(sha256)) {
      await incoming.abort();
      return isStill ? { known: sha256 } : { not: 'still' };
    }
    const parcel = await incoming.finish();
    return parcel.ok ? { parcel: parcel.value, sha256 } : { not: 'stored', problem: parcel.problem };
  } finally {
    await file.close();
  }
}

async function openPlain(path: string): Promise<FileHandle | null> {
  try {
    // Windows has no such flag; there only an administrator makes links of files.
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    // Whoever writes it has it to themselves, or it is gone: the folder is looked at again.
    return null;
  }
}

const chunkBytes = 1024 ** 2;

/** What comes next, nothing at the end; null when the disk or the network gave out. */
async function readChunk(file: FileHandle): Promise<Uint8Array | null> {
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
}
