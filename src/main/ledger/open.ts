import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BackupProblem,
  LedgerDamage,
  LedgerOnShare,
  OlderLedger,
  ReadOnlyLedger,
} from '../../shared/domain/backup.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { emptySettings } from '../../shared/domain/settings.ts';
import { unknownHand, type Hand } from '../../shared/domain/trail.ts';
import { codeOf, isDiskFull, isOfFiles } from '../disk/errors.ts';
import { freeBytes } from '../disk/room.ts';
import { applicationId, migrate, type MigrationProblem } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { holdQueue } from './messages/outbox-state.ts';
import { openToLook } from './open-to-look.ts';
import { attachSearch } from './search-index.ts';
import { markBroken, sealAll } from './seals/seal-all.ts';
import { writeSealed } from './seals/write-seals.ts';
import type { LedgerTrouble } from './trouble.ts';
import { damageOf, noteCommit, readSentinel, standingOf, type Sentinel } from './sentinel.ts';
import { tellOpening } from './trail-opening.ts';

/** A connection that can only look. Anybody may hold one. */
export type ReadableLedger = Database.Database & { readonly __ledger: 'readable' | 'writable' };
/** The one connection that may write; it lives in the worker. */
export type WritableLedger = Database.Database & { readonly __ledger: 'writable' };

export type OpenProblem =
  | MigrationProblem
  | { readonly code: 'ledger-unreadable'; readonly detail: string }
  | { readonly code: 'ledger-damaged'; readonly what: LedgerDamage }
  | OlderLedger
  | ReadOnlyLedger
  | LedgerOnShare
  /** Nothing was migrated: there is no room, or no copy of how it was. */
  | { readonly code: 'migration-without-backup'; readonly why: BackupProblem }
  | LedgerTrouble;

/** The ledger's file inside its folder. */
export function ledgerFile(folder: string): string {
  return join(folder, 'tre-pallini.db');
}

/** What whoever writes does with a ledger that is older than what was last written in its folder. */
export type WhenOlder = 'refuse' | 'go-on';

/**
 * Refuses what the file's own first bytes say is not for us, so that nothing is left beside it. The rest is known only
 * when it is open.
 */
function refuseByHeader(folder: string): Result<void, MigrationProblem> {
  const header = readHeader(ledgerFile(folder));
  if (header === null) return ok(undefined);
  const version = header.readUInt32BE(60);
  const id = header.readUInt32BE(68);
  const known = migrations.at(-1)?.version ?? 0;
  if (id !== 0 && id !== applicationId) return fail({ code: 'not-a-ledger' });
  return id === applicationId && version > known
    ? fail({ code: 'ledger-from-the-future', version, known })
    : ok(undefined);
}

function readHeader(file: string): Buffer | null {
  if (!existsSync(file)) return null;
  const header = Buffer.alloc(100);
  const fd = openSync(file, 'r');
  try {
    return readSync(fd, header, 0, header.length, 0) === header.length ? header : null;
  } finally {
    closeSync(fd);
  }
}

/** Looks at the files alone; then at the ledger, through a connection that cannot write. */
function refuseDamaged(folder: string, sentinel: Sentinel): Result<OlderLedger | null, OpenProblem> {
  const damage = damageOf(folder, sentinel);
  if (damage !== null) return fail({ code: 'ledger-damaged', what: damage });
  const db = openToLook(ledgerFile(folder));
  try {
    const standing = standingOf(db, folder, sentinel);
    return typeof standing === 'string' ? fail({ code: 'ledger-damaged', what: standing }) : ok(standing);
  } finally {
    db.close();
  }
}

/**
 * Whether the ledger is the one that was written last in this folder, or a later state of it: null, also when nobody can
 * tell. Nothing is written.
 */
export function standingHere(folder: string): Result<OlderLedger | null, OpenProblem> {
  const sentinel = readSentinel(folder);
  return sentinel === null ? ok(null) : guarded(folder, () => refuseDamaged(folder, sentinel));
}

/**
 * Opens the ledger for writing, creating and migrating it; waits up to five seconds for another writer. One that is not the
 * ledger that was written last in this folder goes on only when somebody said so, and sends nothing until they look.
 */
