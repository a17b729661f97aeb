import { gateway, type Answer } from './answers.ts';

export interface LimitSettings {
  readonly calls: number;
  readonly windowMs: number;
  /** Calls that other programs of the same institution take out of every window. */
  readonly stolen: number;
}

export const usualLimit: LimitSettings = { calls: 150, windowMs: 5000, stolen: 0 };

/** A sliding window per institution: all its services, keys and operations together. */
export class Limiter {
  settings: LimitSettings;
  readonly #calls = new Map<string, number[]>();

  constructor(settings: LimitSettings) {
    this.settings = settings;
  }

  /** Counts a call that is let through and says how many are left; a refused one is not counted. */
  take(institution: string, now: number): { readonly left: number } | { readonly refusal: Answer } {
    const { calls, windowMs, stolen } = this.settings;
    const recent = (this.#calls.get(institution) ?? []).filter((at) => at > now - windowMs);
    this.#calls.set(institution, recent);
    const left = calls - stolen - recent.length;
    if (left > 0) {
      recent.push(now);
      return { left: left - 1 };
    }
    const wait = (recent[0] ?? now) + windowMs - now;
    return { refusal: limited(Math.max(1, Math.ceil(wait / 1000))) };
  }
}

/** The gateway's own header stands in place of the standard one, which is therefore absent. */
export function limited(seconds: number): Answer {
  return gateway(429, `Rate limit is exceeded. Try again in ${seconds} seconds.`, {
    'x-rate-limit-retry-after': String(seconds),
    'x-rate-limit-remaining': '0',
  });
}
