import Database from 'better-sqlite3';
import { appendFileSync, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupDamage, BackupProblem, RestoreProblem } from '../../../shared/domain/backup.ts';
import { journalName } from '../../../shared/domain/message/recovery.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { unknownHand, type Hand } from '../../../shared/domain/trail.ts';
import { giveName, patiently, takeAway } from '../../disk/patience.ts';
import { holdQueue } from '../messages/outbox-state.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { ledgerFile, standingHere, type OpenProblem, type WritableLedger } from '../open.ts';
import { markBroken, sealAll } from '../seals/seal-all.ts';
import { writeSealed } from '../seals/write-seals.ts';
import { keepSentinel, momentOf, readSentinel, trailHeadOf, type Sentinel } from '../sentinel.ts';
import { tellTrail } from '../trail.ts';
import { tellOpening } from '../trail-opening.ts';
import {
  backupProblem,
  digestOf,
  draftIn,
  flushFile,
  flushFolder,
  isCode,
  keepAs,
  lackOfRoom,
  removeDraft,
  removeLeftovers,
} from './files.ts';
import { checkCopy, hasOurTables, thoroughness, type Inside } from './look-inside.ts';
import { stampOf } from './make-backup.ts';
import { journalOf, readManifest } from './manifest.ts';

export interface Restored {
  /** The file that was put in the place of the ledger. */
  readonly source: string;
  /** Where the ledger that was here is now; null when there was none. */
  readonly kept: string | null;
  /** The one that was here could not be opened any more. */
  readonly wasDamaged: boolean;
  readonly ledger: Inside;
}

export type RestoreRefused =
  RestoreProblem | BackupProblem | Extract<OpenProblem, { code: 'ledger-busy' | 'ledger-from-the-future' }>;

/**
 * Puts a copy in the place of the ledger. The copy is read whole first, and prepared beside the ledger; the ledger that is
 * here gets another name before the prepared one takes its own, in one step. What is killed in the middle leaves the old one
 * or the new one. Nothing leaves towards citizens from a restored ledger until a person has looked.
 */
