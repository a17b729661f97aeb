import type { TrailDraft } from '../../shared/domain/trail.ts';
import type { Writer } from '../worker/threaded.ts';

/** Tells in the trail what was done outside of the ledger: files that left, copies, keys. */
export interface TrailNotes {
  /** Resolves when it is written, or waits to be. */
  note(draft: TrailDraft): Promise<void>;
  /** Writes what waits; false when it cannot. */
  settle(): Promise<boolean>;
}

/**
 * What is done is done, also while another program has the ledger or its disk is full: what cannot be written now is written
 * with the next entry, or when the program ends.
 */
export function createTrailNotes(writer: Pick<Writer, 'run'>, now: () => string): TrailNotes {
  let waiting: readonly TrailDraft[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function write(): Promise<boolean> {
    const drafts = waiting;
    if (drafts.length === 0) return true;
    try {
      const written = await writer.run('note', { drafts }, { now: now() });
      const isDone = written.ok || canNeverBeWritten(written.problem.code);
      if (isDone) waiting = waiting.slice(drafts.length);
      return isDone;
    } catch {
      // The thread that writes was lost, or its disk is full: it waits as well.
      return false;
    }
  }
  function inTurn(): Promise<boolean> {
    const done = last.then(write);
    last = done;
    return done;
  }
  return {
    async note(draft) {
      waiting = [...waiting, draft];
      await inTurn();
    },
    settle: inTurn,
  };
}

/** A ledger that can only be looked at keeps no trail of who looked; the log of the program does. */
function canNeverBeWritten(code: string): boolean {
  return code === 'ledger-read-only' || code === 'ledger-on-share';
}
