import type { FlowBucket, ReportBucket } from '../../shared/domain/bucket.ts';
import type { Extraction } from '../../shared/domain/causale.ts';
import type { MoneyDecision } from '../../shared/domain/decision.ts';
import type { MovementCounts } from '../../shared/domain/opi-report.ts';
import { contoOf } from './conto-of.ts';
import type { ReadableLedger } from './open.ts';
import { piecesOf } from './pieces.ts';
import { all, one } from './statements.ts';

const sameKey = `o.documento = 'SOSPESO ENTRATA' AND o.esercizio = m.esercizio AND o.numero = m.numero AND o.conto = m.conto`;

/** True in SQL when an earlier document, or a better line of this one (@first..@last), already told movement `m`. */
export const toldBefore = `EXISTS (
  SELECT 1 FROM movimenti o WHERE o.documento = 'SOSPESO ENTRATA' AND o.esercizio = m.esercizio
    AND o.numero = m.numero AND ${contoOf('o')} = ${contoOf('m')} AND o.operazione = 'ESEGUITO' AND (
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

/**
 * Lines of a giornale; `again` when the whole document was known before, so that nothing in it is new.
 */
export function countMovements(
  ledger: ReadableLedger,
  documentId: number,
  again: boolean,
  onRows: OnRows = noBreath,
): MovementCounts {
  const refused = one<{ n: number }>(
    ledger,
    `SELECT json_array_length(refused_rows) AS n FROM documents WHERE id = ?`,
    [documentId],
  );
  const sum = { movements: refused?.n ?? 0, reversals: 0, alreadyKnown: 0 };
  for (const piece of piecesOf(ledger, 'movimenti', documentId)) {
    onRows(piece.to - piece.first);
    const counts = one<MovementCounts>(
      ledger,
      `SELECT count(*) AS movements,
         coalesce(sum(m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'STORNATO'), 0) AS reversals,
         coalesce(sum(m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO' AND (${again ? '1' : toldBefore})), 0)
           AS alreadyKnown
       FROM movimenti m WHERE m.id BETWEEN @from AND @to`,
      { ...piece },
    );
    sum.movements += counts?.movements ?? 0;
    sum.reversals += counts?.reversals ?? 0;
    sum.alreadyKnown += counts?.alreadyKnown ?? 0;
  }
  return sum;
}

const noBreath = (): void => undefined;

/** A part of a movement that counts under one IUF, and where that flusso stands today. */
export interface UniverseShare {
  readonly iufKey: string;
  /** How much of the provvisorio it is; 0 when the bank called it back since. */
  readonly cents: number;
  readonly flowBucket: FlowBucket | null;
  readonly hasFlusso: boolean;
  readonly rowsOfOurs: number;
  readonly rowsOfOthers: number;
}

/** A movement of the universe, with what is known today of its provvisorio and of the flussi whose money it is. */
export interface UniverseFact {
  readonly id: number;
  readonly provvisorioId: number;
  /** As this line tells it. */
  readonly cents: number;
  readonly kind: Extraction['kind'];
  readonly single: ReportBucket | null;
  readonly decided: MoneyDecision | null;
  readonly shares: readonly UniverseShare[];
  /** Some of the provvisorio is in no share. */
  readonly remains: boolean;
}

interface UniverseRow
  extends Omit<UniverseFact, 'shares' | 'remains'>, Omit<UniverseShare, 'iufKey' | 'cents' | 'hasFlusso'> {
  /** What the bank left of the provvisorio. */
  readonly left: number;
  /** Null without a share. */
  readonly iufKey: string | null;
  readonly shareCents: number;
  readonly hasFlusso: 0 | 1;
}

/**
 * The movements that this giornale was the first to tell, of the documents that stand now, judged on all the money in
 * the ledger. So every movement is in the universe of one document, also after an earlier one was undone.
 */
export function* universeOf(
  ledger: ReadableLedger,
  documentId: number,
  onRows: OnRows = noBreath,
): Generator<UniverseFact> {
  for (const piece of piecesOf(ledger, 'movimenti', documentId)) {
    onRows(piece.to - piece.first);
    const rows = all<UniverseRow>(ledger, universeSql, { ...piece });
    for (const parts of Map.groupBy(rows, ({ id }) => id).values()) yield* toFact(parts);
  }
}

/** Called now and then with how many rows were gone through; it may throw to stop. */
type OnRows = (rows: number) => void;

function toFact(rows: readonly UniverseRow[]): UniverseFact[] {
  const [first] = rows;
  if (first === undefined) return [];
  const shares = rows.flatMap(({ iufKey, shareCents, hasFlusso, flowBucket, rowsOfOurs, rowsOfOthers }) =>
    iufKey === null
      ? []
      : [{ iufKey, cents: shareCents, hasFlusso: hasFlusso === 1, flowBucket, rowsOfOurs, rowsOfOthers }],
  );
  const { id, provvisorioId, cents, kind, single, decided } = first;
  const shared = shares.reduce((sum, share) => sum + share.cents, 0);
  return [{ id, provvisorioId, cents, kind, single, decided, shares, remains: first.left > shared }];
}

const universeSql = `SELECT m.id, p.id AS provvisorioId, m.cents, p.kind, p.single, p.decided,
       p.cents - p.storned_cents AS left, q.iuf_key AS iufKey, coalesce(q.cents, 0) AS shareCents, f.bucket AS flowBucket,
       f.flusso_id IS NOT NULL AS hasFlusso, coalesce(f.rows_of_ours, 0) AS rowsOfOurs,
       coalesce(f.rows_of_others, 0) AS rowsOfOthers
     FROM movimenti m
     JOIN provvisori p ON p.esercizio = m.esercizio AND p.numero = m.numero AND p.conto = m.conto
     LEFT JOIN quote q ON q.provvisorio_id = p.id
     LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
     WHERE m.id BETWEEN @from AND @to AND m.documento = 'SOSPESO ENTRATA' AND m.operazione = 'ESEGUITO'
       AND NOT ${toldBefore} AND NOT ${calledBack}
     ORDER BY m.id, q.iuf_key`;
