import type { KnownIufs } from '../../shared/domain/causale.ts';
import { byText } from '../../shared/domain/order.ts';
import type { ReadableLedger } from './open.ts';
import { all, one } from './statements.ts';

/** True in SQL for an IUF that does not begin with a day; worded as in the indexes `…_irregular`, which answer it. */
export const isIrregular = `iuf_key NOT GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'`;

/** Questions that take about as long as looking at all the flussi of a busy year. */
const manyQuestions = 5_000;

/** In memory, in order. */
function allKeys(ledger: ReadableLedger): {
  readonly set: ReadonlySet<string>;
  readonly inOrder: readonly string[];
} {
  const set = new Set(
    all<{ key: string }>(
      ledger,
      `SELECT iuf_key AS key FROM flussi UNION SELECT iuf_key FROM flussi_attesi`,
    ).map(({ key }) => key),
  );
  return { set, inOrder: [...set].toSorted(byText) };
}

/** No more are asked for: they suggest, and nobody chooses among many. */
const enough = 3;

function withPrefixIn(inOrder: readonly string[], prefix: string): string[] {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byText(inOrder[middle] ?? '', prefix) < 0) low = middle + 1;
    else high = middle;
  }
  return inOrder.slice(low, low + enough).filter((key) => key.startsWith(prefix));
}

/**
 * The IUFs of every flusso in the ledger, whatever its version, and of those that are awaited, for the reader of causali.
 * Good as long as no flusso comes or goes.
 */
export function knownIufs(ledger: ReadableLedger): KnownIufs {
  let irregular: readonly string[] | null = null;
  let asked = 0;
  let kept: ReturnType<typeof allKeys> | null = null;
  /** A day of movements asks little; a year asks about every text a few times, and is answered from memory. */
  const keys = (): ReturnType<typeof allKeys> | null => {
    if (kept === null && ++asked > manyQuestions) kept = allKeys(ledger);
    return kept;
  };
  return {
    has(key) {
      const inMemory = keys();
      if (inMemory !== null) return inMemory.set.has(key);
      return (
        one(ledger, `SELECT 1 FROM flussi WHERE iuf_key = ? LIMIT 1`, [key]) !== undefined ||
        one(ledger, `SELECT 1 FROM flussi_attesi WHERE iuf_key = ? LIMIT 1`, [key]) !== undefined
      );
    },
    withPrefix(prefix) {
      const inMemory = keys();
      if (inMemory !== null) return withPrefixIn(inMemory.inOrder, prefix);
      return all<{ key: string }>(
        ledger,
        `SELECT iuf_key AS key FROM flussi WHERE iuf_key >= @from AND iuf_key < @to
         UNION SELECT iuf_key FROM flussi_attesi WHERE iuf_key >= @from AND iuf_key < @to ORDER BY 1 LIMIT ${enough}`,
        { from: prefix, to: `${prefix}\u{10ffff}` },
      ).map((row) => row.key);
    },
    // As the flusso itself writes it, once it is here.
    original: (key) =>
      one<{ iuf: string | null }>(ledger, `SELECT max(iuf) AS iuf FROM flussi WHERE iuf_key = ?`, [key])
        ?.iuf ??
      one<{ iuf: string | null }>(ledger, `SELECT max(iuf) AS iuf FROM flussi_attesi WHERE iuf_key = ?`, [
        key,
      ])?.iuf ??
      key,
    irregular: () =>
      (irregular ??= all<{ key: string }>(
        ledger,
        `SELECT iuf_key AS key FROM flussi WHERE ${isIrregular}
         UNION SELECT iuf_key FROM flussi_attesi WHERE ${isIrregular}`,
      ).map((row) => row.key)),
  };
}
