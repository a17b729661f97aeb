import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** A program that may ask over the local API. */
export interface Program {
  readonly id: number;
  readonly name: string;
  /** True when it is told who paid. */
  readonly clear: boolean;
  readonly createdAt: string;
  /** The day, and no nearer: a token is no time clock. */
  readonly lastUsedOn: Day | null;
  readonly revokedAt: string | null;
}

type Row = Omit<Program, 'clear'> & { readonly clear: 0 | 1 };

const columns = `id, name, clear, created_at AS createdAt, last_used_on AS lastUsedOn, revoked_at AS revokedAt`;

/** Those that may ask first, then those that could; each by name. */
export function listPrograms(ledger: ReadableLedger): Program[] {
  const rows = all<Row>(
    ledger,
    `SELECT ${columns} FROM programs ORDER BY revoked_at IS NOT NULL, lower(name), id`,
  );
  return rows.map(toProgram);
}

export function programById(ledger: ReadableLedger, id: number): Program | null {
  return toProgramOrNull(one<Row>(ledger, `SELECT ${columns} FROM programs WHERE id = ?`, [id]));
}

/** Who has this token, if nobody has taken it away. Digests of random tokens may be looked up: they tell nothing. */
export function programOfToken(ledger: ReadableLedger, tokenDigest: string): Program | null {
  return toProgramOrNull(
    one<Row>(ledger, `SELECT ${columns} FROM programs WHERE token_digest = ? AND revoked_at IS NULL`, [
      tokenDigest,
    ]),
  );
}

export function isProgramNamed(ledger: ReadableLedger, name: string): boolean {
  return (
    one(ledger, `SELECT 1 FROM programs WHERE name = ? COLLATE NOCASE AND revoked_at IS NULL`, [name]) !==
    undefined
  );
}

/** Returns its number. */
export function addProgram(
  ledger: WritableLedger,
  program: { readonly name: string; readonly clear: boolean; readonly tokenDigest: string },
  createdAt: string,
): number {
  const { name, clear, tokenDigest } = program;
  const added = one<{ id: number }>(
    ledger,
    `INSERT INTO programs (name, token_digest, clear, created_at) VALUES (?, ?, ?, ?) RETURNING id`,
    [name, tokenDigest, clear ? 1 : 0, createdAt],
  );
  if (added === undefined) throw new Error('a row that was added has a number');
  return added.id;
}

export function revokeProgram(ledger: WritableLedger, id: number, revokedAt: string): void {
  run(ledger, `UPDATE programs SET revoked_at = ? WHERE id = ?`, [revokedAt, id]);
}

export function markProgram(ledger: WritableLedger, id: number, usedOn: Day): void {
  run(ledger, `UPDATE programs SET last_used_on = ? WHERE id = ?`, [usedOn, id]);
}

function toProgram(row: Row): Program {
  return { ...row, clear: row.clear === 1 };
}

function toProgramOrNull(row: Row | undefined): Program | null {
  return row === undefined ? null : toProgram(row);
}
