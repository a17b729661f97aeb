import type { Day } from '../../shared/domain/day.ts';
import type { Posizione } from '../../shared/domain/posizione.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import type { WritableLedger } from './open.ts';
import { all, run } from './statements.ts';

/** What one line of a list says of a position. */
export interface PositionFact {
  readonly id: number;
  readonly iuv: string | null;
  readonly action: Posizione['action'];
  readonly cents: number;
  readonly dueDay: Day | null;
  readonly tipoDovuto: string | null;
  readonly category: string | null;
  readonly description: string | null;
  readonly digest: string;
}

/** In SQL: the name of a position by one of its facts. Lines without IUV and without IUD are positions of their own. */
export function positionKey(fact: string): string {
  return `CASE WHEN ${fact}.iuv IS NOT NULL THEN 'iuv/' || ${fact}.iuv
    WHEN ${fact}.iud IS NOT NULL THEN 'iud/' || ${fact}.iud ELSE 'riga/' || ${fact}.digest END`;
}

const factColumns = (fact: string): string =>
  `${fact}.id, ${fact}.iuv, ${fact}.action, ${fact}.cents, ${fact}.due_day AS dueDay, ${fact}.tipo_dovuto AS tipoDovuto,
   ${fact}.category, ${fact}.description, ${fact}.digest`;

/**
 * The facts of the positions of the unusual IUVs, by IUV. A line without IUV is a version of
 * the position whose IUD it bears: the list was made before the IUV was, or takes the position away by its IUD alone.
 */
export function positionFactsOfUnusual(ledger: WritableLedger): Map<string, PositionFact[]> {
  const facts = all<PositionFact & { readonly touched: string }>(
    ledger,
    `SELECT t.iuv AS touched, ${factColumns('q')}
     FROM unusual_iuvs t CROSS JOIN posizioni q ON q.iuv = t.iuv
     UNION
     SELECT t.iuv AS touched, ${factColumns('l')}
     FROM unusual_iuvs t
     CROSS JOIN posizioni q ON q.iuv = t.iuv AND q.iud IS NOT NULL
     CROSS JOIN posizioni l ON l.iud = q.iud AND l.iuv IS NULL`,
  );
  return Map.groupBy(facts, ({ touched }) => touched);
}

/** The same of touched positions without IUV, by key; none of those whose IUD a line with IUV bears. */
export function factsOfTouchedPositions(
  ledger: WritableLedger,
  after: number,
  upTo: number,
): Map<string, PositionFact[]> {
  const facts = all<PositionFact & { readonly key: string }>(
    ledger,
    `SELECT t.key, ${factColumns('q')}
     FROM touched_positions t CROSS JOIN posizioni q ON q.iud = t.iud AND q.iuv IS NULL
     WHERE t.seq > @after AND t.seq <= @upTo AND t.iud IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM posizioni w WHERE w.iud = t.iud AND w.iuv IS NOT NULL)
     UNION ALL
     SELECT t.key, ${factColumns('q')}
     FROM touched_positions t CROSS JOIN posizioni q ON q.digest = t.digest AND q.iuv IS NULL AND q.iud IS NULL
     WHERE t.seq > @after AND t.seq <= @upTo AND t.iud IS NULL`,
    { after, upTo },
  );
  return Map.groupBy(facts, ({ key }) => key);
}

/** A position as it follows from its facts, its payments and the settings. */
export interface DerivedPosition {
  /** Null: the position is named by its key alone. */
  readonly iuv: string | null;
  readonly factId: number;
  readonly cents: number;
  readonly dueDay: Day | null;
  readonly cancelled: boolean;
  readonly disagree: boolean;
  /** Null while nothing was paid. */
  readonly paidCents: number | null;
  readonly service: string | null;
  readonly serviceSource: ServiceSource | null;
}

export function removePositionsOfIuvs(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `DELETE FROM position_states WHERE iuv IN (SELECT iuv FROM touched_iuvs WHERE seq > ? AND seq <= ?)`,
    [after, upTo],
  );
}

export function removeTouchedPositions(ledger: WritableLedger, after: number, upTo: number): void {
  run(
    ledger,
    `DELETE FROM position_states WHERE key IN (SELECT key FROM touched_positions WHERE seq > ? AND seq <= ?)`,
    [after, upTo],
  );
}

export function keepPosition(ledger: WritableLedger, key: string, p: DerivedPosition): void {
  run(
    ledger,
    `INSERT INTO position_states (key, iuv, posizione_id, cents, due_day, cancelled, disagree, paid_cents, service,
       service_source)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      key,
      p.iuv,
      p.factId,
      p.cents,
      p.dueDay,
      p.cancelled ? 1 : 0,
      p.disagree ? 1 : 0,
      p.paidCents,
      p.service,
      p.serviceSource,
    ],
  );
}
