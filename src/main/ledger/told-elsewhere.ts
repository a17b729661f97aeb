import { contoOf } from './conto-of.ts';
import type { ReadableLedger } from './open.ts';
import { sourceOf, type Source } from './sources.ts';
import { all } from './statements.ts';

/** More than these on one card help nobody. */
const most = 20;

/** For each table: the other lines that tell of the same thing as line `@id`. */
const others = {
  movimenti: `
    SELECT o.id FROM movimenti m JOIN movimenti o ON o.documento = 'SOSPESO ENTRATA' AND o.esercizio = m.esercizio
      AND o.numero = m.numero AND o.operazione = m.operazione AND o.id <> m.id
    WHERE m.id = @id AND ${contoOf('o')} = ${contoOf('m')}`,
  righe: `
    SELECT o.id FROM righe g JOIN flussi v ON v.id = g.flusso_id
      JOIN righe o ON o.iuv = g.iuv AND o.iur = g.iur AND o.idx = g.idx AND o.id <> g.id
      JOIN flussi w ON w.id = o.flusso_id AND w.iuf_key = v.iuf_key
    WHERE g.id = @id`,
  ricevute: `
    SELECT DISTINCT o.ricevuta_id AS id FROM transfers x
      JOIN transfers o ON o.iuv = x.iuv AND o.iur = x.iur AND o.ricevuta_id <> x.ricevuta_id
    WHERE x.ricevuta_id = @id AND x.standing IS NOT NULL AND o.standing IS NOT NULL`,
};

/** Where else the same provvisorio, row or receipt is told: lists overlap, and flussi come again. */
export function elsewhereOf(ledger: ReadableLedger, table: keyof typeof others, id: number): Source[] {
  return all<{ id: number }>(ledger, `${others[table]} ORDER BY 1 LIMIT ${most}`, { id }).map((line) =>
    sourceOf(ledger, table, line.id),
  );
}
