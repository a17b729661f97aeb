import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { documentById, removeFacts } from '../ledger/documents.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { countScarto, emptyDocument, insertScarto, noteDiscarded } from '../ledger/scarti.ts';
import type { JobContext } from './job-context.ts';
import { createMatching } from './matching.ts';

/** What is discarded, and by which act. */
export interface DiscardWanted {
  readonly ids: readonly number[];
  /** Number and authority of the act, as it will be told to whoever drops the file again. */
  readonly act: string;
  readonly actDay: string;
  readonly author: string;
}

/** What went, or would go. */
export interface DiscardedNow {
  readonly documents: readonly { readonly id: number; readonly name: string }[];
  readonly facts: number;
}

type DiscardProblem =
  | { readonly code: 'no-such-document'; readonly id: number }
  | { readonly code: 'already-undone'; readonly id: number };

/**
 * Discards documents, as an archive does: what they told is gone for good, the act by which it went stays, and so do their
 * digests, by which the same files are refused from now on. All or none.
 */
export function discard(
  ledger: WritableLedger,
  { ids, act, actDay, author }: DiscardWanted,
  context: JobContext,
): Result<DiscardedNow, DiscardProblem> {
  const wanted = [...new Set(ids)];
  const documents: { id: number; name: string }[] = [];
  for (const id of wanted) {
    const document = documentById(ledger, id);
    if (document === null) return fail({ code: 'no-such-document', id });
    if (document.undoneAt !== null) return fail({ code: 'already-undone', id });
    documents.push({ id, name: document.name });
  }
  const scarto = insertScarto(ledger, { act, actDay, author, madeAt: context.now });
  const matching = createMatching(ledger, context);
  let facts = 0;
  for (const { id } of documents) {
    matching.touch(id);
    facts += noteDiscarded(ledger, scarto, id);
  }
  for (const { id, name } of documents) {
    removeFacts(ledger, id, context.now, matching.wait);
    emptyDocument(ledger, id, name);
  }
  countScarto(ledger, scarto, documents.length, facts);
  matching.end();
  return ok({ documents, facts });
}
