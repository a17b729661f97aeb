import type { Output } from '../../shared/contract/api.ts';
import { addDays, type Day } from '../../shared/domain/day.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import type { ProvvisorioKey } from '../ledger/provvisori.ts';
import { awaitedFlowsUpTo, looseMoney } from '../ledger/suggestions.ts';
import { sharingsOf } from '../reconciliation/suggest-sharing.ts';
import { daysAfter, daysBefore } from '../reconciliation/suggest.ts';

type Sharing = Output<'provvisori.read'>['sharings'][number];

/** Ways to share the money of a provvisorio out over flussi that await some. */
export function sharingsForProvvisorio(ledger: ReadableLedger, key: ProvvisorioKey, today: Day): Sharing[] {
  const money = looseMoney(ledger, key);
  if (money === null) return [];
  const days = { from: addDays(money.date, -daysAfter), to: addDays(money.date, daysBefore) };
  const awaited = awaitedFlowsUpTo(ledger, money.cents, days, money.named.map(iufKey), today);
  const found = sharingsOf(money, awaited);
  return found.slice(0, shown).map(({ shares, reasons }) => ({
    shares: shares.map(({ flow, cents }) => ({ iuf: flow.iuf, cents, date: flow.date })),
    reasons,
    rivals: found.length - 1,
  }));
}

const shown = 3;
