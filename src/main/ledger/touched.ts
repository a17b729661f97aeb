import { factRange } from './documents.ts';
import { isIrregular } from './known-iufs.ts';
import type { WritableLedger } from './open.ts';
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
    CREATE TEMP TABLE IF NOT EXISTS former_rows (list TEXT, key TEXT);
    CREATE TEMP TABLE IF NOT EXISTS other_iuvs (iuv TEXT PRIMARY KEY) WITHOUT ROWID;
    DELETE FROM touched_provvisori;
    DELETE FROM touched_iufs;
    DELETE FROM touched_iuvs;
    DELETE FROM touched_positions;
    DELETE FROM former_rows;
    DELETE FROM other_iuvs;
  `);
}

/**
 * Everything that the facts of these documents speak of, directly or by a number that another line bears too. To be
 * asked while the facts are there: after an import, before an undo.
 */
export function touchDocuments(
  ledger: WritableLedger,
  from: number,
  to = from,
  breathe: () => void = noBreath,
): void {
  const range = factRange(from, to);
  const touch = (table: FactTable, sql: string): void => {
    for (const piece of stretches(ledger, table, range)) {
      run(ledger, sql, piece);
      breathe();
    }
  };
  touch(
    'movimenti',
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT esercizio, numero, conto FROM movimenti WHERE id BETWEEN ? AND ? AND documento = 'SOSPESO ENTRATA'`,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM coperture c
     CROSS JOIN provvisori p ON p.esercizio = c.esercizio AND p.numero = c.numero
     WHERE c.movimento_id BETWEEN ? AND ?`,
    range,
  );
  touchNamesakes(ledger);
  touchOriginalsByBolletta(ledger);
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
  for (const piece of stretches(ledger, 'posizioni', range)) {
    touchPositions(ledger, piece);
    breathe();
  }
}

const noBreath = (): void => undefined;

const touchOfRighe = `INSERT OR IGNORE INTO touched_iuvs (iuv) SELECT iuv FROM righe WHERE id BETWEEN ? AND ?`;
const touchOfTransfers = `INSERT OR IGNORE INTO touched_iuvs (iuv)
  SELECT iuv FROM transfers WHERE id BETWEEN ? AND ? AND standing IS NOT NULL`;

type FactTable = 'movimenti' | 'flussi' | 'flussi_attesi' | 'righe' | 'transfers' | 'posizioni';

/** Rows of one statement: over all of a year it would be deaf for seconds. */
const rowsInAStretch = 5_000;

/** The rows with ids in the range, some thousand at a time: the first and the last id of each. */
function* stretches(
  ledger: WritableLedger,
  table: FactTable | 'payments',
  [first, last]: readonly [number, number],
): Generator<readonly [number, number]> {
  for (let from = first; ;) {
    const to = one<{ id: number | null }>(
      ledger,
      `SELECT max(id) AS id FROM (SELECT id FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsInAStretch})`,
      [from, last],
    )?.id;
    if (to === null || to === undefined) return;
    yield [from, to];
    from = to + 1;
  }
}

/**
 * The positions of lists. A line without IUV and those with the same IUD and an IUV are one position: each of them decides
 * what becomes of the others.
 */
function touchPositions(ledger: WritableLedger, range: readonly [number, number]): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT iuv FROM posizioni WHERE id BETWEEN ? AND ? AND iuv IS NOT NULL`,
    range,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT w.iuv FROM posizioni l CROSS JOIN posizioni w ON w.iud = l.iud AND w.iuv IS NOT NULL
     WHERE l.id BETWEEN ? AND ? AND l.iuv IS NULL`,
    range,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
     SELECT ${positionKey('l')}, l.iud, l.digest FROM posizioni l WHERE l.id BETWEEN ? AND ? AND l.iuv IS NULL`,
    range,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
     SELECT ${positionKey('l')}, l.iud, l.digest
     FROM posizioni w CROSS JOIN posizioni l ON l.iud = w.iud AND l.iuv IS NULL
     WHERE w.id BETWEEN ? AND ? AND w.iuv IS NOT NULL`,
    range,
  );
}

/**
 * A reversale names a number: whether it means the one of its own conto depends on which conti have that number. So does
 * where a line without conto belongs, and a line that belonged elsewhere may be left alone.
 */
function touchNamesakes(ledger: WritableLedger): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT m.esercizio, m.numero, m.conto FROM touched_provvisori t
     CROSS JOIN movimenti m ON m.esercizio = t.esercizio AND m.numero = t.numero
       AND m.documento = 'SOSPESO ENTRATA'`,
  );
}

