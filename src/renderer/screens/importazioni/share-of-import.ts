import type { Progress } from '../../../shared/contract/api.ts';

type Step = Progress<'documents.import'>['step'];

/**
 * How far a whole import is, from 0 to 1; null while nobody knows. Who waits wants to know when all of its steps are over.
 * A preview ends with the reading.
 */
export function shareOfImport(
  { step, done, total }: Pick<Progress<'documents.import'>, 'step' | 'done' | 'total'>,
  isPreview = false,
): number | null {
  if (total === 0) return null;
  const share = done / total;
  if (isPreview) return share;
  const { from, to } = stretches[step];
  return from + share * (to - from);
}

/** What each step takes of the whole, about. */
const stretches: Readonly<Record<Step, { readonly from: number; readonly to: number }>> = {
  read: { from: 0, to: 0.58 },
  match: { from: 0.58, to: 0.91 },
  save: { from: 0.91, to: 1 },
  verify: { from: 0, to: 1 },
  export: { from: 0, to: 1 },
};
