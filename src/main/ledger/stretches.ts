import type { ReadableLedger } from './open.ts';
import { one } from './statements.ts';

/** Tables whose rows are numbered. */
type Numbered =
  | 'movimenti'
  | 'flussi'
  | 'flussi_attesi'
  | 'righe'
  | 'ricevute'
  | 'transfers'
  | 'posizioni'
  | 'payments'
  | 'fact_rows';

/** Some rows of a table: the first and the last id, and how many there are between them. Numbers have gaps. */
export interface Stretch {
  readonly ids: readonly [number, number];
  readonly rows: number;
}

/** The rows of a table with ids in a range, so many at a time: those of one document, or of all the documents of a drop. */
export function* stretches(
  ledger: ReadableLedger,
  table: Numbered,
  [first, last]: readonly [number, number],
): Generator<Stretch> {
  for (let from = first; ;) {
    const { to = null, rows = 0 } =
      one<{ to: number | null; rows: number }>(
        ledger,
        `SELECT max(id) AS "to", count(*) AS rows FROM (SELECT id FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsInAStretch})`,
        [from, last],
      ) ?? {};
    if (to === null) return;
    yield { ids: [from, to], rows };
    from = to + 1;
  }
}

const rowsInAStretch = 5_000;
