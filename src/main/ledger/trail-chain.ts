import type { TrailHead } from '../../shared/domain/trail.ts';
import type { ReadableLedger } from './open.ts';
import { one } from './statements.ts';
import { beforeTheFirst, entriesFrom, hashOf, hasHead, lastTold } from './trail.ts';

/** The first thing that is wrong with the trail. */
export type TrailDamage =
  /** The entry is not what was written, or one before it was taken out, put in or put elsewhere. */
  | { readonly code: 'trail-broken'; readonly seq: number; readonly why: 'content' | 'order' | 'gap' }
  /** The last entries were there once: of `seq` it is known outside of the database. */
  | { readonly code: 'trail-cut'; readonly seq: number }
  /** Nothing keeps the rows as they are any more. */
  | { readonly code: 'trail-unguarded' };

/** Walks the chain from its beginning. `noted`: the last entry as it was noted outside of the database. */
export function trailDamage(
  ledger: ReadableLedger,
  noted: TrailHead | null,
  breathe: () => void,
): TrailDamage | null {
  let before = beforeTheFirst(ledger);
  for (const row of entriesFrom(ledger, -Number.MAX_SAFE_INTEGER)) {
    if (row.seq % 256 === 0) breathe();
    const seq = before.seq + 1;
    if (row.seq !== seq) return { code: 'trail-broken', seq, why: 'gap' };
    if (row.hash !== hashOf(row)) return { code: 'trail-broken', seq, why: 'content' };
    if (row.previous !== before.hash) return { code: 'trail-broken', seq, why: 'order' };
    before = row;
  }
  if (noted !== null && !hasHead(ledger, noted)) return { code: 'trail-cut', seq: noted.seq };
  const cut = lastTold(ledger, ['trail-cut']);
  if (cut !== null) return { code: 'trail-cut', seq: Number(cut.subject) };
  return triggersOf(ledger) === 3 ? null : { code: 'trail-unguarded' };
}

function triggersOf(ledger: ReadableLedger): number {
  const found = one<{ n: number }>(
    ledger,
    `SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'trail'
       AND name IN ('trail_stays', 'trail_is_kept', 'trail_goes_on')`,
  );
  return found?.n ?? 0;
}
