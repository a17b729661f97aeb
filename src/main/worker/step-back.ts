import { getPriority, setPriority } from 'node:os';

/**
 * To be called first by a thread that works for long: whoever answers the window is given the processor before it. On Linux a
 * thread has a priority of its own; elsewhere the call would mean the whole program, and the window with it.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, Math.min(last, getPriority(0) + behind));
  } catch {
    // Some containers forbid it: the work is done all the same.
  }
}

/** As `nice` counts, up to the last: beside others it gets a third of what they get, and all that nobody wants. */
const behind = 5;
const last = 19;
