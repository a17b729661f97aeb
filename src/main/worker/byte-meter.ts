import type { JobContext } from './job-context.ts';

/**
 * Tells how far the reading of a drop is, in bytes. Every file is gone through twice, to see whether it is known and
 * to be read: the first time is quick, and counts for a tenth.
 */
export interface ByteMeter {
  beginLooking(name: string, size: number): void;
  beginReading(name: string, size: number): void;
  /** How many bytes of the file were gone through so far, this time. */
  at(bytes: number): void;
  /** All of it was, this time. */
  end(): void;
  /** Nothing new was read, and somebody may want to know that we are here; for about so long nothing can be told. */
  wait(ms?: number): void;
  /** The file that was looked at needs no reading. */
  skip(): void;
}

const looking = 0.1;
const reading = 1 - looking;

export function createByteMeter(total: number, context: Pick<JobContext, 'progress'>): ByteMeter {
  let before = 0;
  let file = { name: '', size: 0, share: looking };
  let told = -1;

  function report(ms?: number): void {
    const now = { step: 'read', done: told, total, unit: 'bytes', file: file.name } as const;
    context.progress(ms === undefined ? now : { ...now, meanwhile: { done: told, ms } });
  }
  function tell(bytes: number): void {
    const done = Math.min(total, Math.round(before + Math.min(bytes, file.size) * file.share));
    if (done <= told) return;
    told = done;
    report();
  }
  function begin(name: string, size: number, share: number): void {
    file = { name, size, share };
    tell(0);
  }
  return {
    beginLooking: (name, size) => begin(name, size, looking),
    beginReading: (name, size) => begin(name, size, reading),
    at: tell,
    wait: report,
    end() {
      tell(file.size);
      before += file.size * file.share;
    },
    skip() {
      before += file.size * reading;
      tell(0);
    },
  };
}
