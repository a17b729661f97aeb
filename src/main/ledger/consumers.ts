import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** A program that may ask over the local API. */
export interface Consumer {
  readonly id: number;
  readonly name: string;
  /** True when it is told who paid. */
  readonly clear: boolean;
  readonly createdAt: string;
  /** The day, and no nearer: a token is no time clock. */
  readonly lastUsedOn: Day | null;
  readonly revokedAt: string | null;
}

type Row = Omit<Consumer, 'clear'> & { readonly clear: 0 | 1 };

const columns = `id, name, clear, created_at AS createdAt, last_used_on AS lastUsedOn, revoked_at AS revokedAt`;

/** Those that may ask first, then those that could; each by name. */
export function listConsumers(ledger: ReadableLedger): Consumer[] {
  const rows = all<Row>(
    ledger,
    `SELECT ${columns} FROM consumers ORDER BY revoked_at IS NOT NULL, lower(name), id`,
  );
  return rows.map(toConsumer);
}

export function consumerById(ledger: ReadableLedger, id: number): Consumer | null {
  return toConsumerOrNull(one<Row>(ledger, `SELECT ${columns} FROM consumers WHERE id = ?`, [id]));
}

/** Who has this token, if nobody has taken it away. Digests of random tokens may be looked up: they tell nothing. */
export function consumerOfToken(ledger: ReadableLedger, tokenDigest: string): Consumer | null {
  return toConsumerOrNull(
    one<Row>(ledger, `SELECT ${columns} FROM consumers WHERE token_digest = ? AND revoked_at IS NULL`, [
      tokenDigest,
    ]),
  );
}

export function isConsumerNamed(ledger: ReadableLedger, name: string): boolean {
  return (
    one(ledger, `SELECT 1 FROM consumers WHERE name = ? COLLATE NOCASE AND revoked_at IS NULL`, [name]) !==
    undefined
  );
}

/** Returns its number. */
export function addConsumer(
  ledger: WritableLedger,
  consumer: { readonly name: string; readonly clear: boolean; readonly tokenDigest: string },
  createdAt: string,
): number {
  const { name, clear, tokenDigest } = consumer;
  const added = one<{ id: number }>(
    ledger,
    `INSERT INTO consumers (name, token_digest, clear, created_at) VALUES (?, ?, ?, ?) RETURNING id`,
    [name, tokenDigest, clear ? 1 : 0, createdAt],
  );
  if (added === undefined) throw new Error('a row that was added has a number');
  return added.id;
}

export function revokeConsumer(ledger: WritableLedger, id: number, revokedAt: string): void {
  run(ledger, `UPDATE consumers SET revoked_at = ? WHERE id = ?`, [revokedAt, id]);
}

export function markConsumer(ledger: WritableLedger, id: number, usedOn: Day): void {
  run(ledger, `UPDATE consumers SET last_used_on = ? WHERE id = ?`, [usedOn, id]);
}

function toConsumer(row: Row): Consumer {
  return { ...row, clear: row.clear === 1 };
}

function toConsumerOrNull(row: Row | undefined): Consumer | null {
  return row === undefined ? null : toConsumer(row);
}
