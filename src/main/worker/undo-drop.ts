import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { removeFacts, standingAmong } from '../ledger/documents.ts';
import { rangeOfDrop, readDrop, type Drop } from '../ledger/drops.ts';
import type { WritableLedger } from '../ledger/open.ts';
import type { JobContext } from './job-context.ts';
import { createMatching } from './matching.ts';
import { refuseWhatLeft, type AlreadyLeft, type Anyway } from './refuse-what-left.ts';

export interface NoSuchDrop {
  readonly code: 'not-found';
  readonly what: 'drop';
  readonly name: string;
}

/** Takes every standing document of a drop away. One that was undone before stays as it is. */
export function undoDrop(
  ledger: WritableLedger,
  { importedAt, anyway = false }: { readonly importedAt: string } & Anyway,
  context: JobContext,
): Result<Drop, NoSuchDrop | AlreadyLeft> {
  const range = rangeOfDrop(ledger, importedAt);
  const before = range === null ? null : readDrop(ledger, importedAt);
  if (range === null || before === null) return fail({ code: 'not-found', what: 'drop', name: importedAt });
  const left = refuseWhatLeft(ledger, { ...range, importedAt, name: importedAt, anyway }, context);
  if (left !== null) return fail(left);
  const matching = createMatching(ledger, context);
  const standing = standingAmong(ledger, range.first, range.last);
  for (const { from, to } of runsOf(standing)) matching.touch(from, to);
  for (const id of standing) removeFacts(ledger, id, context.now, matching.wait);
  matching.end();
  return ok({ ...before, undone: before.documents });
}

/** Numbers that follow each other, together: what touches everything is dear, and better asked once than often. */
function runsOf(ids: readonly number[]): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const id of ids) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === id - 1) last.to = id;
    else runs.push({ from: id, to: id });
  }
  return runs;
}
