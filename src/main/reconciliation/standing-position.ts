import { byText } from '../../shared/domain/order.ts';
import type { PositionFact } from '../ledger/positions.ts';

/** What several lists say of one position, taken together. */
export interface StandingPosition {
  readonly fact: PositionFact;
  readonly cancelled: boolean;
  /** Lists that keep it say different amounts. */
  readonly disagree: boolean;
}

/**
 * Which version of a position counts. Lists have no date inside: what they ask for decides, then how much they know. A
 * position that any of them takes away is cancelled, for nobody uses its IUV again; a line that keeps it tells more of
 * it than one that takes it away; one with the IUV more than one without; between equals the greater digest.
 */
export function standingPosition(facts: readonly PositionFact[]): StandingPosition | null {
  const [fact] = facts.toSorted(byWorth);
  if (fact === undefined) return null;
  const kept = facts.filter(({ action }) => action === 'keep');
  return {
    fact,
    cancelled: kept.length < facts.length,
    disagree: new Set(kept.map(({ cents }) => cents)).size > 1,
  };
}

function byWorth(a: PositionFact, b: PositionFact): number {
  return (
    Number(a.action === 'cancel') - Number(b.action === 'cancel') ||
    Number(a.iuv === null) - Number(b.iuv === null) ||
    byText(b.digest, a.digest) ||
    a.id - b.id
  );
}
