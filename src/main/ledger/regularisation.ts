import type { Extraction } from '../../shared/domain/causale.ts';
import type { MoneyDecision } from '../../shared/domain/decision.ts';
import type { ReadableLedger } from './open.ts';
import { all } from './statements.ts';

/** Rows of a flusso, or receipts, that go into one reversale. */
export interface RowsToRegularise {
  readonly service: string | null;
  /** Name of the other partner whose they are. */
  readonly partner: string | null;
  /** They pay another ente. */
  readonly isForeign: boolean;
  readonly cents: number;
  /** How much of it are rows that were revoked (esito 3). */
  readonly revokedCents: number;
  readonly count: number;
}

/** A flusso with the money that came for it. */
export interface FlowToRegularise {
  readonly report: 'sound' | 'anomalous';
  readonly declaredCents: number;
  readonly rows: readonly RowsToRegularise[];
  /** The same, one by one in order of IUV; only where several provvisori bring the flusso. */
  readonly singleRows: readonly RowsToRegularise[];
  /** The provvisori that bring it, the oldest first. */
  readonly holders: readonly { readonly id: number; readonly cents: number }[];
}

export interface ShareToRegularise {
  readonly provvisorioId: number;
  readonly iuf: string;
  readonly cents: number;
  /** Null while only money names it. */
  readonly flow: FlowToRegularise | null;
}

/** A provvisorio with everything that says for what its money is. */
export interface ProvvisorioToRegularise {
  readonly id: number;
  /** What the bank left of it. */
  readonly cents: number;
  readonly kind: Extraction['kind'];
  readonly decided: MoneyDecision | null;
  /** The other partner to whom a person gave it. */
  readonly partner: string | null;
  readonly shares: readonly ShareToRegularise[];
  /** The payments that it settles alone. */
  readonly single: readonly RowsToRegularise[];
}

interface ShareRow {
  readonly provvisorioId: number;
  readonly iufKey: string;
  readonly iuf: string;
  readonly cents: number;
  readonly flussoId: number | null;
  readonly declaredCents: number;
  readonly report: 'absent' | 'sound' | 'anomalous';
}

