import { jobProgress } from '../../../shared/contract/schemas/base.ts';

const nothingToShow = -1;
/** Above one: at work, and nobody knows how long. */
const unknownLength = 2;

/** What the taskbar shows of long work, as Electron counts it. */
export function fractionOf(progress: unknown): number {
  const told = jobProgress.safeParse(progress);
  if (!told.success) return nothingToShow;
  const { done, total } = told.data;
  return total === 0 ? unknownLength : Math.min(1, done / total);
}