export function openWritable(
  folder: string,
  whenOlder: WhenOlder = 'go-on',
  by: Hand = unknownHand,
): Result<WritableLedger, OpenProblem> {
  return guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    const noted = readSentinel(folder);
    const standing = standingHere(folder);
    if (!standing.ok) return standing;
    if (standing.value !== null && whenOlder === 'refuse') return fail(standing.value);
    const refused = refuseByHeader(folder);
    if (!refused.ok) return refused;
    const db = new Database(ledgerFile(folder), { timeout: 5_000 });
    const migrated = migrateSafely(db);
    if (!migrated.ok) {
      db.close();
      return migrated;
    }
    setPragmas(db);
    const ledger = db as WritableLedger;
    sealAll(ledger);
    writeSealed(ledger, () => {
      db.prepare(
        `INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ).run(randomUUID(), new Date().toISOString(), JSON.stringify(emptySettings));
      tellOpening(ledger, { noted, older: standing.value, by });
      if (standing.value !== null) holdQueue(ledger, 'restored');
    });
    noteCommit(ledger, folder);
    return ok(ledger);
  });
}

/** Opens an existing ledger for looking only; null when there is none yet, or one not yet migrated. */
export function openReadable(folder: string): Result<ReadableLedger | null, OpenProblem> {
  return guarded(folder, () => {
    // Read before the ledger is: it may be behind it, never ahead.
    const sentinel = readSentinel(folder);
    const damage = sentinel === null ? null : damageOf(folder, sentinel);
    if (damage !== null) return fail({ code: 'ledger-damaged', what: damage });
    if (!existsSync(ledgerFile(folder))) return ok(null);
    const refused = refuseByHeader(folder);
    if (!refused.ok) return refused;
    const db = openToLook(ledgerFile(folder));
    const standing = sentinel === null ? null : standingOf(db, folder, sentinel);
    if (typeof standing === 'string') {
      db.close();
      return fail({ code: 'ledger-damaged', what: standing });
    }
    const version = Number(db.pragma('user_version', { simple: true }));
    const known = migrations.at(-1)?.version ?? 0;
    const ours = Number(db.pragma('application_id', { simple: true })) === applicationId;
    if (ours && version === known) {
      db.pragma('trusted_schema = OFF');
      db.pragma('cache_size = -32768');
      attachSearch(db as ReadableLedger, folder);
      return ok(db as ReadableLedger);
    }
    db.close();
    if (ours && version > known) return fail({ code: 'ledger-from-the-future', version, known });
    return ok(null);
  });
}

/**
 * A connection of its own that goes on seeing the ledger as it is now, whatever is written meanwhile; null as above.
 * Whoever asks for it closes it.
 */
export function openSnapshot(folder: string): Result<ReadableLedger | null, OpenProblem> {
  const opened = openReadable(folder);
  if (opened.ok && opened.value !== null) {
    opened.value.exec('BEGIN');
    // Only the first look takes the snapshot.
    opened.value.prepare('SELECT singleton FROM ledger').get();
  }
  return opened;
}

/** The journal mode is set after the file is known to be ours: it writes. */
function migrateSafely(db: Database.Database): Result<void, MigrationProblem> {
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  const fresh = Number(db.pragma('application_id', { simple: true })) === 0;
  if (fresh && Number(db.pragma('page_count', { simple: true })) === 0) db.pragma('journal_mode = WAL');
  markBroken(db, migrations);
  return migrate(db, migrations);
}

function setPragmas(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cell_size_check = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -16384');
  db.pragma('temp_store = FILE');
}

/** Of `-shm`, at the least. */
const sizeOfIndex = 32 * 1024;

function guarded<T>(folder: string, open: () => Result<T, OpenProblem>): Result<T, OpenProblem> {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = codeOf(error);
    if (code.startsWith('SQLITE_BUSY')) return fail({ code: 'ledger-busy' });
    const free = freeBytes(folder);
    // Where not even the index of the log has room, SQLite names the call that failed and not the disk.
    const isFull = isDiskFull(error) || (code.startsWith('SQLITE_IOERR') && (free ?? Infinity) < sizeOfIndex);
    if (isFull) return fail({ code: 'disk-full', room: { free, needed: null } });
    if (code === 'SQLITE_NOTADB') return fail({ code: 'not-a-ledger' });
    if (code === 'SQLITE_CORRUPT') return fail({ code: 'ledger-damaged', what: 'pages' });
    if (code.startsWith('SQLITE_') || isOfFiles(error))
      return fail({ code: 'ledger-unreadable', detail: code });
    throw error;
  }
}

/** A copy that only we know, to be verified and thrown away: nothing of it need reach the disk. */
export function openToCheck(file: string): WritableLedger {
  const copy = new Database(file, { fileMustExist: true });
  copy.pragma('trusted_schema = OFF');
  copy.pragma('cell_size_check = ON');
  copy.pragma('foreign_keys = ON');
  copy.pragma('synchronous = OFF');
  return copy as WritableLedger;
}
