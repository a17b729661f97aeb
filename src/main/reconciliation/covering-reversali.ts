import type { CoveringLine } from '../ledger/regularisation-list.ts';
import { countOnce } from './stand-of-provvisorio.ts';

/** A reversale that covers a provvisorio. */
export interface CoveringReversale {
  readonly esercizio: number;
  readonly numero: string;
  /** How much of it; null when no file says so. */
  readonly cents: number | null;
}

/**
 * The reversali that stand, in order of their number: giornali overlap, so a line counts once, and one that the bank took
 * back or reopened covers nothing any more.
 */
export function coveringReversali(lines: readonly CoveringLine[]): readonly CoveringReversale[] {
  const byNumber = Map.groupBy(countOnce(lines), ({ esercizio, numero }) => `${esercizio}/${numero}`);
  return [...byNumber.values()].flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    const standing = told.reduce((sum, line) => sum + (isTakenBack(line) ? -1 : 1), 0);
    const isSaid = told.every(({ cents }) => cents !== null);
    const cents = told.reduce(
      (sum, line) => sum + (isTakenBack(line) ? -1 : 1) * Math.abs(line.cents ?? 0),
      0,
    );
    const stands = isSaid ? cents > 0 : standing > 0;
    const { esercizio, numero } = first;
    return stands ? [{ esercizio, numero, cents: isSaid ? cents : null }] : [];
  });
}

function isTakenBack({ operazione }: CoveringLine): boolean {
  return operazione === 'STORNATO' || operazione === 'RIPRISTINATO';
}
