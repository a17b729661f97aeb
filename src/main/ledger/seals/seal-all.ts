import type Database from 'better-sqlite3';
import type { Migration } from '../migrate.ts';
import { brokenSeals } from './broken-seals.ts';
import { brokenSeal } from './seal-text.ts';
import { sealedTables, asText } from './sealed-tables.ts';
import { keepSeal, sealWrites, watchWrites } from './write-seals.ts';

/** The edition of the schema in which every row has its seal. */
const edition = { table: '', key: 'schema' } as const;

/**
 * To be called before a ledger is brought to a newer schema, which changes what its rows say: what is damaged already must
 * not come out of it as sound.
 */
export function markBroken(db: Database.Database, steps: readonly Migration[]): void {
  if (!hasSeals(db) || sealedSchema(db) !== schemaOf(db) || schemaOf(db) >= (steps.at(-1)?.version ?? 0))
    return;
  db.transaction(() => {
    // All of them first: nothing can be written while rows are read.
    const broken = Array.from(brokenSeals(db, () => undefined));
    for (const { table, key } of broken) keepSeal(db, table, key, brokenSeal);
  }).immediate();
}

/** Notes what is written from now on; gives every row its seal where the schema changed since they got theirs. */
export function sealAll(db: Database.Database): void {
  watchWrites(db);
  if (sealedSchema(db) === schemaOf(db)) return;
  db.transaction(() => {
    const broken = db
      .prepare<[Buffer], { tbl: string; key: string }>('SELECT tbl, key FROM seals WHERE seal = ?')
      .all(brokenSeal);
    db.exec('DELETE FROM seals');
    for (const { name, key } of [...sealedTables(db), { name: 'documents', key: ['id'] }])
      db.prepare(
        `INSERT OR IGNORE INTO temp.unsealed (tbl, key) SELECT ?, ${asText('t', key)} FROM main."${name}" t`,
      ).run(name);
    sealWrites(db);
    for (const { tbl, key } of broken) keepSeal(db, tbl, key, brokenSeal);
    keepSeal(db, edition.table, edition.key, Buffer.from(String(schemaOf(db))));
  }).immediate();
}

function hasSeals(db: Database.Database): boolean {
  return db.prepare(`SELECT 1 FROM main.sqlite_master WHERE name = 'seals'`).get() !== undefined;
}

function schemaOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function sealedSchema(db: Database.Database): number {
  const seal = db
    .prepare<[string, string], Buffer>('SELECT seal FROM seals WHERE tbl = ? AND key = ?')
    .pluck()
    .get(edition.table, edition.key);
  return Number(seal?.toString('latin1') ?? 0);
}
