import { Worker } from 'node:worker_threads';
import type { StopSignal } from '../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { Hand } from '../../shared/domain/trail.ts';
import type { BeforeMigration } from '../ledger/backup/before-migration.ts';
import type { OpenProblem, WhenOlder } from '../ledger/open.ts';
import type { LedgerTrouble } from '../ledger/trouble.ts';
import type { JobProblem, Jobs } from './jobs.ts';
import { createMeanwhile, type ToldProgress } from './meanwhile.ts';
import type { JobAnswer, JobRequest, ReaderRequest, WorkerStart } from './messages.ts';
import { createReaderPool, type ReaderPool } from './reader-pool.ts';
import { createStopFlag } from './stop-flag.ts';
import { threadEnvironment } from './thread-environment.ts';
import type { Stopped } from './run-job.ts';

/** Why a job could not run at all. */
export type WriterProblem =
  | OpenProblem
  | LedgerTrouble
  | { readonly code: 'cancelled' }
  | { readonly code: 'worker-lost'; readonly detail: string };

export interface JobOptions {
  readonly now: string;
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((progress: ToldProgress) => void) | undefined;
}

type Output<Name extends keyof Jobs> = Extract<Jobs[Name]['output'], { ok: true }>['value'];
type Answer<Name extends keyof Jobs> = Result<Output<Name>, JobProblem | WriterProblem>;

/** The one writer of a ledger, seen from outside: jobs queue up and come back as values. */
export interface Writer {
  run<Name extends keyof Jobs>(
    name: Name,
    input: Jobs[Name]['input'],
    options: JobOptions,
  ): Promise<Answer<Name>>;
  /** Opens the ledger, creating it when there is none, and does nothing else. */
  open(): Promise<Result<void, WriterProblem>>;
  /** Lets go of the ledger while `work` puts another one in its place; jobs wait meanwhile. */
  aside<T>(work: () => Promise<T>): Promise<T>;
  /** From now on an older ledger in the place of the last one is written all the same. */
  acceptOlder(): void;
  close(): Promise<void>;
}

export interface WriterOptions {
  readonly whenOlder: WhenOlder;
  /** What a copy bears that is made before the ledger is migrated. */
  backup(): BeforeMigration;
  /** Whether it is known that the ledger went further once. */
  isOlder(): boolean;
  /** Something that was read made its reader throw; without the words of what was read. */
  onDefect(error: unknown): void;
  /** Who stands in front of the program. */
  readonly by: Hand;
}

/** Starts the thread at the first job, and starts it again when it was lost. */
export function createWriter(folder: string, plan: WriterOptions): Writer {
  let { whenOlder } = plan;
  const readers = createReaderPool((error) => plan.onDefect(error));
  let thread: Promise<Thread> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let busy: Promise<void> = Promise.resolve();
  let nextId = 1;

  function thereIsAThread(): Promise<Thread> {
    if (thread !== null) return thread;
    const mine = startThread(
      { folder, whenOlder, backup: plan.backup(), isOlder: plan.isOlder(), by: plan.by },
      readers,
      () => {
        if (thread === mine) thread = null;
      },
    );
    thread = mine;
    return mine;
  }

  /** One job at a time, in the order in which they were asked for; the next one when the thread is free. */
  function queue<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined).then(() => busy);
    return result;
  }

  async function letGo(): Promise<void> {
    const running = await thread;
    thread = null;
    readers.close();
    if (running?.problem === null) await running.close();
  }

  return {
    open: () =>
      queue(async () => {
        const { problem } = await thereIsAThread();
        if (problem === null) return ok(undefined);
        thread = null;
        return fail(problem);
      }),
    aside: (work) =>
      queue(async () => {
        await letGo();
        return work();
      }),
    acceptOlder() {
      whenOlder = 'go-on';
    },
    run: (name, input, options) =>
      queue(async () => {
        if (options.signal?.aborted === true) return fail({ code: 'cancelled' });
        if (name === 'import' || name === 'preview') readers.prepare();
        const running = await thereIsAThread();
        if (running.problem !== null) {
          thread = null;
          return fail(running.problem);
        }
        const job = runOn<typeof name>(
          running,
          { id: nextId++, name, input, now: options.now },
          options,
          (error) => plan.onDefect(error),
        );
        busy = job.over;
        return job.answer;
      }),
    close: () => queue(letGo),
  };
}

