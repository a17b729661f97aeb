import { factRange } from './documents.ts';
import { isIrregular } from './known-iufs.ts';
import type { WritableLedger } from './open.ts';
import { stretches } from './stretches.ts';
import { positionKey } from './positions.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { all, one, run } from './statements.ts';

/** In KiB; taken only as the lists grow. */
const roomForLists = 40_960;

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
    CREATE TEMP TABLE IF NOT EXISTS touched_iuvs (seq INTEGER PRIMARY KEY, iuv TEXT UNIQUE);
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

/** Called now and then with how many rows were gone through; it may throw to stop. */
export type OnRows = (rows: number) => void;

/**
 * Everything that the facts of these documents speak of, directly or by a number that another line bears too. To be
 * asked while the facts are there: after an import, before an undo.
 */
export function touchDocuments(
  ledger: WritableLedger,
  from: number,
  to = from,
  onRows: OnRows = noBreath,
): void {
  const range = factRange(from, to);
  let rows = 0;
  const touch = (table: FactTable, ...statements: readonly string[]): void => {
    for (const stretch of stretches(ledger, table, range)) {
      for (const sql of statements) run(ledger, sql, stretch.ids);
      onRows((rows += stretch.rows));
    }
  };
  const breathe = (): void => onRows(rows);
  run(ledger, `INSERT OR REPLACE INTO touched_documents (first, last) VALUES (?, ?)`, [from, to]);
  touch(
    'movimenti',
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT esercizio, numero, conto FROM movimenti WHERE id BETWEEN ? AND ? AND documento = 'SOSPESO ENTRATA'`,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM coperture c
     CROSS JOIN provvisori p ON p.esercizio = c.esercizio AND p.numero = c.numero
     WHERE c.movimento_id BETWEEN ? AND ?`,
  );
  touchNamesakes(ledger, breathe);
  touchOriginalsByBolletta(ledger, breathe);
  touch(
    'flussi',
    `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flussi WHERE id BETWEEN ? AND ?`,
  );
  // A flusso that is only awaited explains a causale as well as one that is here.
  touch(
    'flussi_attesi',
    `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flussi_attesi WHERE id BETWEEN ? AND ?`,
  );
  // Not only through their flusso: a payment in two flussi may be filed under the other one.
  touch('righe', touchOfRighe);
  touch('transfers', touchOfTransfers);
  touch('posizioni', ...touchesOfPosizioni);
}

const noBreath = (): void => undefined;

const touchOfRighe = `INSERT OR IGNORE INTO touched_iuvs (iuv) SELECT iuv FROM righe WHERE id BETWEEN ? AND ?`;
const touchOfTransfers = `INSERT OR IGNORE INTO touched_iuvs (iuv)
  SELECT iuv FROM transfers WHERE id BETWEEN ? AND ? AND standing IS NOT NULL`;

type FactTable = 'movimenti' | 'flussi' | 'flussi_attesi' | 'righe' | 'transfers' | 'posizioni';

/**
 * The positions of lists. A line without IUV and those with the same IUD and an IUV are one position: each of them decides
 * what becomes of the others.
 */
const touchesOfPosizioni = [
  `INSERT OR IGNORE INTO touched_iuvs (iuv)
   SELECT iuv FROM posizioni WHERE id BETWEEN ? AND ? AND iuv IS NOT NULL`,
  `INSERT OR IGNORE INTO touched_iuvs (iuv)
   SELECT w.iuv FROM posizioni l CROSS JOIN posizioni w ON w.iud = l.iud AND w.iuv IS NOT NULL
   WHERE l.id BETWEEN ? AND ? AND l.iuv IS NULL`,
  `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
   SELECT ${positionKey('l')}, l.iud, l.digest FROM posizioni l WHERE l.id BETWEEN ? AND ? AND l.iuv IS NULL`,
  `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
   SELECT ${positionKey('l')}, l.iud, l.digest
   FROM posizioni w CROSS JOIN posizioni l ON l.iud = w.iud AND l.iuv IS NULL
   WHERE w.id BETWEEN ? AND ? AND w.iuv IS NOT NULL`,
];

/**
 * A reversale names a number: whether it means the one of its own conto depends on which conti have that number. So does
 * where a line without conto belongs, and a line that belonged elsewhere may be left alone.
 */