/** A storno may name its original by bolletta, as long as no money ever came under its own number. */
function touchOriginalsByBolletta(ledger: WritableLedger): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT o.esercizio, o.numero, o.conto FROM touched_provvisori t
     CROSS JOIN movimenti s ON s.documento = 'SOSPESO ENTRATA' AND s.esercizio = t.esercizio
       AND s.numero = t.numero AND s.conto = t.conto AND s.operazione = 'STORNATO' AND s.bolletta_storno IS NOT NULL
     CROSS JOIN movimenti o ON o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'ESEGUITO'
       AND o.bolletta IS NOT NULL AND o.esercizio = s.esercizio AND o.bolletta = s.bolletta_storno
       AND o.conto = s.conto`,
  );
}

/**
 * The whole ledger: after a change of the settings, or of the rules. IUVs are listed as their papers came, not in their own
 * order: what belongs together by its day is then read and written together.
 */
export function touchEverything(ledger: WritableLedger, breathe: () => void = noBreath): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT esercizio, numero, conto FROM movimenti WHERE documento = 'SOSPESO ENTRATA'
     UNION SELECT esercizio, numero, conto FROM provvisori`,
  );
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flussi`);
  run(ledger, `INSERT OR IGNORE INTO touched_iufs (iuf_key) SELECT iuf_key FROM flow_states`);
  const touch = (table: 'righe' | 'transfers' | 'payments', sql: string): void => {
    for (const piece of stretches(ledger, table, [0, Number.MAX_SAFE_INTEGER])) {
      run(ledger, sql, piece);
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
export function touchProvvisoriOfIufs(ledger: WritableLedger): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM touched_iufs t
     CROSS JOIN quote q ON q.iuf_key = t.iuf_key
     CROSS JOIN provvisori p ON p.id = q.provvisorio_id`,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto
     FROM (SELECT DISTINCT substr(iuf_key, 1, 10) AS day FROM touched_iufs) t
     CROSS JOIN causale_days c ON c.day = t.day
     CROSS JOIN provvisori p ON p.id = c.provvisorio_id`,
  );
  const irregular = one<{ n: number }>(ledger, `SELECT count(*) AS n FROM touched_iufs WHERE ${isIrregular}`);
  if (irregular !== undefined && irregular.n > 0)
    run(
      ledger,
      `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
       SELECT esercizio, numero, conto FROM provvisori`,
    );
}

/**
 * The IUVs of every version of the touched flussi numbered `after`+1..`upTo`: their rows count, or count no more.
 */
export function touchIuvsOfIufs(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_iuvs (iuv)
     SELECT r.iuv FROM touched_iufs t
     CROSS JOIN flussi f ON f.iuf_key = t.iuf_key
     CROSS JOIN righe r ON r.flusso_id = f.id
     WHERE t.seq > ? AND t.seq <= ?`,
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
export function touchProvvisoriOfJudged(ledger: WritableLedger): void {
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM touched_iufs t
     CROSS JOIN quote q ON q.iuf_key = t.iuf_key
     CROSS JOIN provvisori p ON p.id = q.provvisorio_id`,
  );
  run(
    ledger,
    `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
     SELECT p.esercizio, p.numero, p.conto FROM touched_iuvs t
     CROSS JOIN provvisori p ON p.iuv = t.iuv AND p.kind = 'iuv'`,
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
