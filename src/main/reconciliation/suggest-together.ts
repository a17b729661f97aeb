import type { AwaitedFlow, LooseMoney } from '../ledger/suggestions.ts';

/** So much money at once: a sum among more of it would say nothing. */
const most = 40;

/**
 * Two provvisori, or else three, that make up to the cent what a flusso misses: a PSP may order the transfer of one
 * flusso in several. Where a pair does, no three are looked for.
 */
export function togetherOf(
  { missingCents }: Pick<AwaitedFlow, 'missingCents'>,
  loose: readonly LooseMoney[],
): readonly (readonly LooseMoney[])[] {
  if (loose.length > most) return [];
  const pairs = pairsOf(loose, missingCents);
  if (pairs.length > 0) return pairs;
  return loose.flatMap((first, i) =>
    pairsOf(loose.slice(i + 1), missingCents - first.cents).map((pair) => [first, ...pair]),
  );
}

function pairsOf(loose: readonly LooseMoney[], cents: number): LooseMoney[][] {
  return loose.flatMap((one, i) =>
    loose
      .slice(i + 1)
      .filter((other) => one.cents + other.cents === cents)
      .map((other) => [one, other]),
  );
}
