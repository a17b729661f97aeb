import type { CoreEvent } from '../shared/contract/events.ts';

/** Tells whoever listens that the ledger was written, by whatever program. */
export interface Changes {
  /** Looks now, as after every call, and not at the next turn. */
  look(): void;
  listen(listener: (event: CoreEvent) => void): () => void;
  close(): void;
}

const betweenLooksMs = 2_000;

/** `version` is another number after every write; null while there is no ledger. */
export function createChanges(version: () => number | null): Changes {
  const listeners = new Set<(event: CoreEvent) => void>();
  let timer: NodeJS.Timeout | null = null;
  let seen: number | null = null;

  function look(): void {
    if (listeners.size === 0) return;
    const now = version();
    if (now === null || now === seen) return;
    seen = now;
    for (const listener of listeners) listener({ type: 'ledger-changed' });
  }
  function rest(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }
  return {
    look,
    listen(listener) {
      if (listeners.size === 0) seen = version();
      listeners.add(listener);
      timer ??= setInterval(look, betweenLooksMs).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) rest();
      };
    },
    close() {
      listeners.clear();
      rest();
    },
  };
}
