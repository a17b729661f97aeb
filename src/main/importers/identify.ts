import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import { explain } from './explained.ts';
import { problemOfBeginning, readBeginning } from './head.ts';
import type { Importer } from './importer.ts';
import { importers as registered } from './registry.ts';

/** Finds who reads a file, by content alone: an importer, or the opener of archives. */
export function identify(
  source: ByteSource,
  importers: readonly Importer[] = registered,
): Result<Importer | 'archive', DocumentProblem> {
  if (source.size === 0) return fail({ code: 'empty-file' });
  const head = readBeginning(source);
  if (head.text.trim() === '') return fail({ code: 'empty-file' });
  const claimants = importers.filter((importer) => importer.claims(head));
  const [claimant] = claimants;
  if (claimants.length > 1)
    return fail({ code: 'ambiguous-format', claimants: claimants.map(({ name }) => name) });
  if (claimant === undefined)
    return head.kind === 'zip' ? ok('archive') : fail(explain(head, problemOfBeginning(source)));
  if (head.namespace !== null && !claimant.knowsNamespace(head.namespace))
    return fail({ code: 'unexpected-namespace', namespace: head.namespace.slice(0, 200) });
  return ok(claimant);
}
