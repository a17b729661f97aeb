import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Timeouts } from './service/io-service.ts';

/** Time and chance, as whoever sends messages feels them. */
export interface Pulse {
  /** Ms of a clock that nobody can put forward or back: for every wait. */
  monotonic(): number;
  /** Ends early when `signal` says so. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** How long the service may take; what is left out is as usual. */
  readonly timeouts?: Partial<Timeouts>;
}

export const usualPulse: Pulse = {
  monotonic: () => performance.now(),
  random: () => Math.random(),
  async sleep(ms, signal) {
    if (ms <= 0) return;
    // Waking early is what the signal is for; whoever waits looks at it.
    await sleepFor(ms, undefined, { signal }).catch(() => undefined);
  },
};
