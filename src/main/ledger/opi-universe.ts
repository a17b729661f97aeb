import type { FlowBucket, ReportBucket } from '../../shared/domain/bucket.ts';
import type { Extraction } from '../../shared/domain/causale.ts';
import type { MovementCounts } from '../../shared/domain/opi-report.ts';
import { factRange } from './documents.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

const sameKey = `o.documento = 'SOSPESO ENTRATA' AND o.esercizio = m.esercizio AND o.numero = m.numero AND o.conto = m.conto`;

/** True in SQL when an earlier document, or a better line of this one (@first..@last), already told movement `m`. */
const toldBefore = `EXISTS (
  SELECT 1 FROM movimenti o WHERE ${sameKey} AND o.operazione = 'ESEGUITO' AND (
    o.id < @first OR (o.id <= @last AND (o.created_at, o.digest, -o.id) > (m.created_at, m.digest, -m.id))))`;

/**
 * True in SQL when this document, or an earlier one, called all the money of movement `m` back: by its number, or by
 * its bolletta under a number that never had money. A line counts as often as the page that tells it most often.
 */
const calledBack = `coalesce((
  SELECT sum(cents * times) FROM (
    SELECT digest, cents, max(times) AS times FROM (
      SELECT o.digest, abs(o.cents) AS cents, count(*) AS times FROM movimenti o
      WHERE ${sameKey} AND o.operazione = 'STORNATO' AND o.id <= @last GROUP BY o.document_id, o.part, o.digest
      UNION ALL
      SELECT o.digest, abs(o.cents), count(*) FROM movimenti o
      WHERE o.documento = 'SOSPESO ENTRATA' AND o.operazione = 'STORNATO' AND o.esercizio = m.esercizio
        AND o.conto = m.conto AND o.bolletta_storno = m.bolletta AND o.id <= @last AND NOT EXISTS (
          SELECT 1 FROM movimenti n WHERE n.documento = 'SOSPESO ENTRATA' AND n.operazione = 'ESEGUITO'
            AND n.esercizio = o.esercizio AND n.numero = o.numero AND n.conto = o.conto)
      GROUP BY o.document_id, o.part, o.digest)
    GROUP BY digest)) >= m.cents, 0)`;

function rangeOf(documentId: number): { first: number; last: number } {
  const [first, last] = factRange(documentId);
  return { first, last };
}

/** Lines of a giornale; `again` when the whole document was known before, so that nothing in it is new. */
export function countMovements(ledger: ReadableLedger, documentId: number, again: boolean): MovementCounts {
  const counts = one<MovementCounts>(
    ledger,
    `SELECT count(*) + (SELECT json_array_length(refused_rows) FROM documents WHERE id = @document) AS movements,
       coalesce(sum(m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'STORNATO'), 0) AS reversals,
       coalesce(sum(m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO' AND (${again ? '1' : toldBefore})), 0)
         AS alreadyKnown
     FROM movimenti m WHERE m.id BETWEEN @first AND @last`,
    { ...rangeOf(documentId), document: documentId },
  );
  return counts ?? { movements: 0, reversals: 0, alreadyKnown: 0 };
}

/** A movement of the universe, with what is known today of its provvisorio and of the flusso it names. */
export interface UniverseFact {
  readonly id: number;
  readonly cents: number;
  readonly kind: Extraction['kind'];
  readonly iufKey: string | null;
  readonly single: ReportBucket | null;
  readonly flowBucket: FlowBucket | null;
  readonly hasFlusso: 0 | 1;
  readonly rowsOfOurs: number;
  readonly rowsOfOthers: number;
}

/**
 * The movements that this giornale was the first to tell, of the documents that stand now, judged on all the money in
 * the ledger. So every movement is in the universe of one document, also after an earlier one was undone.
 */
export function universeOf(ledger: ReadableLedger, documentId: number): UniverseFact[] {
  return all<UniverseFact>(
    ledger,
    `SELECT m.id, m.cents, p.kind, p.iuf_key AS iufKey, p.single, f.bucket AS flowBucket,
       f.flusso_id IS NOT NULL AS hasFlusso, coalesce(f.rows_of_ours, 0) AS rowsOfOurs,
       coalesce(f.rows_of_others, 0) AS rowsOfOthers
     FROM movimenti m
     JOIN provvisori p ON p.esercizio = m.esercizio AND p.numero = m.numero AND p.conto = m.conto
     LEFT JOIN flow_states f ON f.iuf_key = p.iuf_key
     WHERE m.id BETWEEN @first AND @last AND m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'
       AND NOT ${toldBefore} AND NOT ${calledBack}`,
    rangeOf(documentId),
  );
}