export function restoreBackup(
  archive: string,
  source: string,
  now: string,
  by: Hand = unknownHand,
): Result<Restored, RestoreRefused> {
  const file = fileOf(source);
  if (file === null) return fail({ code: 'backup-not-found', source });
  let draft: string | null = null;
  const needed = sizeOf(file) + sizeOf(`${file}-wal`);
  try {
    removeLeftovers(archive, false);
    const lack = lackOfRoom(archive, needed);
    if (lack !== null) return fail(lack);
    draft = draftIn(archive);
    const checked = takeIn(file, draft);
    if (!checked.ok) return checked;
    const here = lookHere(archive);
    if (!here.ok) return here;
    if (isAnother(here.value, checked.value, readSentinel(archive)?.ledger ?? null))
      return fail({ code: 'backup-of-another-ledger', source: file });
    const moment = prepare(draft, archive, {
      file: basename(file),
      sha256: readManifest(file)?.sha256 ?? null,
      at: now,
      by,
    });
    const next = { ...moment, documents: checked.value.documents };
    const kept = changePlaces(archive, draft, here.value, next, now);
    bringJournal(archive, file);
    return ok({ source: file, kept, wasDamaged: here.value.state === 'damaged', ledger: checked.value });
  } catch (error) {
    if (isCode(error, 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT')) return fail({ code: 'ledger-busy' });
    return fail(backupProblem(error, archive, needed));
  } finally {
    if (draft !== null) removeDraft(draft);
  }
}

/** The file that a person means: itself, or the ledger inside a folder. */
function fileOf(source: string): string | null {
  const found = statSync(source, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) return found.isFile() ? source : null;
  const inside = ledgerFile(source);
  return statSync(inside, { throwIfNoEntry: false })?.isFile() === true ? inside : null;
}

/** Copies the copy, which stays as it is, and reads it whole. */
function takeIn(file: string, draft: string): Result<Inside, RestoreRefused> {
  const damaged = (why: BackupDamage): Result<Inside, RestoreRefused> =>
    fail({ code: 'backup-damaged', source: file, why });
  patiently(() => copyFileSync(file, draft));
  const manifest = readManifest(file);
  // Of the bytes that will be used: those of the file may change meanwhile.
  if (manifest !== null && digestOf(draft) !== manifest.sha256) return damaged('bytes');
  // The log of a ledger that was in use belongs to it. A copy of ours has none.
  if (manifest === null && existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${draft}-wal`);
  const folded = foldLog(draft);
  if (!folded) return damaged('not-a-ledger');
  const found = checkCopy(draft, thoroughness(sizeOf(draft)));
  if (!found.ok) return damaged(found.problem);
  const known = migrations.at(-1)?.version ?? 0;
  const { schema } = found.value;
  if (schema > known) return fail({ code: 'ledger-from-the-future', version: schema, known });
  return hasOurTables(draft, schema) ? ok(found.value) : damaged('tables');
}

/** One file is all of it afterwards; throws while somebody else has it open. False for what is no sound database. */
function foldLog(file: string): boolean {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 5_000 });
    try {
      db.pragma('trusted_schema = OFF');
      db.pragma('journal_mode = DELETE');
    } finally {
      db.close();
    }
    return true;
  } catch (error) {
    if (isCode(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')) return false;
    throw error;
  }
}

type Here =
  | { readonly state: 'none' }
  | { readonly state: 'damaged' }
  | { readonly state: 'sound'; readonly inside: Inside };

/**
 * What is here now. Files that are damaged are not opened: that would fold a log that is not theirs into them. Of a sound one
 * everybody else must have let go; its log is folded in then, and one file is the whole ledger.
 */
function lookHere(archive: string): Result<Here, RestoreRefused> {
  const file = ledgerFile(archive);
  if (!existsSync(file) && !existsSync(`${file}-wal`)) return ok({ state: 'none' });
  if (sizeOf(file) === 0) return ok({ state: 'damaged' });
  const standing = standingHere(archive);
  if (!standing.ok)
    return standing.problem.code === 'ledger-busy' ? fail({ code: 'ledger-busy' }) : ok({ state: 'damaged' });
  if (!foldLog(file)) return ok({ state: 'damaged' });
  const found = checkCopy(file, 'quick');
  return ok(found.ok ? { state: 'sound', inside: found.value } : { state: 'damaged' });
}

/** A ledger in which nothing was ever kept gives way to any other, and one that was put here by mistake to the right one. */
function isAnother(here: Here, copy: Inside, noted: string | null): boolean {
  if (here.state !== 'sound' || here.inside.documents === 0) return false;
  return copy.ledger !== here.inside.ledger && copy.ledger !== noted;
}

type Next = NonNullable<Sentinel['next']>;

/** Brings the draft to the newest schema, holds what waits to be sent, and lets its trail tell that it came back. */
function prepare(
  draft: string,
  archive: string,
  told: { readonly file: string; readonly sha256: string | null; readonly at: string; readonly by: Hand },
): Next {
  const db = new Database(draft, { fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    markBroken(db, migrations);
    const migrated = migrate(db, migrations);
    if (!migrated.ok) throw new Error(`the copy in ${archive} was checked, and is ${migrated.problem.code}`);
    const ledger = db as WritableLedger;
    sealAll(ledger);
    writeSealed(ledger, () => {
      holdQueue(ledger, 'restored');
      tellOpening(ledger, { noted: null, older: null, by: told.by });
      const { file, sha256 } = told;
      const lost = readSentinel(archive)?.trail ?? null;
      const details = { sha256, lost: lost === null ? null : { ...lost } };
      tellTrail(ledger, [{ operation: 'ledger-restored', subject: file, details }], told);
    });
    return { ...momentOf(db), trail: trailHeadOf(db) };
  } finally {
    db.close();
    flushFile(draft);
  }
}

function changePlaces(
  archive: string,
  draft: string,
  here: Here,
  next: Next & { readonly documents: number },
  now: string,
): string | null {
  const file = ledgerFile(archive);
  const { documents, ...moment } = next;
  // Whoever is killed between here and the end leaves a ledger that stands at one of the two.
  const before = readSentinel(archive) ?? { ...moment, documents };
  keepSentinel(archive, { ...before, next: moment }, sizeOf(draft));
  const kept = here.state === 'none' ? null : keepOld(archive, file, here.state, now);
  // A log that stayed would be laid over the new ledger.
  for (const end of ['-wal', '-shm']) takeAway(`${file}${end}`);
  giveName(draft, file);
  flushFolder(archive);
  keepSentinel(archive, { ...moment, documents, next: null });
  return kept;
}

function keepOld(archive: string, file: string, state: 'damaged' | 'sound', now: string): string | null {
  const word = state === 'damaged' ? 'corrotto' : 'prima-del-ripristino';
  const stamp = stampOf(now).slice(0, -2);
  for (let turn = 1; ; turn++) {
    const kept = join(archive, `tre-pallini.${word}-${stamp}${turn === 1 ? '' : `-${turn}`}.db`);
    if (existsSync(kept) || existsSync(`${kept}-wal`)) continue;
    // The log first: a new ledger must never find it, and without it the broken file says less.
    if (existsSync(`${file}-wal`)) giveName(`${file}-wal`, `${kept}-wal`);
    if (!existsSync(file)) return null;
    keepAs(file, kept);
    flushFolder(archive);
    return kept;
  }
}

/** What left before the copy was made, where this folder does not know of it: on a new computer. */
function bringJournal(archive: string, copy: string): void {
  const brought = journalOf(copy);
  if (!existsSync(brought)) return;
  const journal = join(archive, journalName);
  const known = new Set(existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : []);
  const lines = readFileSync(brought, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !known.has(line));
  if (lines.length > 0) appendFileSync(journal, `\n${lines.join('\n')}\n`, { flush: true });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
