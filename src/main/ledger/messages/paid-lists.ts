import type { Day } from '../../../shared/domain/day.ts';
import type { ReadableLedger, WritableLedger } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** A list of who paid otherwise than with an avviso (F24, at the counter). */
export interface PaidList {
  readonly id: number;
  readonly name: string;
  readonly service: string;
  readonly rows: number;
  readonly importedAt: string;
}

export interface PaidRow {
  readonly fiscalCode: string | null;
  readonly noticeNumber: string | null;
  readonly cents: number | null;
  readonly paidOn: Day | null;
}

const columns = `id, name, service, rows, imported_at AS importedAt`;

/** Newest first. */
export function paidLists(ledger: ReadableLedger): PaidList[] {
  return all<PaidList>(ledger, `SELECT ${columns} FROM io_paid_lists ORDER BY id DESC`);
}

export function paidListOfDigest(ledger: ReadableLedger, digest: string): PaidList | null {
  return one<PaidList>(ledger, `SELECT ${columns} FROM io_paid_lists WHERE digest = ?`, [digest]) ?? null;
}

/** Returns its number. */
export function addPaidList(
  ledger: WritableLedger,
  list: { readonly name: string; readonly service: string; readonly digest: string },
  rows: readonly PaidRow[],
  now: string,
): number {
  const added = one<{ id: number }>(
    ledger,
    `INSERT INTO io_paid_lists (name, service, digest, rows, imported_at) VALUES (?, ?, ?, ?, ?) RETURNING id`,
    [list.name, list.service, list.digest, rows.length, now],
  );
  if (added === undefined) throw new Error('a row that was added has a number');
  for (const { fiscalCode, noticeNumber, cents, paidOn } of rows)
    run(
      ledger,
      `INSERT INTO io_paid_rows (list_id, fiscal_code, notice_number, cents, paid_on) VALUES (?, ?, ?, ?, ?)`,
      [added.id, fiscalCode, noticeNumber, cents, paidOn],
    );
  return added.id;
}

/** False when there is no such list. */
export function forgetPaidList(ledger: WritableLedger, id: number): boolean {
  return run(ledger, `DELETE FROM io_paid_lists WHERE id = ?`, [id]) === 1;
}
