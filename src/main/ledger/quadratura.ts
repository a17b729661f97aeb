import type { Day } from '../../shared/domain/day.ts';
import { noMoneyYet } from '../../shared/domain/quadratura.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, run } from './statements.ts';

/** Payments of one service and conto that are judged alike. */
export interface StepGroup {
  /** `''` is no service. */
  readonly service: string;
  /** `noMoneyYet` while none came. */
  readonly conto: string;
  readonly evidence: number;
  readonly isCovered: 0 | 1;
  readonly count: number;
  readonly cents: number;
}

/** The payments made from one day to another. */
export function stepGroups(ledger: ReadableLedger, from: Day, to: Day): StepGroup[] {
  return all(
    ledger,
    `WITH money AS MATERIALIZED (
       SELECT q.iuf_key, min(v.conto) AS conto, min(v.state = 'regularised') AS covered
       FROM quote q CROSS JOIN provvisori v ON v.id = q.provvisorio_id WHERE q.cents > 0 GROUP BY q.iuf_key)
     SELECT coalesce(p.service, '') AS service, coalesce(min(m.conto, v.conto), m.conto, v.conto, '${noMoneyYet}') AS conto,
       p.evidence, coalesce(min(m.covered, v.state = 'regularised'), m.covered, v.state = 'regularised', 0) AS isCovered,
       count(*) AS count, sum(p.cents) AS cents
     FROM payments p LEFT JOIN money m ON m.iuf_key = p.iuf_key LEFT JOIN provvisori v ON v.id = p.provvisorio_id
     WHERE p.paid_on BETWEEN @from AND @to GROUP BY 1, 2, 3, 4`,
    { from, to },
  );
}

/** A total that a person copied from the program of a service. */
export interface DeclaredTotal {
  readonly service: string;
  /** Null where it was not told. */
  readonly count: number | null;
  readonly cents: number;
  readonly author: string;
  readonly madeAt: string;
}

/** The last that was said of each service for exactly this period; what was taken away is not there. */
export function declaredTotals(ledger: ReadableLedger, from: Day, to: Day): DeclaredTotal[] {
  return all(
    ledger,
    `SELECT d.service, d.count, d.cents, d.author, d.made_at AS madeAt FROM declared_totals d
     WHERE d.from_day = @from AND d.to_day = @to AND d.cents IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM declared_totals l WHERE l.from_day = d.from_day AND l.to_day = d.to_day
         AND l.service = d.service AND l.id > d.id)
     ORDER BY d.service`,
    { from, to },
  );
}

/** Adds what is declared; without cents it takes the last away. */
export function declareTotal(
  ledger: WritableLedger,
  total: Omit<DeclaredTotal, 'cents'> & {
    readonly cents: number | null;
    readonly from: Day;
    readonly to: Day;
  },
): void {
  run(
    ledger,
    `INSERT INTO declared_totals (service, from_day, to_day, count, cents, author, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [total.service, total.from, total.to, total.count, total.cents, total.author, total.madeAt],
  );
}
