import type { WritableLedger } from './open.ts';
import { all, run } from './statements.ts';

/** In KiB; taken only as the lists grow. */
const roomForLists = 16_384;

/**
 * What has to be matched again: provvisori, flussi, IUVs and positions without IUV that a change of the facts touched, and
 * nothing else; and which rows there were of them (`former_rows`).
 * The lists live in temporary tables of the writing connection, so that the joins that follow begin from them.
 */
export function openTouched(ledger: WritableLedger): void {
  // IUVs come in no order: without room for their index, each of a million would read and write a page of the disk.
  ledger.pragma(`temp.cache_size = -${roomForLists}`);
  ledger.exec(`
    CREATE TEMP TABLE IF NOT EXISTS touched_provvisori (
      seq INTEGER PRIMARY KEY, esercizio INTEGER, numero TEXT, conto TEXT, UNIQUE (esercizio, numero, conto));
    CREATE TEMP TABLE IF NOT EXISTS touched_iufs (seq INTEGER PRIMARY KEY, iuf_key TEXT UNIQUE);
    CREATE TEMP TABLE IF NOT EXISTS touched_iuvs ${iuvColumns};
    CREATE TEMP TABLE IF NOT EXISTS touched_positions (
      seq INTEGER PRIMARY KEY, key TEXT UNIQUE, iud TEXT, digest TEXT);
    CREATE TEMP TABLE IF NOT EXISTS touched_documents (first INTEGER PRIMARY KEY, last INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS former_rows (list TEXT, key TEXT);
    CREATE TEMP TABLE IF NOT EXISTS other_iuvs (iuv TEXT PRIMARY KEY) WITHOUT ROWID;
    DELETE FROM touched_provvisori;
    DELETE FROM touched_iufs;
    DELETE FROM touched_iuvs;
    DELETE FROM touched_positions;
    DELETE FROM touched_documents;
    DELETE FROM former_rows;
    DELETE FROM other_iuvs;
  `);
}

/** An IUV of which this job found that it is another partner's. */
export function noteOther(ledger: WritableLedger, iuv: string): void {
  run(ledger, `INSERT OR IGNORE INTO other_iuvs (iuv) VALUES (?)`, [iuv]);
}

export function touchIuf(ledger: WritableLedger, iufKey: string): void {
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) VALUES (?)`, [iufKey]);
}

export function touchIuv(ledger: WritableLedger, iuv: string): void {
  run(ledger, `INSERT OR IGNORE INTO touched_iuvs (iuv) VALUES (?)`, [iuv]);
}

/** From so many on, the order in which the payments are found decides how often their pages are read and written. */
const usualSizes = { many: 50_000, atOnce: 20_000 };

/**
 * Puts many touched IUVs in their own order, in which their payments lie side by side in nearly all indexes. In pieces:
 * `breathe` is called after each, and may throw to stop.
 */
export function sortIuvs(ledger: WritableLedger, breathe: () => void, { many, atOnce } = usualSizes): void {
  if (lastTouched(ledger, 'touched_iuvs') < many) return;
  ledger.exec(`
    CREATE TEMP TABLE sorted_iuvs ${iuvColumns};
    INSERT INTO sorted_iuvs (iuv) SELECT iuv FROM touched_iuvs WHERE iuv = '';`);
  for (let after = '', moved = atOnce; moved === atOnce;) {
    moved = run(
      ledger,
      `INSERT INTO sorted_iuvs (iuv) SELECT iuv FROM touched_iuvs WHERE iuv > ? ORDER BY iuv LIMIT ?`,
      [after, atOnce],
    );
    after =
      all<{ iuv: string }>(ledger, `SELECT iuv FROM sorted_iuvs ORDER BY seq DESC LIMIT 1`)[0]?.iuv ?? after;
    breathe();
  }
  ledger.exec(`DROP TABLE touched_iuvs; ALTER TABLE sorted_iuvs RENAME TO touched_iuvs`);
}

const iuvColumns = '(seq INTEGER PRIMARY KEY, iuv TEXT UNIQUE)';

export type TouchedList = 'touched_provvisori' | 'touched_iufs' | 'touched_iuvs' | 'touched_positions';

/** How far a list reaches: its last number. Numbers have no gaps worth minding. */
export function lastTouched(ledger: WritableLedger, list: TouchedList): number {
  return all<{ last: number | null }>(ledger, `SELECT max(seq) AS last FROM ${list}`)[0]?.last ?? 0;
}

/** Runs a statement over all that a list holds now, in pieces. */
export function fromTouched(
  ledger: WritableLedger,
  list: TouchedList,
  sql: string,
  breathe: () => void,
): void {
  const last = lastTouched(ledger, list);
  for (let after = 0; after < last; after += atOnce) {
    run(ledger, sql, [after, Math.min(after + atOnce, last)]);
    breathe();
  }
}

const atOnce = 5_000;

/**
 * The number of the last of some touched flussi behind `after`: so many that their rows, taken together, are not many.
 * A flusso has some hundred rows, or a hundred thousand.
 */
export function fewFlussi(ledger: WritableLedger, after: number): number {
  const next = all<{ seq: number; rows: number | null }>(
    ledger,
    `SELECT t.seq, f.row_count AS rows FROM touched_iufs t LEFT JOIN flow_states f ON f.iuf_key = t.iuf_key
     WHERE t.seq > ? ORDER BY t.seq LIMIT ${mostFlussi}`,
    [after],
  );
  let sum = 0;
  const enough = next.find(({ rows }) => (sum += rows ?? 0) >= manyRows);
  return (enough ?? next.at(-1))?.seq ?? after;
}

const mostFlussi = 500;
const manyRows = 10_000;
