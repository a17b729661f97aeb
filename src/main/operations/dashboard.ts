import type { Handlers } from '../../shared/contract/api.ts';
import { flowBuckets, provvisorioBuckets, type ProvvisorioBucket } from '../../shared/domain/bucket.ts';
import { ok } from '../../shared/domain/result.ts';
import { asksForAttention, statuses } from '../../shared/domain/verdict.ts';
import {
  countFlussi,
  countPayments,
  freshness,
  moneyInDifference,
  type Counted,
} from '../ledger/dashboard.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { listProvvisori, type ListedProvvisorio } from '../ledger/provvisorio-list.ts';
import type { Environment } from './environment.ts';
import { bucketOf } from './provvisori.ts';

export function dashboardHandlers(environment: Environment): Pick<Handlers, 'dashboard.read'> {
  return {
    async 'dashboard.read'() {
      const opened = await environment.ledger();
      if (!opened.ok) return opened;
      const ledger = opened.value;
      const today = environment.today();
      const payments = countPayments(ledger, today);
      const provvisori = countProvvisori(
        ledger,
        moneyInDifference(ledger, today, statuses.filter(asksForAttention)),
      );
      const open = payments.filter(({ key }) => asksForAttention(key));
      return ok({
        payments: total(payments),
        byStatus: byKey(statuses, payments),
        flussi: byKey(flowBuckets, countFlussi(ledger, today)),
        provvisori: byKey(provvisorioBuckets, provvisori.counts),
        difference: total([...open, ...provvisori.unexplained]),
        freshness: freshness(ledger),
      });
    },
  };
}

interface Amount {
  readonly count: number;
  readonly cents: number;
}

function total(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, { count, cents }) => ({ count: sum.count + count, cents: sum.cents + cents }), {
    count: 0,
    cents: 0,
  });
}

/** Every key is there, also those that nothing fell into. */
function byKey<Key extends string>(
  keys: readonly Key[],
  counted: readonly Counted<Key>[],
): Record<Key, Amount> {
  const found = new Map<Key, Amount>(counted.map(({ key, count, cents }) => [key, { count, cents }]));
  return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? { count: 0, cents: 0 }])) as Record<
    Key,
    Amount
  >;
}

const open: ReadonlySet<ProvvisorioBucket> = new Set<ProvvisorioBucket>([
  'notReported',
  'partial',
  'inError',
]);

/**
 * Provvisori by bucket, and those that ask for attention on their own: no payment of the difference names their
 * money already.
 */
function countProvvisori(
  ledger: ReadableLedger,
  named: { iufKeys: ReadonlySet<string>; ids: ReadonlySet<number> },
) {
  const counts = new Map<ProvvisorioBucket, Counted<ProvvisorioBucket>>();
  const unexplained: Amount[] = [];
  let after: ListedProvvisorio | null = null;
  for (;;) {
    const rows: ListedProvvisorio[] = listProvvisori(ledger, after, 1_000);
    for (const row of rows) {
      const key = bucketOf(row);
      const sum = counts.get(key) ?? { key, count: 0, cents: 0 };
      counts.set(key, { key, count: sum.count + 1, cents: sum.cents + row.cents });
      const isNamed = named.ids.has(row.id) || (row.iufKey !== null && named.iufKeys.has(row.iufKey));
      if (open.has(key) && !isNamed) unexplained.push({ count: 1, cents: row.cents });
    }
    after = rows.at(-1) ?? null;
    if (rows.length < 1_000) return { counts: [...counts.values()], unexplained };
  }
}
