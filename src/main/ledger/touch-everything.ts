import type { WritableLedger } from './open.ts';
import { positionKey } from './positions.ts';
import { all, one, run } from './statements.ts';
import type { OnRows } from './touch-facts.ts';
import { lastTouched } from './touched.ts';

/**
 * The whole ledger: after a change of the settings, or of the rules; or when all that it tells is new. To be asked before
 * anything else is listed. IUVs come in their own order, in which their payments lie side by side in nearly all indexes.
 */
export function touchEverything(ledger: WritableLedger, onRows: OnRows = () => undefined): void {
  if (lastTouched(ledger, 'touched_iuvs') > 0) throw new Error('something is listed already');
  run(ledger, `INSERT INTO touched_documents (first, last) VALUES (0, ${Number.MAX_SAFE_INTEGER})`);
  for (const sql of lists) {
    run(ledger, sql);
    onRows(0);
  }
  for (let from = '', added = 1; added > 0; onRows(lastTouched(ledger, 'touched_iuvs'))) {
    added = run(ledger, nextIuvs, { from });
    from =
      all<{ iuv: string }>(ledger, `SELECT iuv FROM touched_iuvs ORDER BY seq DESC LIMIT 1`)[0]?.iuv ?? '';
  }
}

/** Whether all is listed that there is: what follows from it is in the lists as well. */
export function touchesEverything(ledger: WritableLedger): boolean {
  return (
    one(ledger, `SELECT 1 FROM touched_documents WHERE first = 0 AND last = ${Number.MAX_SAFE_INTEGER}`) !==
    undefined
  );
}

const lists = [
  `INSERT OR IGNORE INTO touched_provvisori (esercizio, numero, conto)
   SELECT esercizio, numero, conto FROM movimenti WHERE documento = 'SOSPESO ENTRATA'
   UNION SELECT esercizio, numero, conto FROM provvisori`,
  // A flusso that is only awaited explains a causale as well as one that is here.
  `INSERT OR IGNORE INTO touched_iufs (iuf_key)
   SELECT iuf_key FROM flussi UNION SELECT iuf_key FROM flussi_attesi UNION SELECT iuf_key FROM flow_states`,
  `INSERT OR IGNORE INTO touched_positions (key, iud, digest)
   SELECT ${positionKey('l')}, l.iud, l.digest FROM posizioni l WHERE l.iuv IS NULL`,
  `INSERT OR IGNORE INTO touched_positions (key) SELECT key FROM position_states WHERE iuv IS NULL`,
];

/** Each of these has an index of IUVs: SQLite goes along all of them at once, and nothing has to be put in order. */
const nextIuvs = `INSERT OR IGNORE INTO touched_iuvs (iuv)
  SELECT iuv FROM righe WHERE iuv >= @from
  UNION SELECT iuv FROM transfers WHERE iuv >= @from AND standing IS NOT NULL
  UNION SELECT iuv FROM payments WHERE iuv >= @from
  UNION SELECT iuv FROM posizioni WHERE iuv >= @from AND iuv IS NOT NULL
  UNION SELECT iuv FROM position_states WHERE iuv >= @from
  ORDER BY 1 LIMIT 5000`;
