import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { emptySettings } from '../../shared/domain/settings.ts';
import { applicationId, migrate, type MigrationProblem } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** A connection that can only look. Anybody may hold one. */
export type ReadableLedger = Database.Database & { readonly __ledger: 'readable' | 'writable' };
/** The one connection that may write; it lives in the worker. */
export type WritableLedger = Database.Database & { readonly __ledger: 'writable' };

export type OpenProblem =
  | MigrationProblem
  | { readonly code: 'ledger-unreadable'; readonly detail: string }
  | { readonly code: 'ledger-busy' };

/** The ledger's file inside its folder. */
export function ledgerFile(folder: string): string {
  return join(folder, 'tre-pallini.db');
}

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

/** Opens the ledger for writing, creating and migrating it; waits up to five seconds for another writer. */
export function openWritable(folder: string): Result<WritableLedger, OpenProblem> {
  return guarded(() => {
    mkdirSync(folder, { recursive: true });
    const refused = refuseByHeader(folder);
    if (!refused.ok) return refused;
    const db = new Database(ledgerFile(folder), { timeout: 5_000 });
    const migrated = migrateSafely(db);
    if (!migrated.ok) {
      db.close();
      return migrated;
    }
    setPragmas(db);
    db.prepare(
      `INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ).run(randomUUID(), new Date().toISOString(), JSON.stringify(emptySettings));
    return ok(db as WritableLedger);
  });
}

/** Opens an existing ledger for looking only; null when there is none yet, or one not yet migrated. */
export function openReadable(folder: string): Result<ReadableLedger | null, OpenProblem> {
  return guarded(() => {
    if (!existsSync(ledgerFile(folder))) return ok(null);
    const refused = refuseByHeader(folder);
    if (!refused.ok) return refused;
    const db = new Database(ledgerFile(folder), { readonly: true, timeout: 5_000 });
    const version = Number(db.pragma('user_version', { simple: true }));
    const known = migrations.at(-1)?.version ?? 0;
    const ours = Number(db.pragma('application_id', { simple: true })) === applicationId;
    if (ours && version === known) {
      db.pragma('trusted_schema = OFF');
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

function guarded<T>(open: () => Result<T, OpenProblem>): Result<T, OpenProblem> {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return fail({ code: 'ledger-busy' });
    if (code === 'SQLITE_NOTADB') return fail({ code: 'not-a-ledger' });
    if (code.startsWith('SQLITE_') || /^E[A-Z]+$/.test(code))
      return fail({ code: 'ledger-unreadable', detail: code });
    throw error;
  }
}
