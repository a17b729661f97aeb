import type { Progress } from '../contract/api.ts';
import { stepLabels } from './labels.ts';

/** How far some long work is, in one line. */
export function sayProgress({ step, done, total, unit, file }: Progress<'documents.import'>): string {
  const figures =
    unit === 'bytes'
      ? `${total === 0 ? 100 : Math.floor((done / total) * 100)}%`
      : `${done.toLocaleString('it-IT')} di ${total.toLocaleString('it-IT')}`;
  return `${stepLabels[step]} ${figures}${file === null ? '' : `: ${file}`}`;
}
