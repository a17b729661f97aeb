import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** What tells one cursor from another: who asks, for which export, narrowed to what. */
export interface CursorName {
  readonly consumer: string;
  readonly export: string;
  /** JSON text. */
  readonly filter: string;
}

/** Where a consumer stands. */
export interface Cursor {
  readonly id: number;
  /** Grows with every export that was confirmed. */
  readonly moves: number;
}

export function cursorOf(ledger: ReadableLedger, name: CursorName): Cursor | null {
  const { consumer, filter } = name;
  return (
    one<Cursor>(
      ledger,
      `SELECT id, moves FROM consumer_cursors WHERE consumer = ? AND export = ? AND filter = ?`,
      [consumer, name.export, filter],
    ) ?? null
  );
}

/** What a consumer was last told of a row; undefined when nothing. */
export function digestGiven(ledger: ReadableLedger, cursor: Cursor, key: string): string | undefined {
  return one<{ digest: string }>(ledger, `SELECT digest FROM consumer_rows WHERE cursor_id = ? AND key = ?`, [
    cursor.id,
    key,
  ])?.digest;
}

/** Begins to note which rows there are, for {@link keysGone}; the notes end with the connection. */
export function openSeen(ledger: ReadableLedger): void {
  ledger.exec(`CREATE TEMP TABLE seen (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`);
}

export function noteSeen(ledger: ReadableLedger, key: string): void {
  run(ledger, `INSERT INTO seen VALUES (?)`, [key]);
}

/** Rows that a consumer has and that are no more, in order of their keys: so many, from behind `after`. */
export function keysGone(ledger: ReadableLedger, cursor: Cursor, after: string, limit: number): string[] {
  return all<{ key: string }>(
    ledger,
    `SELECT r.key FROM consumer_rows r
     WHERE r.cursor_id = ? AND r.key > ? AND NOT EXISTS (SELECT 1 FROM seen s WHERE s.key = r.key)
     ORDER BY r.key LIMIT ?`,
    [cursor.id, after, limit],
  ).map(({ key }) => key);
}

/** Something that a consumer was told: a row as it is now, or, without digest, that it is no more. */
export interface Given {
  readonly key: string;
  readonly digest: string | null;
}

/**
 * Moves a cursor from where it stood when the file was made; false when another export of the same consumer came between,
 * and nothing changes.
 */
export function moveCursor(
  ledger: WritableLedger,
  name: CursorName,
  from: number | null,
  given: Iterable<Given>,
  told: { readonly at: string; readonly rows: number },
): boolean {
  const standing = cursorOf(ledger, name);
  if ((standing?.moves ?? null) !== from) return false;
  const { consumer, filter } = name;
  run(
    ledger,
    `INSERT INTO consumer_cursors (consumer, export, filter, moves, exported_at, last_rows) VALUES (?, ?, ?, 1, ?, ?)
     ON CONFLICT (consumer, export, filter)
     DO UPDATE SET moves = moves + 1, exported_at = excluded.exported_at, last_rows = excluded.last_rows`,
    [consumer, name.export, filter, told.at, told.rows],
  );
  const cursor = cursorOf(ledger, name);
  if (cursor === null) throw new Error('a cursor that was just written is not there');
  for (const { key, digest } of given) {
    if (digest === null)
      run(ledger, `DELETE FROM consumer_rows WHERE cursor_id = ? AND key = ?`, [cursor.id, key]);
    else
      run(
        ledger,
        `INSERT INTO consumer_rows (cursor_id, key, digest) VALUES (?, ?, ?)
         ON CONFLICT (cursor_id, key) DO UPDATE SET digest = excluded.digest`,
        [cursor.id, key, digest],
      );
  }
  return true;
}

/** A cursor as a person sees it. */
export interface ListedCursor {
  readonly consumer: string;
  readonly export: string;
  readonly filter: string;
  readonly exportedAt: string;
  /** Rows of the last file. */
  readonly lastRows: number;
  /** Rows that the consumer has by now. */
  readonly rows: number;
}

export function listCursors(ledger: ReadableLedger): ListedCursor[] {
  return all(
    ledger,
    `SELECT c.consumer, c.export, c.filter, c.exported_at AS exportedAt, c.last_rows AS lastRows,
       (SELECT count(*) FROM consumer_rows r WHERE r.cursor_id = c.id) AS rows
     FROM consumer_cursors c ORDER BY c.consumer, c.export, c.filter`,
  );
}

/** Forgets all that a consumer was given; returns how many cursors it had. */
export function forgetConsumer(ledger: WritableLedger, consumer: string): number {
  return run(ledger, `DELETE FROM consumer_cursors WHERE consumer = ?`, [consumer]);
}
