import type { JobProgress } from './job-context.ts';

/** What each part of the saving takes beside the others. */
const weights = { warnings: 2, report: 2, trail: 1, seals: 5 };

/**
 * What comes after the matching, told as one step: the rows that were written are gone through again, for what only the
 * whole tells, for the report, for the trail and for their seals. As long as nobody said how many there are, nothing is told.
 */
export interface Saving {
  begin(rows: number): void;
  /** What to call now and then with how many rows that part is through; it may throw to stop. */
  part(name: keyof typeof weights): (rows: number) => void;
}

export function createSaving(breathe: () => void, report: (progress: JobProgress) => void): Saving {
  let total = 0;
  let reached = 0;
  return {
    begin(rows) {
      total = rows;
      if (rows > 0) report({ step: 'save', done: 0, total, unit: 'items', file: null });
    },
    part(name) {
      const before = sumUntil(name);
      return (rows) => {
        breathe();
        if (total === 0) return;
        reached = Math.max(reached, before + weights[name] * Math.min(1, rows / total));
        const done = Math.floor((total * reached) / sumUntil(null));
        report({ step: 'save', done, total, unit: 'items', file: null });
      };
    },
  };
}

/** Of the parts that come before; of all. */
function sumUntil(name: string | null): number {
  const names = Object.keys(weights);
  const last = name === null ? names.length : names.indexOf(name);
  return Object.values(weights)
    .slice(0, last)
    .reduce((sum, weight) => sum + weight, 0);
}
