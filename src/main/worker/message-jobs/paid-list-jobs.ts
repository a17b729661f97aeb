import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { addPaidList, forgetPaidList, paidListOfDigest } from '../../ledger/messages/paid-lists.ts';
import type { WritableLedger } from '../../ledger/open.ts';
import type { JobContext } from '../job-context.ts';
import type { ImportFile } from '../keep-files.ts';
import { readPaidFile, type ListRefused } from './list-files.ts';

export interface NewPaidList {
  readonly service: string;
  /** SHA-256 of the file's bytes. */
  readonly digest: string;
  readonly file: ImportFile;
}

export type PaidListProblem =
  | { readonly code: 'not-found'; readonly what: 'paid-list'; readonly name: string }
  | { readonly code: 'already-imported-list'; readonly name: string };

export function keepPaidList(
  ledger: WritableLedger,
  { file, ...list }: NewPaidList,
  context: JobContext,
): Result<{ readonly id: number }, PaidListProblem | ListRefused> {
  const known = paidListOfDigest(ledger, list.digest);
  if (known !== null) return fail({ code: 'already-imported-list', name: known.name });
  const read = readPaidFile(file, context);
  if (!read.ok) return read;
  const rows = read.value.paid.map(({ fiscalCode, noticeNumber, cents, day }) => ({
    fiscalCode,
    noticeNumber,
    cents,
    paidOn: day,
  }));
  return ok({ id: addPaidList(ledger, { ...list, name: file.name }, rows, context.now) });
}

export function removePaidList(ledger: WritableLedger, id: number): Result<void, PaidListProblem> {
  return forgetPaidList(ledger, id)
    ? ok(undefined)
    : fail({ code: 'not-found', what: 'paid-list', name: String(id) });
}