function touchNamesakes(ledger: WritableLedger, breathe = noBreath): void {
  fromTouched(
    ledger,
    'touched_provvisori',
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT m.esercizio, m.numero, m.conto FROM touched_provvisori t
     CROSS JOIN movimenti m ON m.esercizio = t.esercizio AND m.numero = t.numero
       AND m.documento = 'SOSPESO ENTRATA'
     WHERE t.seq > ? AND t.seq <= ?`,
    breathe,
  );
}

/** Runs a statement over all that a list holds now, in pieces. */
function fromTouched(ledger: WritableLedger, list: TouchedList, sql: string, breathe: () => void): void {
  const last = lastTouched(ledger, list);
  for (let after = 0; after < last; after += atOnce) {
    run(ledger, sql, [after, Math.min(after + atOnce, last)]);
    breathe();
  }
}

const atOnce = 5_000;

/** A storno may name its original by bolletta, as long as no money ever came under its own number. */
function touchOriginalsByBolletta(ledger: WritableLedger, breathe: () => void): void {
  fromTouched(
    ledger,
    'touched_provvisori',
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT o.esercizio, o.numero, o.conto FROM touched_provvisori t
     CROSS JOIN movimenti s ON s.documento = 'SOSPESO ENTRATA' AND s.esercizio = t.esercizio
       AND s.numero = t.numero AND s.conto = t.conto AND s.operazione = 'STORNATO' AND s.bolletta_storno IS NOT NULL
     CROSS JOIN movimenti o ON o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
       AND o.bolletta IS NOT NULL AND o.esercizio = s.esercizio AND o.bolletta = s.bolletta_storno
       AND o.conto = s.conto
     WHERE t.seq > ? AND t.seq <= ?`,
    breathe,
  );
}

/**
 * The whole ledger: after a change of the settings, or of the rules. IUVs are listed as their papers came, not in their own
 * order: what belongs together by its day is then read and written together.
 */
export function touchEverything(ledger: WritableLedger, breathe: () => void = noBreath): void {
  run(ledger, `INSERT INTO touched_documents (first, last) VALUES (0, ${Number.MAX_SAFE_INTEGER})`);
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT esercizio, numero, conto FROM movimenti WHERE documento = 'SOSPESO ENTRATA'
     UNION SELECT esercizio, numero, conto FROM provvisori`,
  );
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flussi`);
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flow_states`);
  const touch = (table: 'righe' | 'transfers' | 'payments', sql: string): void => {
    for (const { ids } of stretches(ledger, table, [0, Number.MAX_SAFE_INTEGER])) {
      run(ledger, sql, ids);
      breathe();
    }
  };
  touch('righe', touchOfRighe);
  touch('transfers', touchOfTransfers);
  touch(
    'payments',
    `INSERT OR IGNORE INTO touched_iuvs (iuv) SELECT iuv FROM payments WHERE id BETWEEN ? AND ?`,
  );
  run(ledger, `INSERT OR IGNORE INTO touched_iuvs (iuv) SELECT iuv FROM posizioni WHERE iuv IS NOT NULL`);
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv) SELECT iuv FROM position_states WHERE iuv IS NOT NULL`,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
     SELECT ${positionKey('l')}, l.iud, l.digest FROM posizioni l WHERE l.iuv IS NULL`,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_positions (key) SELECT key FROM position_states WHERE iuv IS NULL`,
  );
}

/**
 * Provvisori whose causale a touched IUF may explain, or explained: those that bear it, those whose text has the day
 * with which it begins, and, for an IUF without a day (none since 2013), all of them.
 */
export function touchProvvisoriOfIufs(ledger: WritableLedger, breathe: () => void): void {
  fromTouched(ledger, 'touched_iufs', touchOfShares, breathe);
  const days = all<{ day: string }>(
    ledger,
    `SELECT DISTINCT substr(iuf_key, 1, 10) AS day FROM touched_iufs`,
  );
  for (const { day } of days) {
    run(
      ledger,
      `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
       SELECT p.esercizio, p.numero, p.conto FROM causale_days c
       CROSS JOIN provvisori p ON p.id = c.provvisorio_id
       WHERE c.day = ?`,
      [day],
    );
    breathe();
  }
  const irregular = one<{ n: number }>(ledger, `SELECT count(*) AS n FROM touched_iufs WHERE ${isIrregular}`);
  if (irregular !== undefined && irregular.n > 0)
    run(
      ledger,
      `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
       SELECT esercizio, numero, conto FROM provvisori`,
    );
}