// What passes through is short-lived: with a small young generation the heap stays small, at little cost in time.
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 512 };

interface Thread {
  readonly worker: Worker;
  readonly problem: WriterProblem | null;
  close(): Promise<void>;
}

async function startThread(start: WorkerStart, readers: ReaderPool, onLost: () => void): Promise<Thread> {
  const worker = new Worker(workerFile(), { workerData: start, resourceLimits, env: threadEnvironment() });
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  void gone.then(onLost);
  worker.on('message', (request: JobAnswer | ReaderRequest) => {
    if (request.type === 'begin-reading') readers.begin(request.task);
    else if (request.type === 'end-reading') readers.end(request.id);
  });
  // What is read for a writer that is lost is for nobody.
  void gone.then(() => readers.close());
  const problem = await new Promise<WriterProblem | null>((resolve, reject) => {
    worker.once('message', (answer: JobAnswer) => resolve(answer.type === 'opened' ? answer.problem : null));
    worker.once('error', reject);
  });
  worker.removeAllListeners('error');
  // A thread that fails between two jobs is noticed by its end; unheard, its error would end the program.
  worker.on('error', () => undefined);
  // A thread that waits for work must not keep the program alive.
  worker.unref();
  return {
    worker,
    problem,
    async close() {
      worker.ref();
      worker.postMessage('close');
      await gone;
    },
  };
}

/** Beside this file in the sources, beside the bundle that holds it once built. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

/** Two moments of a job: when its answer is known, and when its thread is free. */
interface Running<Name extends keyof Jobs> {
  readonly answer: Promise<Answer<Name>>;
  readonly over: Promise<void>;
}

/**
 * Runs a job on a thread. Whoever stops it is answered at once: it will not commit. Until the thread hears of it, in the middle
 * of a long statement, some seconds may pass; what goes wrong meanwhile is nobody's answer, and told to `onDefect`.
 */
function runOn<Name extends keyof Jobs>(
  { worker }: Thread,
  request: Omit<JobRequest, 'stop'>,
  { signal, onProgress }: JobOptions,
  onDefect: (error: unknown) => void,
): Running<Name> {
  const flag = createStopFlag();
  const over = Promise.withResolvers<void>();
  const answer = new Promise<Answer<Name>>((resolve, reject) => {
    let isAnswered = false;
    const progress = createMeanwhile((told) => onProgress?.(told));
    const settle = (told: Answer<Name>): void => {
      isAnswered = true;
      progress.end();
      resolve(told);
    };
    const stop = (): void => {
      if (flag.stop()) settle(fail({ code: 'cancelled' }));
    };
    const lost = (error: unknown): void => {
      const detail = textOf(error);
      finish(
        isAnswered ? new Error(`lost while it stopped: ${detail}`) : fail({ code: 'worker-lost', detail }),
      );
    };
    const hear = (told: JobAnswer | ReaderRequest): void => {
      if (told.type === 'opened' || told.type === 'begin-reading' || told.id !== request.id) return;
      if (told.type === 'end-reading') return;
      if (told.type === 'done') finish(toAnswer<Name>(told.output));
      else if (told.type === 'failed')
        finish(told.trouble === null ? new Error(told.error) : fail(told.trouble));
      else if (!isAnswered) progress.tell(told.progress);
    };
    function finish(told: Answer<Name> | Error): void {
      worker.off('message', hear).off('error', lost).off('exit', lost);
      signal?.removeEventListener('abort', stop);
      worker.unref();
      progress.end();
      over.resolve();
      if (!(told instanceof Error)) settle(told);
      else if (isAnswered) onDefect(told);
      else reject(told);
    }
    worker.on('message', hear).on('error', lost).on('exit', lost);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
    worker.ref();
    worker.postMessage({ ...request, stop: flag.shared } satisfies JobRequest);
  });
  return { answer, over: over.promise };
}

// What the thread sends back is what the job of that name returned.
function toAnswer<Name extends keyof Jobs>(output: unknown): Answer<Name> {
  const answer = output as Answer<Name> | Stopped;
  return 'stopped' in answer ? fail({ code: 'cancelled' }) : answer;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : `exit ${JSON.stringify(error)}`;
}
