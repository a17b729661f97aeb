import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Incoming } from '../../core.ts';

/** Files whose pieces come one request at a time. */
export interface Uploads {
  begin(incoming: Incoming): string;
  find(id: string): Incoming | null;
  end(id: string): void;
  /** Gives up those whose next piece does not come. */
  close(): Promise<void>;
}

/** A page that is closed in the middle of a file says nothing. */
const patienceMs = 120_000;

export function createUploads(): Uploads {
  const open = new Map<string, { readonly incoming: Incoming; timer: NodeJS.Timeout }>();

  function giveUpLater(id: string, incoming: Incoming): NodeJS.Timeout {
    return setTimeout(() => {
      open.delete(id);
      void incoming.abort();
    }, patienceMs).unref();
  }
  return {
    begin(incoming) {
      const id = randomUUID();
      open.set(id, { incoming, timer: giveUpLater(id, incoming) });
      return id;
    },
    find(id) {
      const found = open.get(id);
      if (found === undefined) return null;
      clearTimeout(found.timer);
      found.timer = giveUpLater(id, found.incoming);
      return found.incoming;
    },
    end(id) {
      clearTimeout(open.get(id)?.timer);
      open.delete(id);
    },
    async close() {
      const given = [...open.values()];
      open.clear();
      for (const { incoming, timer } of given) {
        clearTimeout(timer);
        await incoming.abort();
      }
    },
  };
}

/** Takes the bytes as fast as the disk does: what is not yet written is not yet read. */
export async function takePiece(
  incoming: Incoming,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<void, Problem>> {
  let problem: Problem | null = null;
  // After a problem the rest is read and forgotten: an answer to a request that was not heard out is lost.
  for await (const chunk of bytes) {
    if (problem !== null) continue;
    const written = await incoming.write(chunk);
    if (!written.ok) ({ problem } = written);
  }
  return problem === null ? ok(undefined) : fail(problem);
}
