import { namedAsNow, type KnownAs } from '../domain/known-as.ts';
import type { Result } from '../domain/result.ts';
import type { Call, Output } from './api.ts';
import type { Problem } from './problems.ts';

type Told = Output<'documents.import'>['documents'][number];
/** What became of one document of an import. */
export type ImportedDocument = Exclude<Told, { readonly from: number }>;

const pageSize = 1_000;

/**
 * Every document of an import, in order, page by page: those that came as a range get their names. When a page cannot
 * be had, its problem is the last thing that comes.
 */
export async function* importedDocuments(
  call: Call,
  told: readonly Told[],
): AsyncGenerator<Result<readonly ImportedDocument[], Problem>> {
  for (const one of told) {
    if (!('from' in one)) {
      yield { ok: true, value: [one] };
      continue;
    }
    for (let { from } = one; from <= one.to; from += pageSize) {
      const named = await call('documents.names', { from, to: Math.min(one.to, from + pageSize - 1) });
      if (!named.ok) {
        yield named;
        return;
      }
      const { known } = one;
      yield { ok: true, value: named.value.documents.map((document) => plain(document, known)) };
    }
  }
}

function plain(
  document: Output<'documents.names'>['documents'][number],
  known: KnownAs | null,
): ImportedDocument {
  const nothing = { problem: null, refusedRows: [], warnings: [], report: null };
  if (known === null) return { ...document, ...nothing, outcome: 'imported' };
  return {
    ...document,
    ...nothing,
    name: namedAsNow(document.name, known),
    outcome: 'already-imported',
  };
}
