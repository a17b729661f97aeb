/** How many calls a message costs: may one write to this citizen, and the message. */
const callsOfMessage = 2;

/** Spreads the calls over time. All waits are by the monotonic clock, ms. */
export interface Pace {
  /** Ms to wait before the next call; taking it counts the call. */
  takeCall(perSecond: number): number;
  /** Ms until a call may leave; nothing is taken. */
  left(): number;
  /** Nothing leaves for so long. */
  rest(ms: number): void;
  /** Everything at half its pace for so long. */
  slowDown(ms: number): void;
}

export function createPace(monotonic: () => number): Pace {
  let nextAt = 0;
  let slowUntil = 0;
  return {
    takeCall(perSecond) {
      const now = monotonic();
      const half = now < slowUntil ? 2 : 1;
      const at = Math.max(now, nextAt);
      nextAt = at + (1000 * half) / (perSecond * callsOfMessage);
      return at - now;
    },
    left: () => Math.max(0, nextAt - monotonic()),
    rest(ms) {
      nextAt = Math.max(nextAt, monotonic() + ms);
    },
    slowDown(ms) {
      if (ms > 0) slowUntil = monotonic() + ms;
    },
  };
}
