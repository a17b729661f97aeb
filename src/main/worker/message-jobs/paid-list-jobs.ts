import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { addPaidList, forgetPaidList, paidListOfDigest, type PaidRow } from '../../ledger/messages/paid-lists.ts';
import type { WritableLedger } from '../../ledger/open.ts';

export interface NewPaidList {
  readonly name: string;
  readonly service: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly rows: readonly PaidRow[];
}

export type PaidListProblem =
  | { readonly code: 'not-found'; readonly what: 'paid-list'; readonly name: string }
  | { readonly code: 'already-imported-list'; readonly name: string };

export function keepPaidList(
  ledger: WritableLedger,
  { rows, ...list }: NewPaidList,
  now: string,
): Result<{ readonly id: number }, PaidListProblem> {
  const known = paidListOfDigest(ledger, list.digest);
  if (known !== null) return fail({ code: 'already-imported-list', name: known.name });
  return ok({ id: addPaidList(ledger, list, rows, now) });
}

export function removePaidList(ledger: WritableLedger, id: number): Result<void, PaidListProblem> {
  return forgetPaidList(ledger, id)
    ? ok(undefined)
    : fail({ code: 'not-found', what: 'paid-list', name: String(id) });
}
