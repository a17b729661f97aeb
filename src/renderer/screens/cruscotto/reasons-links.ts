import type { Output } from '../../../shared/contract/api.ts';
import type { LedgerName } from '../../../shared/contract/link.ts';
import { addressOf } from '../../state/route.ts';

export type Reason = Output<'dashboard.details'>['reasons'][number];

/** The voci that one reason of the difference counts. */
export function addressOfReason(ledger: LedgerName, reason: Reason): string {
  return reason.of === 'payments'
    ? addressOf({ ledger, screen: 'pagamenti', ask: { filter: { statuses: [reason.status] } } })
    : addressOf({
        ledger,
        screen: 'provvisori',
        ask: { filter: { buckets: [reason.bucket], attention: true } },
      });
}

/** All voci of the difference, where they all stand on one screen; null when they stand on two. */
export function addressOfDifference(ledger: LedgerName, reasons: readonly Reason[]): string | null {
  const places = new Set(reasons.map(({ of }) => of));
  const [place] = places;
  if (places.size !== 1 || place === undefined) return null;
  const screen = place === 'payments' ? 'pagamenti' : 'provvisori';
  return addressOf({ ledger, screen, ask: { filter: { attention: true } } });
}
