import type { JobProgress } from './job-context.ts';

/**
 * Lets a report through when so many milliseconds have passed since the last one, when the step changes, or when none will come
 * for a while. The last report of a step is never lost: it comes before the next step, or when asked for at the end.
 */
export function createThrottle(
  milliseconds: number,
  report: (progress: JobProgress) => void,
  clock: () => number = () => performance.now(),
) {
  let last = -Infinity;
  let step = '';
  let waiting: JobProgress | null = null;

  function flush(): void {
    if (waiting !== null) report(waiting);
    waiting = null;
  }
  return {
    tell(progress: JobProgress): void {
      const now = clock();
      if (progress.step !== step) flush();
      else if (now - last < milliseconds && progress.meanwhile === undefined) {
        waiting = progress;
        return;
      }
      waiting = null;
      last = now;
      step = progress.step;
      report(progress);
    },
    flush,
  };
}
