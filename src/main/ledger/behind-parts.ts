import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** Payments that go into one reversale, and how many they are. */
export interface PaymentsBehind {
  /** Null for payments that a provvisorio settles alone. */
  readonly iufKey: string | null;
  readonly provvisorioId: number | null;
  readonly service: string | null;
  readonly partner: string | null;
  /** They pay another ente. */
  readonly isForeign: 0 | 1;
  readonly count: number;
}

const groups = `p.service, p.partner, coalesce(p.status = 'not-ours', 0) AS isForeign, count(*) AS count`;

/** The payments of the flussi of these provvisori, and those that they settle alone, by what tells reversali apart. */
export function paymentsBehind(ledger: ReadableLedger, provvisori: readonly number[]): PaymentsBehind[] {
  return all(
    ledger,
    `SELECT p.iuf_key AS iufKey, NULL AS provvisorioId, ${groups}
     FROM (SELECT DISTINCT q.iuf_key FROM json_each(@wanted) w CROSS JOIN quote q ON q.provvisorio_id = w.value) f
     CROSS JOIN payments p ON p.iuf_key = f.iuf_key GROUP BY 1, 3, 4, 5
     UNION ALL
     SELECT NULL, p.provvisorio_id, ${groups}
     FROM json_each(@wanted) w CROSS JOIN payments p ON p.provvisorio_id = w.value GROUP BY 2, 3, 4, 5`,
    { wanted: JSON.stringify(provvisori) },
  );
}
