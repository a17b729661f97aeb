import { basename } from 'node:path';
import type { BackupManifest, BackupState } from '../../../shared/domain/backup.ts';
import { digestOf, isCode } from './files.ts';
import { copiesIn, type FoundCopy } from './manifest.ts';

/** A copy as a person chooses among them. */
export interface ListedBackup {
  readonly file: string;
  readonly name: string;
  readonly state: BackupState;
  readonly bytes: number | null;
  /** Null where nothing is said of the copy, or nothing that can be read. */
  readonly manifest: BackupManifest | null;
}

/** The copies of a folder, the newest first. `readAgain`: the bytes of each are held against what was written. */
export function listBackups(folder: string, readAgain: boolean): ListedBackup[] {
  return copiesIn(folder).map((copy) => ({
    file: copy.file,
    name: basename(copy.file),
    state: stateOf(copy, readAgain),
    bytes: copy.bytes,
    manifest: copy.manifest,
  }));
}

function stateOf({ file, manifest, bytes }: FoundCopy, readAgain: boolean): BackupState {
  if (bytes === null) return 'missing';
  if (manifest === null) return 'no-manifest';
  if (bytes !== manifest.bytes) return 'damaged';
  if (!readAgain) return 'unchecked';
  try {
    return digestOf(file) === manifest.sha256 ? 'verified' : 'damaged';
  } catch (error) {
    // It went while the list was made.
    if (isCode(error, 'ENOENT')) return 'missing';
    if (isCode(error, 'EACCES', 'EPERM', 'EIO', 'EBUSY')) return 'damaged';
    throw error;
  }
}
