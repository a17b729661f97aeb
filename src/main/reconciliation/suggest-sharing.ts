import { iufKey } from '../../shared/domain/iuf.ts';
import { byText } from '../../shared/domain/order.ts';
import type { AwaitedFlow, LooseMoney } from '../ledger/suggestions.ts';

/** A way to share the money of one provvisorio out over several flussi. */
export interface Sharing {
  readonly shares: readonly { readonly flow: AwaitedFlow; readonly cents: number }[];
  readonly reasons: readonly ('named' | 'same-amount' | 'same-psp' | 'same-day')[];
}

/**
 * How the money could be that of several flussi. First what the causale names: each flusso has what it misses, as far as
 * the money goes. Else two flussi of one PSP and one day that miss the amount together: the PSP made one transfer of
 * theirs. Three are not looked for: among so many sums one always fits.
 */
export function sharingsOf(money: LooseMoney, awaited: readonly AwaitedFlow[]): Sharing[] {
  const named = sharingOfNamed(money, awaited);
  return named === null ? pairsOf(money, awaited) : [named];
}

function sharingOfNamed(money: LooseMoney, awaited: readonly AwaitedFlow[]): Sharing | null {
  const keys = new Set(money.named.map(iufKey));
  if (keys.size < 2) return null;
  let left = money.cents;
  const shares = inOrder(awaited.filter((flow) => keys.has(flow.iufKey))).flatMap((flow) => {
    const cents = Math.min(flow.missingCents, left);
    left -= cents;
    return cents > 0 ? [{ flow, cents }] : [];
  });
  if (shares.length === 0) return null;
  const missing = shares.reduce((sum, { flow }) => sum + flow.missingCents, 0);
  return { shares, reasons: missing === money.cents ? ['named', 'same-amount'] : ['named'] };
}

function pairsOf(money: LooseMoney, awaited: readonly AwaitedFlow[]): Sharing[] {
  const groups = Map.groupBy(awaited, ({ pspCode, date }) => `${date} ${pspCode}`);
  return [...groups.values()].flatMap((group) => {
    const byMissing = Map.groupBy(inOrder(group), ({ missingCents }) => missingCents);
    return group.flatMap((one): Sharing[] =>
      (byMissing.get(money.cents - one.missingCents) ?? [])
        .filter((other) => one.iufKey < other.iufKey)
        .map((other) => ({
          shares: [one, other].map((flow) => ({ flow, cents: flow.missingCents })),
          reasons: ['same-amount', 'same-psp', 'same-day'],
        })),
    );
  });
}

function inOrder(flows: readonly AwaitedFlow[]): readonly AwaitedFlow[] {
  return flows.toSorted((a, b) => byText(a.iufKey, b.iufKey));
}
