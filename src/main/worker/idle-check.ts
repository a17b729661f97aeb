import { existsSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { draftIn, lackOfRoom, removeDraft } from '../ledger/backup/files.ts';
import {
  forgetLastCheck,
  keepLastCheck,
  readLastCheck,
  type Finding,
  type LastCheck,
} from '../ledger/backup/last-check.ts';
import { ledgerFile } from '../ledger/open.ts';
import type { CheckAnswer, CheckStart } from './check-thread.ts';
import { threadEnvironment } from './thread-environment.ts';

/** When a ledger is verified by itself, while nobody does anything at the window. */
export interface IdleCheckPlan {
  /** How long nobody may have asked for anything. */
  readonly idleMs: number;
  /** At most one in so many milliseconds. */
  readonly everyMs: number;
}

export interface IdleCheck {
  /** Somebody works: what runs ends at once, and begins anew another time. The returned function says that they are done. */
  busy(): () => void;
  /** Somebody verified the ledger. */
  note(findings: readonly Finding[]): void;
  /** Another ledger took the place of this one. */
  forget(): void;
  /** What the last verification found; null when it found nothing, or nobody verified yet. */
  damage(): LastCheck | null;
  close(): Promise<void>;
}

interface Told {
  readonly archive: string;
  now(): string;
  /** Bad news, as soon as it is known. */
  onDamage(): void;
  onDefect(error: unknown): void;
}

export function createIdleCheck(plan: IdleCheckPlan | null, told: Told): IdleCheck {
  const { archive } = told;
  let working = 0;
  let timer: NodeJS.Timeout | null = null;
  let running: Running | null = null;
  let ending = Promise.resolve();
  let isClosed = false;

  function wait(): void {
    if (timer !== null) clearTimeout(timer);
    timer = plan === null || isClosed ? null : setTimeout(() => void begin(), plan.idleMs).unref();
  }

  async function begin(): Promise<void> {
    timer = null;
    if (working > 0 || running !== null || !isDue()) return;
    const run = startThread({ archive, draft: draftIn(archive), now: told.now() });
    running = run;
    try {
      const findings = await run.found;
      // Whoever was stopped found nothing.
      if (findings !== null && running === run) note(findings.map((finding) => ({ ...finding })));
    } catch (error) {
      told.onDefect(error);
    } finally {
      if (running === run) running = null;
    }
  }

  /** A moment that has not come yet is that of a clock which was put back. */
  function isDue(): boolean {
    const file = ledgerFile(archive);
    if (plan === null || !existsSync(file) || lackOfRoom(archive, 2 * statSync(file).size) !== null)
      return false;
    const last = Date.parse(readLastCheck(archive)?.checkedAt ?? '');
    const since = Date.parse(told.now()) - last;
    return !(since >= 0 && since < plan.everyMs);
  }

  function note(findings: readonly Finding[]): void {
    const before = damage();
    keepLastCheck(archive, { checkedAt: told.now(), findings });
    if (findings.length > 0 || before !== null) told.onDamage();
  }

  function damage(): LastCheck | null {
    const last = readLastCheck(archive);
    return last === null || last.findings.length === 0 ? null : last;
  }

  /** The copy that was being verified is gone when this has ended. */
  function stop(): Promise<void> {
    if (running !== null) ending = running.stop();
    running = null;
    return ending;
  }

  wait();
  return {
    busy() {
      working += 1;
      void stop();
      return () => {
        working -= 1;
        wait();
      };
    },
    note,
    forget: () => forgetLastCheck(archive),
    damage,
    async close() {
      isClosed = true;
      wait();
      await stop();
    },
  };
}

interface Running {
  /** Null when it was stopped. */
  readonly found: Promise<Extract<CheckAnswer, { findings: unknown }>['findings'] | null>;
  stop(): Promise<void>;
}

function startThread(start: CheckStart): Running {
  const worker = new Worker(threadFile(), { workerData: start, env: threadEnvironment() });
  worker.unref();
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const answer = new Promise<CheckAnswer | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    void gone.then(() => resolve(null));
  });
  async function end(): ReturnType<typeof findingsOf> {
    try {
      return await findingsOf(answer);
    } finally {
      await worker.terminate();
      removeDraft(start.draft);
    }
  }
  const found = end();
  return {
    found,
    async stop() {
      await worker.terminate();
      // What went wrong is for whoever began it to tell.
      await found.catch(() => undefined);
    },
  };
}

/** Null of a thread that was stopped. */
async function findingsOf(answer: Promise<CheckAnswer | null>): Running['found'] {
  const told = await answer;
  if (told !== null && 'failed' in told) throw new Error(told.failed);
  return told?.findings ?? null;
}

/** Beside this file in the sources, beside the bundle that holds it once built. */
function threadFile(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './check-thread.ts' : './check-thread.js',
    import.meta.url,
  );
}
