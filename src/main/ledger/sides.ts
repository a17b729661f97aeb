import type { OnMade } from './index-afterwards.ts';
import type { WritableLedger } from './open.ts';
import { one, run } from './statements.ts';

/**
 * Where the two sides of a payment are looked for: among the facts, each by its number; or, of very many, sorted by IUV in
 * tables of their own, where those of the next IUV lie beside those of the last.
 */
export type Sides = 'facts' | 'sorted';

/** In SQL, what claims `x` and rows `r` are taken from. */
export interface Sources {
  readonly claims: string;
  readonly rows: string;
  /** Claims `o` that may stand beside another one, up to a condition. */
  readonly otherClaims: string;
}

/** What the receipt of a claim pays besides, as one number: what `claimsOf` finds in SQL. */
export const besidesOf = ({ bollo, others }: { bollo: boolean; others: boolean }): number =>
  (bollo ? 2 : 0) + (others ? 1 : 0);

const claimColumns =
  'iuv, id, iur, idx, cents, standing, bollo, paid_on, due_day, ricevuta_id, debtor, besides, service';
const rowColumns = 'iuv, id, iur, idx, cents, esito, day, duplicate, flusso_id';

const claimsOf = (transfers: string): string => `
  SELECT x.iuv, x.id, x.iur, max(x.idx, 1) AS idx, x.cents, x.standing, x.bollo, c.paid_on, c.due_day,
    c.id AS ricevuta_id, c.debtor_name AS debtor,
    (SELECT coalesce(2 * max(o.bollo), 0) + coalesce(max(o.bollo = 0 AND o.standing IS NULL), 0)
     FROM transfers o WHERE o.ricevuta_id = c.id AND o.id <> x.id) AS besides,
    service_told(x.iuv, x.category, x.description, c.description) AS service
  FROM ${transfers} CROSS JOIN ricevute c ON c.id = x.ricevuta_id
  WHERE x.standing IS NOT NULL`;

export const sources: Readonly<Record<Sides, Sources>> = {
  facts: {
    claims: `(${claimsOf('transfers x')})`,
    rows: 'righe',
    otherClaims: 'transfers o WHERE o.standing IS NOT NULL AND',
  },
  sorted: { claims: 'sorted_claims', rows: 'sorted_rows', otherClaims: 'sorted_claims o WHERE' },
};

/** Who hears while facts are sorted. */
const listeners = new WeakMap<WritableLedger, () => void>();

/**
 * Sorts all claims and rows for {@link Sides} `sorted`, until `forgetSorted`: two ways through the facts in the order in which
 * they lie, instead of one fetched from anywhere for each IUV. Whoever hears may throw to stop; he must not ask the ledger.
 */
export function sortFacts(ledger: WritableLedger, onMade: OnMade): void {
  if (!listeners.has(ledger))
    ledger.function('heard', { directOnly: true }, () => {
      listeners.get(ledger)?.();
      return 1;
    });
  forgetSorted(ledger);
  // From here on, everything that is listed or sorted is gone through once, in its order.
  ledger.pragma(`temp.cache_size = -${roomForOneWay}`);
  ledger.exec(`
    CREATE TEMP TABLE sorted_claims (${claimColumns}, PRIMARY KEY (iuv, id)) WITHOUT ROWID;
    CREATE TEMP TABLE sorted_rows (${rowColumns}, PRIMARY KEY (iuv, id)) WITHOUT ROWID;`);
  const count = one<{ claims: number; rows: number }>(ledger, counts) ?? { claims: 0, rows: 0 };
  const all = Math.max(1, weightOfClaim * count.claims + count.rows);
  const claims = (weightOfClaim * count.claims) / all;
  sortOne(ledger, sortClaims, { rows: count.claims, from: 0, to: claims }, onMade);
  sortOne(ledger, sortRows, { rows: count.rows, from: claims, to: 1 }, onMade);
}

const counts = `SELECT (SELECT count(*) FROM transfers WHERE standing IS NOT NULL) AS claims, (SELECT count(*) FROM righe) AS rows`;

// Along an index the facts would come in no order that they lie in.
const sortClaims = `INSERT INTO sorted_claims ${claimsOf('transfers x NOT INDEXED')} AND heard() ORDER BY x.iuv, x.id`;
const sortRows = `INSERT INTO sorted_rows SELECT ${rowColumns} FROM righe NOT INDEXED WHERE heard() ORDER BY iuv, id`;

/** Somebody is heard while the rows are read; while they are put together, what will be then is told before. */
function sortOne(
  ledger: WritableLedger,
  sql: string,
  { rows, from, to }: { readonly rows: number; readonly from: number; readonly to: number },
  onMade: OnMade,
): void {
  const begun = performance.now();
  let read = 0;
  listeners.set(ledger, () => {
    if (++read % unheard !== 0) return;
    const share = Math.min(1, read / rows);
    const ms = ((performance.now() - begun) / share) * (1 / readingShare - 1);
    onMade(from + (to - from) * readingShare * share, { share: to, ms });
  });
  run(ledger, sql);
  onMade(to);
}

export function forgetSorted(ledger: WritableLedger): void {
  ledger.exec('DROP TABLE IF EXISTS temp.sorted_claims; DROP TABLE IF EXISTS temp.sorted_rows');
}

/** In KiB. */
const roomForOneWay = 2_048;
/** Rows after which somebody is heard. */
const unheard = 5_000;
/** A claim is sorted together with its receipt, and what it is about is found: so many times what a row of a flusso is. */
const weightOfClaim = 2.5;
/** How much of the sorting is the reading. */
const readingShare = 0.6;
