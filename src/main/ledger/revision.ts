import { createHash } from 'node:crypto';
import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { one, run } from './statements.ts';

/** Counts one more job that wrote. */
export function raiseRevision(ledger: WritableLedger): void {
  run(ledger, `UPDATE ledger SET revision = revision + 1`);
}

/** How many jobs wrote so far. */
export function countedRevision(ledger: ReadableLedger): number {
  return one<{ revision: number }>(ledger, `SELECT revision FROM ledger`)?.revision ?? 0;
}

/**
 * Names what this version of the program reads in the ledger today: as long as the name is the same, so is every answer.
 * Due days pass without anybody writing. A name says nothing else.
 */
export function revisionOf(ledger: ReadableLedger, today: Day, version: string): string {
  const told = one<{ id: string; revision: number; derivation: number }>(
    ledger,
    `SELECT id, revision, derivation FROM ledger`,
  );
  return createHash('sha256')
    .update(JSON.stringify([told, today, version]))
    .digest('base64url')
    .slice(0, 22);
}
