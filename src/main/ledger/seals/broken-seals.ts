import type Database from 'better-sqlite3';
import { sealOf, sealOfSequences, sealsOfDocuments } from './seal-text.ts';
import { asText, hasKey, sealedTables, type SealedTable } from './sealed-tables.ts';
import { keyOfDocument } from './write-seals.ts';

/** A row that is not as it was written: it says something else, nobody of ours wrote it, or it is gone. */
export interface BrokenSeal {
  readonly table: string;
  /** What names the row, as a JSON list. */
  readonly key: string;
  readonly why: 'changed' | 'foreign' | 'gone';
}

/** Documents whose rows are read at once. */
const batch = 500;

/** Rows after which somebody is heard. */
const rowsUnheard = 500;

/** Holds every row against its seal. `onChecked` hears now and then how many; it may throw to stop. */
export function* brokenSeals(
  db: Database.Database,
  onChecked: (rows: number) => void,
): Generator<BrokenSeal, void> {
  let n = 0;
  let heard = 0;
  const count = (rows = 1): void => {
    n += rows;
    if (n - heard < rowsUnheard) return;
    heard = n;
    onChecked(n);
  };
  const tables = sealedTables(db);
  for (const table of tables) yield* brokenRows(db, table, count);
  yield* brokenDocuments(db, count);
  yield* brokenSequences(db);
  yield* sealsOfNoTable(db, [...tables.map(({ name }) => name), 'documents', 'sqlite_sequence', '']);
}

function* brokenRows(db: Database.Database, table: SealedTable, count: () => void): Generator<BrokenSeal> {
  const key = asText('t', table.key);
  const rows = db
    .prepare<[string], { key: string; text: string; seal: Buffer | null }>(
      `SELECT ${key} AS key, ${asText('t', table.columns)} AS text, s.seal FROM "${table.name}" t
       LEFT JOIN seals s ON s.tbl = ? AND s.key = ${key}`,
    )
    .iterate(table.name);
  for (const row of rows) {
    count();
    if (row.seal === null) yield { table: table.name, key: row.key, why: 'foreign' };
    else if (!row.seal.equals(sealOf(row.text))) yield { table: table.name, key: row.key, why: 'changed' };
  }
  const gone = db
    .prepare<[string], string>(
      `SELECT s.key FROM seals s
       WHERE s.tbl = ? AND NOT EXISTS (SELECT 1 FROM "${table.name}" t WHERE ${hasKey('t', table, 's.key')})`,
    )
    .pluck()
    .iterate(table.name);
  for (const one of gone) yield { table: table.name, key: one, why: 'gone' };
}

function* brokenDocuments(db: Database.Database, count: (rows: number) => void): Generator<BrokenSeal> {
  const table = 'documents';
  const seals = new Map(
    db
      .prepare<[], { key: string; seal: Buffer }>(`SELECT key, seal FROM seals WHERE tbl = 'documents'`)
      .all()
      .map(({ key, seal }) => [key, seal]),
  );
  const next = db
    .prepare<[number], number>(`SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ${batch}`)
    .pluck();
  for (let ids = next.all(-1); ids.length > 0; ids = next.all(ids.at(-1) ?? 0))
    for (const [id, found] of sealsOfDocuments(db, ids[0] ?? 0, ids.at(-1) ?? 0, count)) {
      const key = keyOfDocument(id);
      const seal = seals.get(key);
      seals.delete(key);
      if (seal === undefined) yield { table, key, why: 'foreign' };
      else if (!seal.equals(found)) yield { table, key, why: 'changed' };
    }
  for (const key of seals.keys()) yield { table, key, why: 'gone' };
}

function* brokenSequences(db: Database.Database): Generator<BrokenSeal> {
  const seal = db.prepare<[], Buffer>(`SELECT seal FROM seals WHERE tbl = 'sqlite_sequence'`).pluck().get();
  if (seal?.equals(sealOfSequences(db)) !== true)
    yield { table: 'sqlite_sequence', key: '[]', why: 'changed' };
}

function* sealsOfNoTable(db: Database.Database, known: readonly string[]): Generator<BrokenSeal> {
  const others = db
    .prepare<[string], { table: string; key: string }>(
      `SELECT tbl AS "table", key FROM seals WHERE tbl NOT IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(known));
  for (const one of others) yield { ...one, why: 'gone' };
}
