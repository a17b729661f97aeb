import type { DocumentProblem } from '../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Head, Importer } from './importer.ts';
import { importers as registered } from './registry.ts';

/** Finds who reads a file, by content alone; null when nobody does. */
export function identify(
  head: Head,
  importers: readonly Importer[] = registered,
): Result<Importer | null, DocumentProblem> {
  const claimants = importers.filter((importer) => importer.claims(head));
  const [claimant] = claimants;
  if (claimants.length > 1)
    return fail({ code: 'ambiguous-format', claimants: claimants.map(({ name }) => name) });
  if (claimant === undefined) return ok(null);
  if (head.namespace !== null && !claimant.knowsNamespace(head.namespace))
    return fail({ code: 'unexpected-namespace', namespace: head.namespace.slice(0, 200) });
  return ok(claimant);
}
