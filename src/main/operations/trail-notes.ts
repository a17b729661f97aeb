import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { TrailDraft } from '../../shared/domain/trail.ts';
import { troubleOf } from '../ledger/trouble.ts';
import type { Writer } from '../worker/threaded.ts';
import type { Answered } from './dispatch.ts';

/** Tells in the trail what was done outside of the ledger: files that left, copies, keys. */
export interface TrailNotes {
  /** Resolves when it is written, or waits to be. */
  note(draft: TrailDraft): Promise<void>;
  /** Writes what waits; or tells why it cannot. */
  settle(): Promise<Result<void, Unwritten>>;
}

/** The problem that the writer answered, or what it threw. */
export type Unwritten = { readonly code: string } | { readonly thrown: unknown };

/**
 * What is done is done, also while another program has the ledger or its disk is full: what cannot be written now is written
 * with the next entry, or when the program ends.
 */
export function createTrailNotes(writer: Pick<Writer, 'run'>, now: () => string): TrailNotes {
  let waiting: readonly TrailDraft[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function write(): Promise<Result<void, Unwritten>> {
    const drafts = waiting;
    if (drafts.length === 0) return ok(undefined);
    try {
      const written = await writer.run('note', { drafts }, { now: now() });
      if (!written.ok && !canNeverBeWritten(written.problem.code)) return written;
      waiting = waiting.slice(drafts.length);
      return ok(undefined);
    } catch (thrown) {
      // The thread that writes was lost, or its disk is full: it waits as well.
      return fail({ thrown });
    }
  }
  function inTurn(): Promise<Result<void, Unwritten>> {
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

/** Who hears of it, and the folder of the ledger. */
interface Heard {
  readonly folder: string;
  onAnswer?(operation: string, answered: Answered): void;
  onDefect(incident: string, operation: string, error: unknown): void;
}

/** A full disk or another program's hold on the ledger is foreseen, and said in the log; anything else is a defect. */
export function tellUnwritten(heard: Heard, why: Unwritten): void {
  const foreseen = 'code' in why ? why.code : troubleOf(why.thrown, heard.folder)?.code;
  if (foreseen !== undefined) heard.onAnswer?.('trail', { ms: 0, problem: foreseen, input: null });
  else {
    const lost = new Error('the last entries were not written', 'thrown' in why ? { cause: why.thrown } : {});
    heard.onDefect(randomUUID().slice(0, 8), 'trail', lost);
  }
}

/** A ledger that can only be looked at keeps no trail of who looked; the log of the program does. */
function canNeverBeWritten(code: string): boolean {
  return code === 'ledger-read-only' || code === 'ledger-on-share';
}
