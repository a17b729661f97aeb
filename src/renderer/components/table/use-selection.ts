import { useCallback, useMemo, useRef, useState } from 'react';

/** The rows a person picked, with their sum: as in a spreadsheet. */
export interface Selection<Row> {
  readonly size: number;
  readonly cents: number;
  has(key: string): boolean;
  rows(): readonly Row[];
  toggle(row: Row): void;
  /** From the row that was picked last to this one. */
  range(rows: readonly Row[], index: number): void;
  all(rows: readonly Row[]): void;
  clear(): void;
}

export function useSelection<Row>(
  keyOf: (row: Row) => string,
  centsOf: (row: Row) => number,
): Selection<Row> {
  const [picked, setPicked] = useState<ReadonlyMap<string, Row>>(new Map());
  const anchor = useRef<string | null>(null);
  const toggle = useCallback(
    (row: Row) => {
      const key = keyOf(row);
      anchor.current = key;
      setPicked((before) => {
        const after = new Map(before);
        if (!after.delete(key)) after.set(key, row);
        return after;
      });
    },
    [keyOf],
  );
  const add = useCallback(
    (rows: readonly Row[]) =>
      setPicked((before) => new Map([...before, ...rows.map((row) => [keyOf(row), row] as const)])),
    [keyOf],
  );
  const range = useCallback(
    (rows: readonly Row[], index: number) => {
      const from = rows.findIndex((row) => keyOf(row) === anchor.current);
      const [low, high] = from < 0 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
      add(rows.slice(low, high + 1));
    },
    [keyOf, add],
  );
  const clear = useCallback(() => setPicked(new Map()), []);
  return useMemo(() => {
    const rows = [...picked.values()];
    return {
      size: rows.length,
      cents: rows.reduce((sum, row) => sum + centsOf(row), 0),
      has: (key: string) => picked.has(key),
      rows: () => rows,
      toggle,
      range,
      all: add,
      clear,
    };
  }, [picked, centsOf, toggle, range, add, clear]);
}
