import Database from 'better-sqlite3';
import type { BackupDamage } from '../../../shared/domain/backup.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { applicationId, migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';

/** What a file says of itself, whatever edition of the schema it has. */
export interface Inside {
  readonly ledger: string;
  readonly schema: number;
  readonly revision: number;
  readonly mark: string;
  readonly documents: number;
  readonly payments: number;
}

/** Throws what SQLite throws of a file that is damaged, or none of its own. */
export function lookInside(db: Database.Database): Inside {
  const schema = Number(db.pragma('user_version', { simple: true }));
  const hasRevision = columnsOf(db, 'ledger').has('revision');
  const hasMarks = columnsOf(db, 'revision_marks').has('mark');
  const row = db
    .prepare<[], { id: string; revision: number }>(
      `SELECT id, ${hasRevision ? 'revision' : '0'} AS revision FROM ledger`,
    )
    .get();
  const revision = row?.revision ?? 0;
  const mark = hasMarks
    ? db
        .prepare<[number], { mark: string }>('SELECT mark FROM revision_marks WHERE revision = ?')
        .get(revision)?.mark
    : undefined;
  return {
    ledger: row?.id ?? '',
    schema,
    revision,
    mark: mark ?? '',
    documents: countOf(db, 'documents'),
    payments: countOf(db, 'payments'),
  };
}

export function isOurs(db: Database.Database): boolean {
  return Number(db.pragma('application_id', { simple: true })) === applicationId;
}

function columnsOf(db: Database.Database, table: string): Set<string> {
  const found = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table);
  return new Set(found.map(({ name }) => name));
}

function countOf(db: Database.Database, table: string): number {
  if (columnsOf(db, table).size === 0) return 0;
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${table}"`).get()?.n ?? 0;
}

/** Up to here the full check takes a second or two. */
const smallBytes = 64 * 1024 ** 2;

/** Of a large file the full check takes minutes: longer than anybody waits for a copy, or to have one back. */
export function thoroughness(bytes: number): 'full' | 'quick' {
  return bytes <= smallBytes ? 'full' : 'quick';
}

/**
 * Reads a whole file that nobody else has open, and changes nothing. `full` also holds every index against its table, which
 * takes twenty times as long.
 */
export function checkCopy(file: string, checked: 'full' | 'quick'): Result<Inside, BackupDamage> {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    // Each page is looked at once: more room makes it slower.
    db.pragma('cache_size = -8192');
    if (!isOurs(db)) return fail('not-a-ledger');
    const found = db.pragma(checked === 'full' ? 'integrity_check(1)' : 'quick_check(1)', { simple: true });
    if (found !== 'ok') return fail('structure');
    return ok(lookInside(db));
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return fail(error.code === 'SQLITE_NOTADB' ? 'not-a-ledger' : 'structure');
  } finally {
    db?.close();
  }
}

/**
 * Whether the tables, indexes and triggers are those that this program makes, and no others: a file that somebody prepared
 * may hold triggers that write what nobody asked for.
 */
export function hasOurTables(file: string, schema: number): boolean {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    return sameTables(db, schema);
  } finally {
    db.close();
  }
}

/** The same of a ledger that is open. */
export function sameTables(db: Database.Database, schema = migrations.at(-1)?.version ?? 0): boolean {
  const model = new Database(':memory:');
  try {
    migrate(
      model,
      migrations.filter(({ version }) => version <= schema),
    );
    return JSON.stringify(tablesOf(db)) === JSON.stringify(tablesOf(model));
  } finally {
    model.close();
  }
}

function tablesOf(db: Database.Database): unknown[] {
  return db
    .prepare(
      `SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY type, name`,
    )
    .all();
}
