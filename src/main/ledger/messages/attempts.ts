import type { NamedAttempt } from '../../../shared/domain/message/recovery.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** The outcome of an attempt that was held back before any byte of it left. */
export const heldBack = 'held';

/** One request that may have left. */
export interface Attempt {
  /** Never given twice, in whatever copy of the ledger. */
  readonly seq: number;
  readonly messageId: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: string | null;
  readonly httpCode: number | null;
  readonly detail: string | null;
  readonly ioId: string | null;
}

const columns = `seq, message_id AS messageId, started_at AS startedAt, ended_at AS endedAt, outcome,
  http_code AS httpCode, detail, io_id AS ioId`;

/** Returns its number. */
export function beginAttempt(ledger: WritableLedger, messageId: number, now: string): number {
  const added = one<{ seq: number }>(
    ledger,
    `INSERT INTO io_attempts (message_id, started_at) VALUES (?, ?) RETURNING seq`,
    [messageId, now],
  );
  if (added === undefined) throw new Error('a row that was added has a number');
  return added.seq;
}

export function endAttempt(
  ledger: WritableLedger,
  told: Pick<Attempt, 'seq' | 'endedAt' | 'outcome' | 'httpCode' | 'detail' | 'ioId'>,
): void {
  run(
    ledger,
    `UPDATE io_attempts SET ended_at = @endedAt, outcome = @outcome, http_code = @httpCode, detail = @detail,
       io_id = @ioId WHERE seq = @seq`,
    { ...told },
  );
}

export function attemptBySeq(ledger: ReadableLedger, seq: number): Attempt | null {
  return one<Attempt>(ledger, `SELECT ${columns} FROM io_attempts WHERE seq = ?`, [seq]) ?? null;
}

export function attemptsOf(ledger: ReadableLedger, messageId: number): Attempt[] {
  return all<Attempt>(ledger, `SELECT ${columns} FROM io_attempts WHERE message_id = ? ORDER BY seq`, [
    messageId,
  ]);
}

/** Those that began and of which nothing more is known. */
export function openAttempts(ledger: ReadableLedger): NamedAttempt[] {
  return all(
    ledger,
    `SELECT a.seq, m.key FROM io_attempts a JOIN io_messages m ON m.id = a.message_id
     WHERE a.ended_at IS NULL ORDER BY a.seq`,
  );
}

/** Those that ended, and those of other copies of this ledger that were taken note of. */
export function pastAttempts(ledger: ReadableLedger): NamedAttempt[] {
  return all(
    ledger,
    `SELECT a.seq, m.key FROM io_attempts a JOIN io_messages m ON m.id = a.message_id
     WHERE a.ended_at IS NOT NULL UNION ALL SELECT seq, key FROM io_foreign_attempts`,
  );
}

/** Takes note of an attempt of another copy, so that it is news only once. */
export function keepForeignAttempt(ledger: WritableLedger, { seq, key }: NamedAttempt): void {
  run(ledger, `INSERT INTO io_foreign_attempts (seq, key) VALUES (?, ?) ON CONFLICT DO NOTHING`, [seq, key]);
}

export function lastSeq(ledger: ReadableLedger): number {
  return one<{ seq: number }>(ledger, `SELECT seq FROM sqlite_sequence WHERE name = 'io_attempts'`)?.seq ?? 0;
}

/** The next number comes after this one, which a copy of the ledger has given. */
export function skipTo(ledger: WritableLedger, seq: number): void {
  if (run(ledger, `UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'io_attempts'`, [seq]) === 0)
    run(ledger, `INSERT INTO sqlite_sequence (name, seq) VALUES ('io_attempts', ?)`, [seq]);
}
