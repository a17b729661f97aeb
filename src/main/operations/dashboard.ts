import type { Handlers, Output } from '../../shared/contract/api.ts';
import { flowBuckets, provvisorioBuckets } from '../../shared/domain/bucket.ts';
import type { Day } from '../../shared/domain/day.ts';
import { ok } from '../../shared/domain/result.ts';
import { statuses } from '../../shared/domain/verdict.ts';
import {
  flussiByBucket,
  freshness,
  openProvvisori,
  paymentGroups,
  provvisoriByBucket,
  type Counted,
} from '../ledger/dashboard.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { countWithoutService } from '../ledger/unknown-services.ts';
import {
  ageingOf,
  dotsOf,
  inDifference,
  judgeGroups,
  monthsOf,
  reasonsOf,
  total,
  type Amount,
} from './dashboard-details.ts';
import type { Environment } from './environment.ts';

export function dashboardHandlers(
  environment: Environment,
): Pick<Handlers, 'dashboard.read' | 'dashboard.details'> {
  return {
    async 'dashboard.read'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(dashboard(ledger.value, environment.today())) : ledger;
    },
    async 'dashboard.details'() {
      const ledger = await environment.ledger();
      return ledger.ok ? ok(details(ledger.value, environment.today())) : ledger;
    },
  };
}

function dashboard(ledger: ReadableLedger, today: Day): Output<'dashboard.read'> {
  const payments = judgeGroups(paymentGroups(ledger), today);
  return {
    payments: total(payments),
    byStatus: byKey(
      statuses,
      payments.map(({ verdict, count, cents }) => ({ key: verdict.status, count, cents })),
    ),
    flussi: byKey(flowBuckets, flussiByBucket(ledger, today)),
    provvisori: byKey(provvisorioBuckets, provvisoriByBucket(ledger)),
    difference: total([...inDifference(payments), ...openProvvisori(ledger, today)]),
    freshness: freshness(ledger),
  };
}

function details(ledger: ReadableLedger, today: Day): Output<'dashboard.details'> {
  const payments = judgeGroups(paymentGroups(ledger), today);
  const open = inDifference(payments);
  const provvisori = openProvvisori(ledger, today);
  return {
    reasons: reasonsOf(open, provvisori),
    dots: dotsOf(payments),
    months: monthsOf(payments),
    withoutService: countWithoutService(ledger),
    ageing: ageingOf(
      [
        ...open.map(({ paidOn, count, cents }) => ({ day: paidOn, count, cents })),
        ...provvisori.map(({ day, count, cents }) => ({ day, count, cents })),
      ],
      today,
    ),
  };
}

/** Every key is there, also those that nothing fell into. */
function byKey<Key extends string>(
  keys: readonly Key[],
  counted: readonly Counted<Key>[],
): Record<Key, Amount> {
  const found = Map.groupBy(counted, ({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, total(found.get(key) ?? [])])) as Record<Key, Amount>;
}
