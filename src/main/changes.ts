import type { CoreEvent } from '../shared/contract/events.ts';

/** Tells whoever listens that the ledger was written, by whatever program. */
export interface Changes {
  /** Looks now, as after every call, and not at the next turn. */
  look(): void;
  /** The ledger is another one: whatever was seen is of no use. */
  begin(): void;
  listen(listener: (event: CoreEvent) => void): () => void;
  close(): void;
}

const betweenLooksMs = 2_000;

export interface Version {
  /** Another number after every write. */
  readonly written: number;
  /** Another number after every write that changes what the ledger says. */
  readonly said: number;
}

/** `version` is null while there is no ledger. */
export function createChanges(version: () => Version | null): Changes {
  const listeners = new Set<(event: CoreEvent) => void>();
  let timer: NodeJS.Timeout | null = null;
  let seen: Version | null = null;

  function look(): void {
    if (listeners.size === 0) return;
    const now = version();
    if (now === null || now.written === seen?.written) return;
    const type = now.said === seen?.said ? 'aside-changed' : 'ledger-changed';
    seen = now;
    for (const listener of listeners) listener({ type });
  }
  function rest(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }
  return {
    look,
    begin() {
      seen = null;
      look();
    },
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
