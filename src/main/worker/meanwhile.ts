import type { JobProgress } from './job-context.ts';

/** What is told of a job, without what it expects. */
export type ToldProgress = Omit<JobProgress, 'meanwhile'>;

/**
 * Tells on how far a job is. In the middle of a long statement its thread cannot: then what it expected is told, little by
 * little and never beyond, until it is heard again.
 */
export function createMeanwhile(report: (told: ToldProgress) => void, everyMs = 150) {
  let timer: NodeJS.Timeout | null = null;

  function end(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }
  return {
    tell({ meanwhile, ...told }: JobProgress): void {
      end();
      report(told);
      if (meanwhile === undefined) return;
      const begun = performance.now();
      timer = setInterval(() => {
        const share = Math.min(1, (performance.now() - begun) / meanwhile.ms);
        report({ ...told, done: told.done + Math.floor(share * (meanwhile.done - told.done)) });
      }, everyMs).unref();
    },
    end,
  };
}
