import { Worker } from 'node:worker_threads';
import { gates, markLost, type Loss } from './gate.ts';
import { readerLimits, type ReaderLimits } from './reader-limits.ts';
import type { ReaderDone } from './reader.ts';
import type { ReaderTask } from './reader-task.ts';
import { threadEnvironment } from './thread-environment.ts';

/** The threads in which everything is parsed that comes from outside, seen from a thread that is never blocked. */
export interface ReaderPool {
  /** Soon there will be a task: its reader may start while whoever gives it has something else to do. */
  prepare(): void;
  /** Gives a task to a reader. That it was lost is told through the gate of the task, and nowhere else. */
  begin(task: ReaderTask): void;
  /** Whoever took has had enough: a reader that still works is ended. */
  end(id: number): void;
  /** Ends them all. */
  close(): void;
}

interface Reader {
  readonly worker: Worker;
  /** The task at which it works. */
  task: ReaderTask | null;
  done: number;
  isSpent: boolean;
  /** Steps when it was last looked at, and how many looks ago they were fewer. */
  beat: number;
  still: number;
  isMeasured: boolean;
}

/**
 * A reader is ended when it takes too much memory, stands still, or throws; the next task gets a fresh one. One that did
 * its work well waits a while for the next task, because starting one takes longer than reading a small file.
 */
export function createReaderPool(
  onDefect: (error: unknown) => void,
  limits: ReaderLimits = readerLimits(),
): ReaderPool {
  const readers = new Set<Reader>();
  let watch: NodeJS.Timeout | null = null;
  let idle: NodeJS.Timeout | null = null;

  function start(): Reader {
    const worker = new Worker(limits.file, {
      env: threadEnvironment(),
      resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: limits.hardMb },
    });
    const reader: Reader = {
      worker,
      task: null,
      done: 0,
      isSpent: false,
      beat: 0,
      still: 0,
      isMeasured: false,
    };
    readers.add(reader);
    // It must not keep the program alive: whoever waits for it does.
    worker.unref();
    worker.on('message', (done: ReaderDone) => free(reader, done));
    worker.on('error', (error: unknown) => {
      const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isFull) onDefect(withoutWords(error));
      lose(reader, isFull ? 'memory' : 'defect');
    });
    worker.on('exit', () => lose(reader, 'defect'));
    return reader;
  }

  function lose(reader: Reader, why: Loss): void {
    readers.delete(reader);
    if (reader.task !== null) markLost(reader.task.gate, why);
    reader.task = null;
    void reader.worker.terminate();
  }

  function free(reader: Reader, { id, spent }: ReaderDone): void {
    reader.done += 1;
    reader.isSpent ||= spent || reader.done >= limits.tasks;
    // It may have been given the next task already.
    if (reader.task?.id !== id) return;
    reader.task = null;
    const waits = [...readers].some((other) => other !== reader && other.task === null);
    if (reader.isSpent || waits) lose(reader, 'defect');
    waitForTasks();
  }

  function waitForTasks(): void {
    if (idle !== null) clearTimeout(idle);
    idle = setTimeout(endIdle, limits.idleMs).unref();
  }

  function endIdle(): void {
    for (const reader of readers) if (reader.task === null) lose(reader, 'defect');
  }

  function look(): void {
    let isBusy = false;
    for (const reader of readers) {
      if (reader.task === null) continue;
      isBusy = true;
      const beat = Atomics.load(reader.task.gate, gates.beat);
      // Counted in looks, not by the clock: a computer that slept was not standing still.
      reader.still = beat === reader.beat ? reader.still + 1 : 0;
      reader.beat = beat;
      if (reader.still * lookMs >= limits.stillMs) lose(reader, 'stuck');
      else if (!reader.isMeasured) void measure(reader);
    }
    if (isBusy || watch === null) return;
    clearInterval(watch);
    watch = null;
  }

  /**
   * Its memory is looked at from outside, far below what its thread may take: V8 ends the whole program, and not only
   * the thread, when a single large piece of memory does not fit any more.
   */
  async function measure(reader: Reader): Promise<void> {
    reader.isMeasured = true;
    try {
      const { used_heap_size: heap, external_memory: outside } = await reader.worker.getHeapStatistics();
      const isFull = heap > limits.heapBytes || heap + outside > limits.allBytes;
      if (isFull && reader.task !== null) lose(reader, 'memory');
    } catch (error) {
      // It ended meanwhile, which is told by its end.
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING'))
        throw error;
    } finally {
      reader.isMeasured = false;
    }
  }

  return {
    prepare() {
      if ([...readers].some(isFree)) return;
      try {
        start();
      } catch {
        // That none can be started is told to the task that needs it.
        return;
      }
      waitForTasks();
    },
    begin(task) {
      let reader: Reader;
      try {
        reader = [...readers].find(isFree) ?? start();
      } catch (error) {
        onDefect(error);
        markLost(task.gate, 'defect');
        return;
      }
      reader.task = task;
      reader.beat = -1;
      reader.still = 0;
      reader.worker.postMessage(task, [task.port]);
      watch ??= setInterval(look, lookMs).unref();
    },
    end(id) {
      const reader = [...readers].find(({ task }) => task?.id === id);
      if (reader !== undefined) lose(reader, 'defect');
    },
    close() {
      for (const reader of readers) lose(reader, 'defect');
      if (watch !== null) clearInterval(watch);
      if (idle !== null) clearTimeout(idle);
      watch = idle = null;
    },
  };
}

const lookMs = 100;

/** It says that it is done a little after whoever took from it knows it. */
function isFree({ task, isSpent }: Reader): boolean {
  return !isSpent && (task === null || Atomics.load(task.gate, gates.ended) === 1);
}

/** Where a defect happened, without its message: that may quote what was read. */
function withoutWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('a reader threw what is no error');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const told = new Error(`a reader ended: ${error.name}`);
  told.stack = [told.message, ...frames].join('\n');
  return told;
}
