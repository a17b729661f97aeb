import { existsSync } from 'node:fs';
import type { BackupManifest, BackupProblem, BackupReason } from '../../shared/domain/backup.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { Hand } from '../../shared/domain/trail.ts';
import { copiesFolder, readSecondFolder } from '../ledger/backup/backup-settings.ts';
import { dropCopies } from '../ledger/backup/drop-copies.ts';
import { keepLadder } from '../ledger/backup/keep-ladder.ts';
import { listBackups, listKept, type ListedBackup } from '../ledger/backup/list-backups.ts';
import { makeBackup, type MadeBackup } from '../ledger/backup/make-backup.ts';
import { restoreBackup, type Restored, type RestoreRefused } from '../ledger/backup/restore.ts';
import { ledgerFile, openReadable } from '../ledger/open.ts';
import { revisionNow } from '../ledger/revision.ts';

/** When, by whom, and of which ledger. */
export interface BackupTold {
  readonly archive: string;
  /** ISO instant, and the day it is in Italy. */
  readonly now: string;
  readonly day: string;
  /** Version of the program. */
  readonly program: string;
  readonly by: Hand;
}

export interface BackupJobs {
  /** The copies of the ladder; nothing where the newest one is of this very state. */
  keep: { input: KeepWanted; output: Kept };
  /** One copy, wherever a person wants it: a folder that gives it a name, or a file. */
  copy: {
    input: BackupTold & { readonly into: { readonly folder: string } | { readonly file: string } };
    output: Result<MadeBackup, BackupProblem>;
  };
  list: {
    input: Pick<BackupTold, 'archive'> & { readonly readAgain: boolean };
    output: readonly ListedBackup[];
  };
  /** Takes these copies away, with all that lies beside them. Returns how many went. */
  drop: { input: Pick<BackupTold, 'archive'> & { readonly files: readonly string[] }; output: number };
  restore: {
    input: Pick<BackupTold, 'archive' | 'now' | 'by'> & { readonly source: string };
    output: Result<Restored, RestoreRefused>;
  };
}

export interface KeepWanted extends BackupTold {
  readonly reason: BackupReason;
  /** Nothing is made where there is a copy that is younger than this. */
  readonly unlessWithinMs: number;
}

/** What became of the copies of the ladder. */
export interface Kept {
  /** The newest one, made now or before; null when none could be made. */
  readonly manifest: BackupManifest | null;
  readonly file: string | null;
  readonly problem: BackupProblem | null;
  /** Of the second folder; null where all is well, or there is none. */
  readonly secondProblem: BackupProblem | null;
}

export type BackupJob = {
  readonly [Name in keyof BackupJobs]: { readonly name: Name; readonly input: BackupJobs[Name]['input'] };
}[keyof BackupJobs];

/** Copies and restores, in a thread that does nothing else: the writer and the window go on meanwhile. */
export async function runBackupJob(job: BackupJob): Promise<BackupJobs[keyof BackupJobs]['output']> {
  switch (job.name) {
    case 'keep':
      return keep(job.input);
    case 'copy':
      return makeBackup({
        ...job.input,
        into: 'file' in job.input.into ? job.input.into : { ...job.input.into, create: true },
        reason: 'request',
      });
    case 'list': {
      const { archive, readAgain } = job.input;
      const second = readSecondFolder(archive);
      const folders = [copiesFolder(archive), ...(second.ok && second.value !== null ? [second.value] : [])];
      return [...folders.flatMap((folder) => listBackups(folder, readAgain)), ...listKept(archive)];
    }
    case 'drop':
      return dropCopies(job.input.files);
    case 'restore':
      return restoreBackup(job.input.archive, job.input.source, job.input.now, job.input.by);
  }
}

async function keep(told: KeepWanted): Promise<Kept> {
  const nothing: Kept = { manifest: null, file: null, problem: null, secondProblem: null };
  if (!existsSync(ledgerFile(told.archive))) return nothing;
  const own = await keepIn(told, copiesFolder(told.archive), true);
  const second = readSecondFolder(told.archive);
  const there = !second.ok ? second : second.value === null ? null : await keepIn(told, second.value, false);
  return {
    ...nothing,
    ...(own.ok ? { manifest: own.value.manifest, file: own.value.file } : { problem: own.problem }),
    ...(there === null || there.ok ? {} : { secondProblem: there.problem }),
  };
}

/** A second folder that is gone is not made anew: it would lie on the wrong disk. */
async function keepIn(
  told: KeepWanted,
  folder: string,
  create: boolean,
): Promise<Result<MadeBackup, BackupProblem>> {
  const standing = goodEnough(told, folder);
  if (standing !== null) return ok(standing);
  const made = await makeBackup({ ...told, into: { folder, create } });
  if (made.ok) keepLadder(folder);
  return made;
}

/** The newest copy, when nothing that the ledger says changed since, or it is young enough. */
function goodEnough({ archive, now, unlessWithinMs }: KeepWanted, folder: string): MadeBackup | null {
  const newest = listBackups(folder, false)[0];
  if (newest === undefined || newest.manifest === null || newest.state !== 'unchecked') return null;
  const opened = openReadable(archive);
  if (!opened.ok || opened.value === null) return null;
  const { id, number, mark } = revisionNow(opened.value);
  opened.value.close();
  const { manifest, file } = newest;
  if (manifest.ledger !== id) return null;
  const age = Date.parse(now) - Date.parse(manifest.madeAt);
  const isYoung = age >= 0 && age < unlessWithinMs;
  const isSame = manifest.revision === number && manifest.mark === mark;
  return isSame || isYoung ? { file, manifest } : null;
}
