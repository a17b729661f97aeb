import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { takeAwayIfPossible } from '../disk/patience.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import { openReadable, type ReadableLedger } from './open.ts';
import { paymentTexts } from './payment-texts.ts';
import { hasStoodAt, revisionNow, type Revision } from './revision.ts';
import { searchEdition, searchFile, timesTakenOut, trigramsOf } from './search-index.ts';

/** Payments that are kept at once. */
const batch = 2_000;

/**
 * Brings the search index of a ledger up to what the ledger says now, revision by revision; `isStopped` is asked between two
 * batches. What stops it in the middle costs nothing: a revision counts once all of it is kept.
 */
export function feedSearch(folder: string, isStopped: () => boolean, leastPayments = worthwhile): void {
  const opened = openReadable(folder);
  if (!opened.ok || opened.value === null) return;
  const ledger = opened.value;
  try {
    if (isSmall(ledger, leastPayments)) wipeSearch(folder);
    else feed(folder, ledger, isStopped);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    // Nobody needs it: where there is no room for it there is none, and what is damaged or not ours is made anew.
    if (!/CANTOPEN|READONLY|FULL|IOERR|BUSY|LOCKED/.test(error.code)) removeSearch(folder);
  } finally {
    ledger.close();
  }
}

/** As many payments are looked through, text by text, as fast as anybody types. */
const worthwhile = 20_000;

function isSmall(ledger: ReadableLedger, least: number): boolean {
  return ledger.prepare('SELECT 1 FROM payments LIMIT 1 OFFSET ?').get(least) === undefined;
}

function removeSearch(folder: string): void {
  // A log that outlives its file would be taken for that of the next one.
  for (const end of ['-wal', '-shm', '']) takeAwayIfPossible(`${searchFile(folder)}${end}`);
}

function feed(folder: string, ledger: ReadableLedger, isStopped: () => boolean): void {
  const index = openIndex(folder);
  try {
    const now = revisionNow(ledger);
    const takenOut = countOf(ledger, `SELECT ${timesTakenOut}`);
    // Whoever took people out was ended before they were gone from here.
    if ((stateOf(index)?.takenOut ?? takenOut) !== takenOut) empty(index);
    const known = stateOf(index);
    const fits = known !== null && hasStoodAt(ledger, known) && !isMostlyNew(ledger, index, known.number);
    if (!fits) beginAnew(index);
    let done = fits ? known.number : -1;
    for (
      let next = nextRevision(ledger, done);
      next !== null && next <= now.number;
      next = nextRevision(ledger, done)
    ) {
      if (!feedRevision(ledger, index, next, isStopped)) return;
      done = next;
    }
    forgetGone(ledger, index);
    if (known === null || !fits || known.number < now.number) {
      countTrigrams(index);
      keepState(index, { ...now, takenOut });
    }
    if (!fits) mergeWords(index, isStopped);
  } finally {
    index.close();
  }
}

/** Forgets everything, also in the bytes of the file: after people were taken out of the ledger. */
export function wipeSearch(folder: string): void {
  if (!existsSync(searchFile(folder))) return;
  let index: Database.Database | null = null;
  try {
    index = openIndex(folder);
    empty(index);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    index?.close();
    removeSearch(folder);
  } finally {
    index?.close();
  }
}

function empty(index: Database.Database): void {
  beginAnew(index);
  index.exec('VACUUM');
  // Not while somebody reads what it was before: then the file still holds it.
  if (index.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0)
    throw new Database.SqliteError('somebody is reading it', 'SQLITE_BUSY');
}

