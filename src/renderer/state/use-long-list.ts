import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import { useApi } from './api.tsx';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

interface LongList<Row> {
  readonly rows: readonly Row[];
  /** Nothing has been answered yet. */
  readonly first: boolean;
  readonly loading: boolean;
  readonly goesOn: boolean;
  readonly problem: Problem | null;
  readonly more: () => void;
}

/**
 * A list that is read on from its beginning, page after page. When the ledger changes, as many rows as are shown are
 * asked for again, and the old ones stay until then.
 */
export function useLongList<Row>(
  key: string,
  load: (after: string | null) => Promise<Result<Page<Row>, Problem>>,
): LongList<Row> {
  const { edition } = useApi();
  const [list, setList] = useState<Page<Row> & { readonly problem: Problem | null }>(empty);
  const [loading, setLoading] = useState(true);
  const [first, setFirst] = useState(true);
  const latest = useRef({ load, list });
  latest.current = { load, list };
  const turn = useRef(0);

  const read = useCallback(async (from: Page<Row>, atLeast: number) => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    let { rows, next } = from;
    for (;;) {
      const told = await latest.current.load(next);
      if (turn.current !== mine) return;
      if (!told.ok) {
        setList((before) => ({ ...before, problem: told.problem }));
        break;
      }
      rows = [...rows, ...told.value.rows];
      next = told.value.next;
      if (next === null || rows.length >= atLeast) {
        setList({ rows, next, problem: null });
        break;
      }
    }
    setLoading(false);
    setFirst(false);
  }, []);

  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current !== key) setList(empty);
    const shown = shownKey.current === key ? latest.current.list.rows.length : 0;
    shownKey.current = key;
    void read(empty, shown);
    return () => void (turn.current += 1);
  }, [key, edition, read]);

  const more = useCallback(() => void read(latest.current.list, 0), [read]);
  return { rows: list.rows, first, loading, goesOn: list.next !== null, problem: list.problem, more };
}

const empty = { rows: [], next: null, problem: null };
