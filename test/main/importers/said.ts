import { sayRefusedRow } from '../../../src/shared/wording/warnings.ts';
import type { Told } from './reading.ts';

/** The sentences about the rows that were refused, as the clerk reads them. */
export function sayProblemOf({ refusedRows }: Told): string {
  return refusedRows.map(sayRefusedRow).join('\n');
}