function openIndex(folder: string): Database.Database {
  const index = new Database(searchFile(folder), { timeout: 5_000 });
  try {
    index.pragma('journal_mode = WAL');
    // It is made again from the ledger whenever it is not what it should be.
    index.pragma('synchronous = NORMAL');
    index.pragma('secure_delete = ON');
    index.pragma('cache_size = -32768');
    if (index.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'state'`).get() === undefined)
      beginAnew(index);
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

function beginAnew(index: Database.Database): void {
  index
    .transaction(() => {
      index.exec(`
        DROP TABLE IF EXISTS words;
        DROP TABLE IF EXISTS texts;
        DROP TABLE IF EXISTS state;
        DROP TABLE IF EXISTS grams;
        CREATE TABLE grams (gram TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE state (edition INTEGER NOT NULL, ledger TEXT NOT NULL, revision INTEGER NOT NULL, mark TEXT NOT NULL,
          taken_out INTEGER NOT NULL) STRICT;
        CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE words USING fts5(
          text, content = 'texts', content_rowid = 'id', detail = none, tokenize = 'trigram case_sensitive 1');`);
    })
    .immediate();
}

/** Pages that are merged before anybody is heard. */
const mergedPages = 1_000;

/** What was made piece by piece becomes one piece, in which a trigram is found at once. */
function mergeWords(index: Database.Database, isStopped: () => boolean): void {
  const merge = index.prepare(`INSERT INTO words (words, rank) VALUES ('merge', ?)`);
  // SQLite asks for a negative number to begin with, and changes less than two rows when nothing is left to do.
  for (let pages = -mergedPages; !isStopped(); pages = mergedPages) {
    const before = countOf(index, 'SELECT total_changes()');
    merge.run(pages);
    if (countOf(index, 'SELECT total_changes()') - before < 2) return;
  }
}

/** As of which the index knows the ledger. */
interface State extends Revision {
  readonly takenOut: number;
}

function stateOf(index: Database.Database): State | null {
  const state = index
    .prepare<[number], State>(
      `SELECT ledger AS id, revision AS number, mark, taken_out AS takenOut FROM state WHERE edition = ?`,
    )
    .get(searchEdition);
  return state ?? null;
}

/** Takes out the texts of payments that are no more. */
function forgetGone(ledger: ReadableLedger, index: Database.Database): void {
  if (countOf(index, 'SELECT count(*) FROM texts') <= countOf(ledger, 'SELECT count(*) FROM payments'))
    return;
  const isThere = ledger.prepare('SELECT 1 FROM payments WHERE id = ?');
  const texts = index.prepare<[number], { id: number; text: string }>(
    `SELECT id, text FROM texts WHERE id > ? ORDER BY id LIMIT ${batch}`,
  );
  const forgetWords = index.prepare(`INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)`);
  const forgetText = index.prepare(`DELETE FROM texts WHERE id = ?`);
  for (let rows = texts.all(-1); rows.length > 0; rows = texts.all(rows.at(-1)?.id ?? 0)) {
    const gone = rows.filter(({ id }) => isThere.get(id) === undefined);
    index
      .transaction(() => {
        for (const { id, text } of gone) {
          forgetWords.run(id, text);
          forgetText.run(id);
        }
      })
      .immediate();
  }
}

/** When most of it was written again it is made anew. */
function isMostlyNew(ledger: ReadableLedger, index: Database.Database, done: number): boolean {
  const waiting = countOf(ledger, `SELECT count(*) FROM payments WHERE changed > ${done}`);
  return waiting > batch && 2 * waiting > countOf(index, 'SELECT count(*) FROM texts');
}

function countOf(db: Database.Database, sql: string): number {
  return db.prepare<[], number>(sql).pluck().get() ?? 0;
}

function nextRevision(ledger: ReadableLedger, done: number): number | null {
  const next = ledger
    .prepare<[number], number | null>('SELECT min(changed) FROM payments WHERE changed > ?')
    .pluck()
    .get(done);
  return next ?? null;
}

/** False when it was stopped. */
function feedRevision(
  ledger: ReadableLedger,
  index: Database.Database,
  revision: number,
  isStopped: () => boolean,
): boolean {
  const page = ledger.prepare<[number, number], { id: number; text: string }>(paymentTexts(batch));
  for (let after = 0; ;) {
    if (isStopped()) return false;
    const rows = page.all(revision, after);
    keep(index, rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return true;
    after = last.id;
  }
}

function keep(
  index: Database.Database,
  rows: readonly { readonly id: number; readonly text: string }[],
): void {
  const known = index.prepare<[number], string>('SELECT text FROM texts WHERE id = ?').pluck();
  const forget = index.prepare(`INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)`);
  const keepText = index.prepare(
    `INSERT INTO texts (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text`,
  );
  const keepWords = index.prepare(`INSERT INTO words (rowid, text) VALUES (?, ?)`);
  index
    .transaction(() => {
      for (const { id, text } of rows) {
        const folded = foldText(text);
        const before = known.get(id);
        if (before === folded) continue;
        if (before !== undefined) forget.run(id, before);
        keepText.run(id, folded);
        keepWords.run(id, folded);
      }
    })
    .immediate();
}

/** Texts by which it is told which trigrams are rare. */
const sampled = 2_000;

function countTrigrams(index: Database.Database): void {
  const last = index.prepare<[], number>('SELECT max(id) FROM texts').pluck().get() ?? 0;
  const textFrom = index.prepare<[number], string>('SELECT text FROM texts WHERE id >= ? LIMIT 1').pluck();
  const counts = new Map<string, number>();
  for (let i = 0; i < sampled; i++)
    for (const gram of trigramsOf(textFrom.get(Math.floor((i * last) / sampled)) ?? ''))
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const keepCount = index.prepare('INSERT INTO grams (gram, n) VALUES (?, ?)');
  index
    .transaction(() => {
      index.exec('DELETE FROM grams');
      for (const [gram, n] of counts) keepCount.run(gram, n);
    })
    .immediate();
}

function keepState(index: Database.Database, { id, number, mark, takenOut }: State): void {
  index
    .transaction(() => {
      index.exec('DELETE FROM state');
      index
        .prepare('INSERT INTO state (edition, ledger, revision, mark, taken_out) VALUES (?, ?, ?, ?, ?)')
        .run(searchEdition, id, number, mark, takenOut);
    })
    .immediate();
}