/** What is needed to split these provvisori, in the order of `ids`; those that are not there are left out. */
export function provvisoriToRegularise(
  ledger: ReadableLedger,
  ids: readonly number[],
): ProvvisorioToRegularise[] {
  const wanted = JSON.stringify(ids);
  const found = all<Omit<ProvvisorioToRegularise, 'shares' | 'single'>>(
    ledger,
    `SELECT p.id, p.cents - p.storned_cents AS cents, p.kind, p.decided, p.partner
     FROM json_each(@wanted) w CROSS JOIN provvisori p ON p.id = w.value ORDER BY w.key`,
    { wanted },
  );
  const shares = all<ShareRow>(
    ledger,
    `SELECT q.provvisorio_id AS provvisorioId, q.iuf_key AS iufKey, coalesce(f.iuf, q.iuf) AS iuf, q.cents,
       f.flusso_id AS flussoId, f.total_cents AS declaredCents, coalesce(f.report, 'absent') AS report
     FROM json_each(@wanted) w CROSS JOIN quote q ON q.provvisorio_id = w.value
     LEFT JOIN flow_states f ON f.iuf_key = q.iuf_key
     WHERE q.cents > 0 ORDER BY w.key, q.iuf_key`,
    { wanted },
  );
  const flows = flowsOf(ledger, shares);
  const singles = Map.groupBy(
    all<GroupRow & { readonly provvisorioId: number }>(
      ledger,
      `SELECT y.provvisorio_id AS provvisorioId, ${groupColumns}, sum(y.cents) AS cents, 0 AS revokedCents, count(*) AS count
       FROM json_each(@wanted) w CROSS JOIN payments y ON y.provvisorio_id = w.value
       GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      { wanted },
    ),
    ({ provvisorioId }) => provvisorioId,
  );
  const sharesOf = Map.groupBy(shares, ({ provvisorioId }) => provvisorioId);
  return found.map((provvisorio) => ({
    ...provvisorio,
    shares: (sharesOf.get(provvisorio.id) ?? []).map(({ provvisorioId, iuf, iufKey, cents }) => ({
      provvisorioId,
      iuf,
      cents,
      flow: flows.get(iufKey) ?? null,
    })),
    single: (singles.get(provvisorio.id) ?? []).map(toRows),
  }));
}

interface GroupRow extends Omit<RowsToRegularise, 'isForeign'> {
  readonly isForeign: 0 | 1;
}

function toRows({ service, partner, isForeign, cents, revokedCents, count }: GroupRow): RowsToRegularise {
  return { service, partner, isForeign: isForeign === 1, cents, revokedCents, count };
}

const groupColumns = `y.service, y.partner, coalesce(y.status = 'not-ours', 0) AS isForeign`;

/** A row is of the payment that it tells, else of the first payment of its IUV: one owner, and nearly always one service. */
const rowsWithPayment = `FROM json_each(@flussi) w CROSS JOIN righe r ON r.flusso_id = w.value AND r.duplicate = 0
  LEFT JOIN payments y ON y.id = (
    SELECT z.id FROM payments z WHERE z.iuv = r.iuv ORDER BY z.riga_id IS NOT r.id, z.iur, z.idx LIMIT 1)`;
const revoked = `CASE r.esito WHEN 3 THEN r.cents ELSE 0 END`;

function flowsOf(ledger: ReadableLedger, shares: readonly ShareRow[]): Map<string, FlowToRegularise> {
  const here = shares.filter(({ flussoId }) => flussoId !== null);
  const holders = Map.groupBy(
    all<{ iufKey: string; id: number; cents: number }>(
      ledger,
      `SELECT q.iuf_key AS iufKey, p.id, q.cents
       FROM (SELECT DISTINCT value FROM json_each(@keys)) w CROSS JOIN quote q ON q.iuf_key = w.value AND q.cents > 0
       CROSS JOIN provvisori p ON p.id = q.provvisorio_id
       ORDER BY p.day, p.esercizio, length(p.numero), p.numero, p.conto`,
      { keys: JSON.stringify(here.map(({ iufKey }) => iufKey)) },
    ),
    ({ iufKey }) => iufKey,
  );
  const ids = [...new Set(here.map(({ flussoId }) => flussoId))];
  const several = here.filter(({ iufKey }) => (holders.get(iufKey)?.length ?? 0) > 1);
  const rows = groupsOf(ledger, ids);
  const singleRows = rowsOf(ledger, [...new Set(several.map(({ flussoId }) => flussoId))]);
  return new Map(
    here.map(({ iufKey, flussoId, declaredCents, report }) => [
      iufKey,
      {
        report: report === 'anomalous' ? 'anomalous' : 'sound',
        declaredCents,
        rows: (rows.get(flussoId) ?? []).map(toRows),
        singleRows: (singleRows.get(flussoId) ?? []).map(toRows),
        holders: holders.get(iufKey) ?? [],
      },
    ]),
  );
}

type OfFlusso = GroupRow & { readonly flussoId: number | null };

function groupsOf(
  ledger: ReadableLedger,
  flussi: readonly (number | null)[],
): Map<number | null, readonly OfFlusso[]> {
  const rows = all<OfFlusso>(
    ledger,
    `SELECT r.flusso_id AS flussoId, ${groupColumns}, sum(r.cents) AS cents, sum(${revoked}) AS revokedCents, count(*) AS count
     ${rowsWithPayment} GROUP BY 1, 2, 3, 4`,
    { flussi: JSON.stringify(flussi) },
  );
  return Map.groupBy(rows, ({ flussoId }) => flussoId);
}

function rowsOf(
  ledger: ReadableLedger,
  flussi: readonly (number | null)[],
): Map<number | null, readonly OfFlusso[]> {
  const rows = all<OfFlusso>(
    ledger,
    `SELECT r.flusso_id AS flussoId, ${groupColumns}, r.cents, ${revoked} AS revokedCents, 1 AS count
     ${rowsWithPayment} ORDER BY r.iuv, r.iur, r.idx`,
    { flussi: JSON.stringify(flussi) },
  );
  return Map.groupBy(rows, ({ flussoId }) => flussoId);
}
