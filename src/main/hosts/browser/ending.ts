/** Decides when a host whose window was closed is no longer needed. */
export interface Ending {
  readonly ended: Promise<void>;
  /** At once: the person said so. */
  end(): void;
  /** Never by itself: nobody knows where the window is. */
  stay(): void;
  /** What is going on has changed. */
  look(busy: Busy): void;
  /** True when a window has listened, now or before. */
  wasThere(): boolean;
  /** The browser's process has ended. That alone proves nothing: some hand over to another one. */
  windowClosed(busy: Busy): void;
}

interface Busy {
  readonly calls: number;
  readonly windows: number;
}

/** A window that does not listen is reloading, asleep, or closed. */
const graceMs = 60_000;
const graceAfterCloseMs = 3_000;

/** Only a window that was there can be missed, and work that goes on is never left. */
export function createEnding(grace = graceMs, graceAfterClose = graceAfterCloseMs): Ending {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | null = null;
  let isKnown = false;
  let isClosed = false;
  let stays = false;

  function look({ calls, windows }: Busy): void {
    isKnown ||= windows > 0;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isKnown && !stays && calls === 0 && windows === 0)
      timer = setTimeout(resolve, isClosed ? graceAfterClose : grace);
  }
  return {
    ended,
    end: () => resolve(),
    stay: () => void (stays = true),
    look,
    wasThere: () => isKnown,
    windowClosed(busy) {
      isClosed = true;
      look(busy);
    },
  };
}
