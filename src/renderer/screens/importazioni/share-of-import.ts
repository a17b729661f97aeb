import type { Progress } from '../../../shared/contract/api.ts';

/**
 * How far a whole import is, from 0 to 1; null while nobody knows. Reading and matching take about as long as one another,
 * and who waits wants to know when both are over. A preview ends with the reading.
 */
export function shareOfImport(
  { step, done, total }: Pick<Progress<'documents.import'>, 'step' | 'done' | 'total'>,
  isPreview = false,
): number | null {
  if (total === 0) return null;
  const share = done / total;
  if (isPreview) return share;
  return step === 'read' ? share * readingShare : readingShare + share * (1 - readingShare);
}

const readingShare = 0.5;
