import type { ReadableLedger, WritableLedger } from '../open.ts';
import { one, run } from '../statements.ts';

/** A business key that is taken: by a message of this ledger, or by one that a copy of it wrote. */
export interface TakenKey {
  readonly key: string;
  readonly messageId: number | null;
  readonly ioId: string | null;
  /** False when nobody knows whether the copy's message arrived. */
  readonly certain: boolean;
  readonly takenAt: string;
}

/** Takes a key for a message; false when it is taken already. */
export function takeKey(ledger: WritableLedger, key: string, messageId: number, now: string): boolean {
  return (
    run(ledger, `INSERT INTO io_keys (key, message_id, taken_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, [
      key,
      messageId,
      now,
    ]) === 1
  );
}

export function takenKey(ledger: ReadableLedger, key: string): TakenKey | null {
  const row = one<Omit<TakenKey, 'certain'> & { certain: 0 | 1 }>(
    ledger,
    `SELECT key, message_id AS messageId, io_id AS ioId, certain, taken_at AS takenAt FROM io_keys WHERE key = ?`,
    [key],
  );
  return row === undefined ? null : { ...row, certain: row.certain === 1 };
}

/** Gives a message the key of one that another copy may have written. */
export function adoptKey(ledger: WritableLedger, key: string, messageId: number): void {
  run(ledger, `UPDATE io_keys SET message_id = ? WHERE key = ? AND message_id IS NULL`, [messageId, key]);
}

/** What surely was not written may be prepared again; what may have arrived keeps its key. */
export function freeKey(ledger: WritableLedger, messageId: number): void {
  run(
    ledger,
    `DELETE FROM io_keys WHERE message_id = @messageId AND NOT EXISTS
       (SELECT 1 FROM io_attempts WHERE message_id = @messageId AND coalesce(outcome, 'uncertain') IN ('accepted', 'uncertain'))`,
    { messageId },
  );
}

/** A message that only the journal knows. */
export function keepForeignKey(
  ledger: WritableLedger,
  told: {
    readonly key: string;
    readonly ioId: string | null;
    readonly certain: boolean;
    readonly takenAt: string;
  },
): void {
  run(
    ledger,
    `INSERT INTO io_keys (key, message_id, io_id, certain, taken_at) VALUES (?, NULL, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET io_id = excluded.io_id, certain = excluded.certain
       WHERE message_id IS NULL AND certain = 0`,
    [told.key, told.ioId, told.certain ? 1 : 0, told.takenAt],
  );
}
