import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { readBeginning } from '../head.ts';
import type { Head, Importer, Sink } from '../importer.ts';
import { isPagoPaNamespace } from '../namespaces.ts';
import { createCollector } from './collector.ts';
import { readAnswer } from './read-answer.ts';
import { readPage } from './read-page.ts';

/**
 * The list of the flussi that are to be had, as the node answers it or as the new service does, page by page:
 * `docs/formati/elenco-flussi.md`. It is no evidence of money: it tells what is awaited.
 */
export const elencoFlussi: Importer = {
  name: 'elenco-flussi',
  kind: 'elenco-flussi',
  claims: (head) => isAnswer(head) || isPage(head),
  knowsNamespace: isPagoPaNamespace,
  read,
};

/** The same element holds a fault when the node has no answer. */
function isAnswer({ root, text }: Head): boolean {
  return root === 'nodoChiediElencoFlussiRendicontazioneRisposta' && !/<(?:[\w.-]+:)?fault[\s>]/.test(text);
}

/** Pages of payments look alike: theirs hold IUVs, and the flow that they belong to stands outside the list. */
function isPage({ keys, text }: Head): boolean {
  if (keys === null || !keys.includes('data')) return false;
  if (['fdr', 'flow', 'flusso'].some((key) => keys.includes(key)) || /"iuv"\s*:/.test(text)) return false;
  return /"fdr"\s*:/.test(text) && /"pspId"\s*:/.test(text);
}

function read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem> {
  const collector = createCollector(sink);
  for (const part of parts) {
    const isJson = readBeginning(part).kind === 'json';
    const done = isJson ? readPage(part, collector, sink) : readAnswer(part, collector, sink);
    if (!done.ok) return done;
  }
  const { rows, refused } = collector.counts();
  // A list of nothing is an answer; a list of which nothing can be read is none.
  return refused > 0 && refused === rows ? fail({ code: 'no-usable-rows', refused }) : ok(undefined);
}
