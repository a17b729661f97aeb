import { isCheckDue } from '../../../shared/domain/message/daily-check.ts';

export interface DailyEnvironment {
  /** ISO instant. */
  readonly now: () => string;
  /** Looks whom to write to. False: it could not be looked, and is tried again. */
  readonly check: () => Promise<boolean>;
}

/** So often the clock is looked at: a timer for nine o'clock would sleep with the computer, or miss a clock that is put right. */
const betweenLooksMs = 60_000;

/** Looks whom to write to when a window opens and each day at nine, as long as it is open. Returns how to end it. */
export function startDailyCheck({ now, check }: DailyEnvironment): () => Promise<void> {
  let last: string | null = null;
  let looking: Promise<void> = Promise.resolve();
  let busy = false;

  async function lookAt(moment: string): Promise<void> {
    busy = true;
    try {
      if (await check()) last = moment;
    } finally {
      busy = false;
    }
  }
  function look(): void {
    const moment = now();
    if (!busy && isCheckDue(last, moment)) looking = lookAt(moment);
  }
  // Not at once: whoever opened the window wants to see it first.
  const first = setTimeout(look, firstLookMs).unref();
  const timer = setInterval(look, betweenLooksMs).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await looking;
  };
}

const firstLookMs = 3_000;
