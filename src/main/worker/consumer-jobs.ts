import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { forgetConsumer, moveCursor, type CursorName } from '../ledger/consumers.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { readGiven } from './given-lines.ts';
import type { JobContext } from './job-context.ts';

export type ConsumerProblem =
  | { readonly code: 'export-overtaken'; readonly consumer: string }
  | { readonly code: 'not-found'; readonly what: 'consumer'; readonly name: string };

/** A file that a consumer has by now. */
export interface GivenFile {
  readonly cursor: CursorName;
  /** How often the cursor had moved when the file was made; null when there was none. */
  readonly from: number | null;
  /** Where the notes of what it tells are. */
  readonly notes: string;
  readonly rows: number;
}

/** Keeps what a consumer was told. */
export function keepGiven(
  ledger: WritableLedger,
  { cursor, from, notes, rows }: GivenFile,
  context: JobContext,
): Result<void, ConsumerProblem> {
  const moved = moveCursor(ledger, cursor, from, readGiven(notes), { at: context.now, rows });
  return moved ? ok(undefined) : fail({ code: 'export-overtaken', consumer: cursor.consumer });
}

export function forget(ledger: WritableLedger, name: string): Result<void, ConsumerProblem> {
  return forgetConsumer(ledger, name) > 0
    ? ok(undefined)
    : fail({ code: 'not-found', what: 'consumer', name });
}