const touchOfShares = `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
  SELECT p.esercizio, p.numero, p.conto FROM touched_iufs t
  CROSS JOIN quote q ON q.iuf_key = t.iuf_key
  CROSS JOIN provvisori p ON p.id = q.provvisorio_id
  WHERE t.seq > ? AND t.seq <= ?`;

/**
 * The IUVs of every version of the touched flussi numbered `after`+1..`upTo`: their rows count, or count no more. Those of
 * touched documents are listed already.
 */
export function touchIuvsOfIufs(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT r.iuv FROM touched_iufs t
     CROSS JOIN flussi f ON f.iuf_key = t.iuf_key
     CROSS JOIN righe r ON r.flusso_id = f.id
     WHERE t.seq > ? AND t.seq <= ?
       AND NOT EXISTS (
         SELECT 1 FROM touched_documents d WHERE d.first <= f.document_id AND d.last >= f.document_id)`,
    [after, upTo],
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT p.iuv FROM touched_iufs t CROSS JOIN payments p ON p.iuf_key = t.iuf_key
     WHERE t.seq > ? AND t.seq <= ?`,
    [after, upTo],
  );
}

/** The flussi in which the touched IUVs numbered `after`+1..`upTo` stand: the owners of their rows may have changed. */
export function touchIufsOfIuvs(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iufs (iuf_key)
     SELECT DISTINCT f.iuf_key FROM touched_iuvs t
     CROSS JOIN righe r ON r.iuv = t.iuv
     CROSS JOIN flow_states f ON f.flusso_id = r.flusso_id
     WHERE t.seq > ? AND t.seq <= ?`,
    [after, upTo],
  );
}

/** An IUV of which this job found that it is another partner's. */
export function noteOther(ledger: WritableLedger, iuv: string): void {
  run(ledger, `INSERT OR IGNORE INTO other_iuvs (iuv) VALUES (?)`, [iuv]);
}

/** Provvisori whose flusso, or whose receipt, was judged again: where they stand may have changed with it. */
export function touchProvvisoriOfJudged(ledger: WritableLedger, breathe: () => void): void {
  fromTouched(ledger, 'touched_iufs', touchOfShares, breathe);
  fromTouched(
    ledger,
    'touched_iuvs',
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM touched_iuvs t
     CROSS JOIN provvisori p ON p.iuv = t.iuv AND p.kind = 'iuv'
     WHERE t.seq > ? AND t.seq <= ?`,
    breathe,
  );
}

/** A provvisorio about which a person decided, under whatever conto its lines stand now. */
export function touchProvvisorio(ledger: WritableLedger, key: ProvvisorioKey): void {
  run(ledger, `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto) VALUES (?, ?, ?)`, [
    key.esercizio,
    key.numero,
    key.conto,
  ]);
  touchNamesakes(ledger);
}

/** The flussi and the IUVs whose money the touched provvisori numbered `after`+1..`upTo` are, as they stand. */
export function touchMoneyOfTouched(ledger: WritableLedger, after: number, upTo: number): void {
  const touched = `touched_provvisori t
     CROSS JOIN provvisori p ON p.esercizio = t.esercizio AND p.numero = t.numero AND p.conto = t.conto`;
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iufs (iuf_key)
     SELECT q.iuf_key FROM ${touched} CROSS JOIN quote q ON q.provvisorio_id = p.id
     WHERE t.seq > ? AND t.seq <= ?`,
    [after, upTo],
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT p.iuv FROM ${touched} WHERE t.seq > ? AND t.seq <= ? AND p.kind = 'iuv' AND p.iuv IS NOT NULL`,
    [after, upTo],
  );
}

/** The flussi whose money the provvisori with the ids `first`..`last` are. */
export function touchSharesOf(ledger: WritableLedger, first: number, last: number): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM quote WHERE provvisorio_id BETWEEN ? AND ?`,
    [first, last],
  );
}

export function touchIuf(ledger: WritableLedger, iufKey: string): void {
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) VALUES (?)`, [iufKey]);
}

export function touchIuv(ledger: WritableLedger, iuv: string): void {
  run(ledger, `INSERT OR IGNORE INTO touched_iuvs (iuv) VALUES (?)`, [iuv]);
}

export type TouchedList = 'touched_provvisori' | 'touched_iufs' | 'touched_iuvs' | 'touched_positions';

/** How far a list reaches: its last number. Numbers have no gaps worth minding. */
export function lastTouched(ledger: WritableLedger, list: TouchedList): number {
  return all<{ last: number | null }>(ledger, `SELECT max(seq) AS last FROM ${list}`)[0]?.last ?? 0;
}

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
