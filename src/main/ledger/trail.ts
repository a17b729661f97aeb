import { hash } from 'node:crypto';
import {
  canonicalEntry,
  canonicalJson,
  type Hand,
  type TrailDetails,
  type TrailDraft,
  type TrailEntry,
  type TrailHead,
  type TrailOperation,
} from '../../shared/domain/trail.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { each, one, run } from './statements.ts';

/** A row of the table: the details as they were written. */
export interface TrailRow extends Omit<TrailEntry, 'details'> {
  readonly details: string;
}

const columns = `seq, at, os_user AS user, program, host, operation, subject, details, previous, hash`;

/** Adds to the trail, in the transaction that is open. */
export function tellTrail(
  ledger: WritableLedger,
  drafts: Iterable<TrailDraft>,
  { at, by }: { readonly at: string; readonly by: Hand },
): void {
  let head: TrailHead | null = null;
  for (const { operation, subject, details } of drafts) {
    head ??= trailHead(ledger) ?? beforeTheFirst(ledger);
    const entry: Omit<TrailRow, 'hash'> = {
      seq: head.seq + 1,
      at,
      user: by.user,
      program: by.program,
      host: by.host,
      operation,
      subject,
      details: canonicalJson(details),
      previous: head.hash,
    };
    head = { seq: entry.seq, hash: hashOf(entry) };
    run(
      ledger,
      `INSERT INTO trail (seq, at, os_user, program, host, operation, subject, details, previous, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        entry.seq,
        at,
        by.user,
        by.program,
        by.host,
        operation,
        subject,
        entry.details,
        entry.previous,
        head.hash,
      ],
    );
  }
}

/** Null before anything was told, and of a ledger that is older than trails. */
export function trailHead(ledger: ReadableLedger): TrailHead | null {
  return one<TrailHead>(ledger, `SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1`) ?? null;
}

/** False when that entry is not there any more, or is another one: what was told after it is gone as well. */
export function hasHead(ledger: ReadableLedger, { seq, hash: known }: TrailHead): boolean {
  return one(ledger, `SELECT 1 FROM trail WHERE seq = ? AND hash = ?`, [seq, known]) !== undefined;
}

/** The newest entry of one of these operations. */
export function lastTold(ledger: ReadableLedger, operations: readonly TrailOperation[]): TrailRow | null {
  return (
    one<TrailRow>(
      ledger,
      `SELECT ${columns} FROM trail WHERE operation IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1`,
      [JSON.stringify(operations)],
    ) ?? null
  );
}

/** Every entry from `seq` on, in order. */
export function entriesFrom(ledger: ReadableLedger, seq: number): IterableIterator<TrailRow> {
  return each<TrailRow>(ledger, `SELECT ${columns} FROM trail WHERE seq >= ? ORDER BY seq`, [seq]);
}

export function hashOf(entry: Omit<TrailRow, 'hash'>): string {
  return hash('sha256', canonicalEntry(entry));
}

/** The first entry hangs on the ledger itself: the trail of another one does not fit here. */
export function beforeTheFirst(ledger: ReadableLedger): TrailHead {
  const id = one<{ id: string }>(ledger, `SELECT id FROM ledger`)?.id ?? '';
  return { seq: 0, hash: hash('sha256', id) };
}

export function detailsOf({ details }: Pick<TrailRow, 'details'>): TrailDetails {
  return JSON.parse(details) as TrailDetails;
}
