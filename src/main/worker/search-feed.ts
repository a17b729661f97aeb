import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ledgerFile } from '../ledger/open.ts';
import type { SearchStart } from './search-thread.ts';
import { threadEnvironment } from './thread-environment.ts';

/** Keeps the search index behind the ledger, in a thread of its own. */
export interface SearchFeed {
  /** The ledger says something else now, or was just opened. */
  changed(): void;
  /** Everything that the index holds is gone from its file; it is made anew after that. */
  forget(): Promise<void>;
  /** Ends after the batch that is being kept. */
  close(): Promise<void>;
}

interface Running {
  readonly flag: Int32Array;
  readonly ended: Promise<void>;
}

/** The first screen comes first, and writes come in bursts. */
const pauseMs = 3_000;

export function createSearchFeed(
  archive: string,
  onDefect: (error: unknown) => void,
  pause = pauseMs,
): SearchFeed {
  let timer: NodeJS.Timeout | null = null;
  let running: Running | null = null;
  let isDue = false;
  let held = 0;

  function start(work: SearchStart['work']): Running {
    const flag = new SharedArrayBuffer(4);
    const given: SearchStart = { archive, work, stop: flag };
    const worker = new Worker(threadFile(), { workerData: given, env: threadEnvironment() });
    worker.unref();
    // What it does not know yet is searched for in the ledger itself: nobody waits for it.
    worker.once('error', onDefect);
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    return { flag: new Int32Array(flag), ended };
  }

  function begin(): void {
    if (running !== null || held > 0 || !isDue || !existsSync(ledgerFile(archive))) return;
    isDue = false;
    running = start('feed');
    void beginAgain(running.ended);
  }

  async function beginAgain(ended: Promise<void>): Promise<void> {
    await ended;
    running = null;
    begin();
  }

  async function stop(): Promise<void> {
    const now = running;
    if (now === null) return;
    isDue = true;
    Atomics.store(now.flag, 0, 1);
    await now.ended;
  }

  return {
    changed() {
      isDue = true;
      timer ??= setTimeout(() => {
        timer = null;
        begin();
      }, pause).unref();
    },
    async forget() {
      held += 1;
      try {
        await stop();
        await start('forget').ended;
      } finally {
        held -= 1;
        isDue = true;
        begin();
      }
    },
    async close() {
      if (timer !== null) clearTimeout(timer);
      held += 1;
      await stop();
    },
  };
}

/** Beside this file in the sources, beside the bundle that holds it once built. */
function threadFile(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './search-thread.ts' : './search-thread.js',
    import.meta.url,
  );
}
