/** Guesses when some long work will be done, from how fast it went so far. */
export interface TimeLeft {
  /** Tells how far the work is at a moment; answers how many milliseconds are left, or null while nobody can know. */
  at(now: number, share: number): number | null;
}

/** Nothing is said in the first moments: a guess that jumps is worse than none. */
const silentMs = 1_000;
/** How long a change of speed takes to be believed: in long work a stretch of some seconds tells nothing of the rest. */
const memoryMs = (passed: number): number => Math.max(1_000, passed / 2);

export function createTimeLeft(startedAt: number): TimeLeft {
  let last = { now: startedAt, share: 0 };
  let speed: number | null = null;
  return {
    at(now, share) {
      const passed = now - last.now;
      if (share < last.share) {
        // Another stretch of work has begun: what was known of the speed no longer holds.
        speed = null;
        last = { now, share };
        return null;
      }
      if (passed > 0) {
        const recent = (share - last.share) / passed;
        const weight = speed === null ? 1 : 1 - Math.exp(-passed / memoryMs(now - startedAt));
        speed = (speed ?? 0) * (1 - weight) + recent * weight;
        last = { now, share };
      }
      if (now - startedAt < silentMs || speed === null || speed <= 0 || share >= 1) return null;
      return (1 - share) / speed;
    },
  };
}

/** In the words one would use: the longer it takes, the rounder. */
export function sayTimeLeft(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 5) return 'pochi secondi';
  if (seconds < 50) return `circa ${Math.ceil(seconds / 10) * 10} secondi`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes === 1) return 'circa un minuto';
  if (minutes < 60) return `circa ${minutes} minuti`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'circa un’ora' : `circa ${hours} ore`;
}
