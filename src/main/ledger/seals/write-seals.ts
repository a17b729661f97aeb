import type Database from 'better-sqlite3';
import { sealOf, sealOfSequences, sealsOfDocuments } from './seal-text.ts';
import { asText, hasKey, sealedTables, type SealedTable } from './sealed-tables.ts';

/** Rows that are sealed at once, and documents. */
const batch = 500;
const documentsAtOnce = 5_000;

/**
 * From now on this connection notes which rows it writes. The triggers are its own: what anybody else writes into the file
 * has no seal, and is told.
 */
export function watchWrites(db: Database.Database): void {
  // A row that takes the place of others is to be noted as their end.
  db.pragma('recursive_triggers = ON');
  const tables = sealedTables(db);
  watched.set(db, tables);
  db.exec(`
    CREATE TEMP TABLE unsealed (tbl TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID;
    ${tables.map(triggersOf).join('\n')}
    ${documentTriggers}`);
}

/** Asking the schema at each job would take longer than most jobs. */
const watched = new WeakMap<Database.Database, readonly SealedTable[]>();

function triggersOf({ name, key }: SealedTable): string {
  const [before, after] = [note(name, asText('OLD', key)), note(name, asText('NEW', key))];
  return [
    trigger(name, 'INSERT', after),
    trigger(name, 'UPDATE', `${before} ${after}`),
    trigger(name, 'DELETE', before),
  ].join('\n');
}

/**
 * A document changes when it is undone. A trigger on its coming would have SQLite look through all facts for some that refer
 * to it already, and they have no index for that: new ones are known by their numbers.
 */
const documentTriggers = trigger('documents', 'UPDATE', note('documents', 'json_array(NEW.id)'));

function trigger(table: string, event: string, notes: string): string {
  return `CREATE TEMP TRIGGER "seal_${table}_${event}" AFTER ${event} ON main."${table}" BEGIN ${notes} END;`;
}

/** How a conflict is solved would be for the statement to say that set the trigger off. */
function note(table: string, key: string): string {
  return `INSERT INTO unsealed (tbl, key) SELECT '${table}', ${key}
    WHERE NOT EXISTS (SELECT 1 FROM unsealed WHERE tbl = '${table}' AND key = ${key});`;
}

/**
 * Seals what this connection wrote; to be called last in every transaction. `onRows` hears how many rows were sealed so far,
 * and may throw to stop.
 */
export function sealWrites(db: Database.Database, onRows: (rows: number) => void = () => undefined): void {
  let sealed = 0;
  const breathe = (rows: number): void => onRows((sealed += rows));
  noteNewDocuments(db);
  const touched = new Set(statement(db, 'SELECT DISTINCT tbl FROM temp.unsealed').pluck().all());
  if (touched.size === 0) return;
  for (const table of watched.get(db) ?? []) if (touched.has(table.name)) sealRows(db, table, breathe);
  if (touched.has('documents')) sealDocuments(db, breathe);
  keepSeal(db, 'sqlite_sequence', '[]', sealOfSequences(db));
  statement(db, 'DELETE FROM temp.unsealed').run();
}

/** Hears of so many more rows. */
type OnRows = (rows: number) => void;

/**
 * Seals the new documents up to `last`, of which nothing more is to be written, while their rows are at hand: at the end of the
 * transaction those of thousands would have to be fetched again. What is written of them all the same is sealed then.
 */
export function sealFinished(db: Database.Database, last: number, breathe: OnRows): void {
  const first = lastSealedDocument(db) + 1;
  if (first > last) return;
  sealRange(db, first, last, breathe);
  keepLastSealed(db, last);
}

function noteNewDocuments(db: Database.Database): void {
  const last = statement(db, 'SELECT max(id) FROM documents').pluck().get() as number | null;
  const sealed = lastSealedDocument(db);
  if (last === null || last <= sealed) return;
  statement(
    db,
    `INSERT INTO temp.unsealed (tbl, key) SELECT 'documents', json_array(id) FROM documents WHERE id > ?
     ON CONFLICT DO NOTHING`,
  ).run(sealed);
  keepLastSealed(db, last);
}

/** Beside the seals stands, under no table, how far the documents have theirs. */
const ofLastSealed = ['', 'documents'] as const;

function lastSealedDocument(db: Database.Database): number {
  const seal = statement(db, 'SELECT seal FROM seals WHERE tbl = ? AND key = ?')
    .pluck()
    .get(...ofLastSealed);
  return Number((seal as Buffer | undefined)?.toString('latin1') ?? 0);
}

function keepLastSealed(db: Database.Database, last: number): void {
  keepSeal(db, ...ofLastSealed, Buffer.from(String(last)));
}

/** One transaction that ends with its seals. */
export function writeSealed(db: Database.Database, work: () => void): void {
  db.transaction(() => {
    work();
    sealWrites(db);
  }).immediate();
}

function sealRows(db: Database.Database, table: SealedTable, breathe: OnRows): void {
  const page = statement(
    db,
    `SELECT u.key, CASE WHEN t."${table.key[0]}" IS NOT NULL THEN ${asText('t', table.columns)} END AS text
     FROM temp.unsealed u LEFT JOIN main."${table.name}" t ON ${hasKey('t', table, 'u.key')}
     WHERE u.tbl = ? AND u.key > ? ORDER BY u.key LIMIT ${batch}`,
  );
  for (let after = ''; ;) {
    const rows = page.all(table.name, after) as { key: string; text: string | null }[];
    for (const { key, text } of rows) {
      if (text === null) removeSeal(db, table.name, key);
      else keepSeal(db, table.name, key, sealOf(text));
    }
    breathe(rows.length);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.key;
  }
}

function sealDocuments(db: Database.Database, breathe: OnRows): void {
  const ids = db
    .prepare<[], number>(`SELECT key ->> 0 AS id FROM temp.unsealed WHERE tbl = 'documents' ORDER BY id`)
    .pluck()
    .all();
  for (const { from, to } of runsOf(ids)) sealRange(db, from, to, breathe);
}

function sealRange(db: Database.Database, from: number, to: number, breathe: OnRows): void {
  const found = sealsOfDocuments(db, from, to, breathe);
  for (let id = from; id <= to; id++) {
    const seal = found.get(id);
    if (seal === undefined) removeSeal(db, 'documents', keyOfDocument(id));
    else keepSeal(db, 'documents', keyOfDocument(id), seal);
  }
  breathe(0);
}

export function keyOfDocument(id: number): string {
  return `[${id}]`;
}

/** Numbers that follow each other, at most so many together. */
function runsOf(ids: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === id - 1 && last.to - last.from < documentsAtOnce - 1) last.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs;
}

export function keepSeal(db: Database.Database, table: string, key: string, seal: Buffer): void {
  statement(
    db,
    `INSERT INTO seals (tbl, key, seal) VALUES (?, ?, ?)
     ON CONFLICT (tbl, key) DO UPDATE SET seal = excluded.seal WHERE seal <> excluded.seal`,
  ).run(table, key, seal);
}

function removeSeal(db: Database.Database, table: string, key: string): void {
  statement(db, `DELETE FROM seals WHERE tbl = ? AND key = ?`).run(table, key);
}

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

function statement(db: Database.Database, sql: string): Database.Statement {
  let known = prepared.get(db);
  if (known === undefined) prepared.set(db, (known = new Map()));
  let found = known.get(sql);
  if (found === undefined) known.set(sql, (found = db.prepare(sql)));
  return found;
}
