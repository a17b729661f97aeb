import { createHash } from 'node:crypto';
import type { Day } from '../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { one, run } from './statements.ts';

/** Counts one more job that wrote. */
export function raiseRevision(ledger: WritableLedger): void {
  run(ledger, `UPDATE ledger SET revision = revision + 1`);
  run(
    ledger,
    `INSERT INTO revision_marks (revision, mark) SELECT revision, lower(hex(randomblob(8))) FROM ledger`,
  );
}

/** In SQL, the revision that the job which is writing will have. */
export const revisionOfJob = '(SELECT revision + 1 FROM ledger)';

/** A revision of one ledger, as no other ledger has it, not even a copy that went on by itself. */
export interface Revision {
  /** Of the ledger. */
  readonly id: string;
  readonly number: number;
  readonly mark: string;
}

export function revisionNow(ledger: ReadableLedger): Revision {
  const now = one<Revision>(
    ledger,
    `SELECT l.id, l.revision AS number, coalesce(m.mark, '') AS mark
     FROM ledger l LEFT JOIN revision_marks m ON m.revision = l.revision`,
  );
  if (now === undefined) throw new Error('the ledger has no row of its own');
  return now;
}

/** False when the ledger never stood there: it is another one, or an older copy came back. */
export function hasStoodAt(ledger: ReadableLedger, { id, number, mark }: Revision): boolean {
  return (
    one(
      ledger,
      `SELECT 1 FROM ledger l LEFT JOIN revision_marks m ON m.revision = @number
       WHERE l.id = @id AND l.revision >= @number AND coalesce(m.mark, '') = @mark`,
      { id, number, mark },
    ) !== undefined
  );
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
