import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** The ledgers of a folder that gave way to a restored one, the last first: a restore is undone with them. */
export function listKept(archive: string): ListedBackup[] {
  return namesIn(archive)
    .filter((name) => keptPattern.test(name))
    .map((name): ListedBackup => {
      const file = join(archive, name);
      const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? null;
      return { file, name, state: bytes === null ? 'missing' : 'no-manifest', bytes, manifest: null };
    })
    .toSorted((a, b) => (stampIn(a.name) < stampIn(b.name) ? 1 : -1));
}

const keptPattern = /^tre-pallini\.(corrotto|prima-del-ripristino)-(\d{8}-\d{4}(-\d+)?)\.db$/;

function stampIn(name: string): string {
  return keptPattern.exec(name)?.[2] ?? '';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return [];
    throw error;
  }
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
