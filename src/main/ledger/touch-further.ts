import { isIrregular } from './known-iufs.ts';
import type { WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';
import { fromTouched } from './touched.ts';

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
