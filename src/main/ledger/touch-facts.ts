import { factRange } from './documents.ts';
import type { WritableLedger } from './open.ts';
import { positionKey } from './positions.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { one, run } from './statements.ts';
import { stretches } from './stretches.ts';
import { touchEverything } from './touch-everything.ts';
import { fromTouched, lastTouched } from './touched.ts';

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
  onRows: OnRows = () => undefined,
): void {
  if (isAll(ledger, from, to)) return touchEverything(ledger, onRows);
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

/** Whether no other document tells anything, and nothing is listed so far. */
function isAll(ledger: WritableLedger, from: number, to: number): boolean {
  const others = one(ledger, `SELECT 1 FROM documents WHERE (id < ? OR id > ?) AND undone_at IS NULL`, [
    from,
    to,
  ]);
  return others === undefined && lastTouched(ledger, 'touched_iuvs') === 0;
}

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
function touchNamesakes(ledger: WritableLedger, breathe: () => void): void {
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

/** A provvisorio about which a person decided, under whatever conto its lines stand now. */
export function touchProvvisorio(ledger: WritableLedger, key: ProvvisorioKey): void {
  run(ledger, `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto) VALUES (?, ?, ?)`, [
    key.esercizio,
    key.numero,
    key.conto,
  ]);
  touchNamesakes(ledger, () => undefined);
}
