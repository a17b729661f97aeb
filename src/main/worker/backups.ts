import { Worker } from 'node:worker_threads';
import type { BackupProblem, BackupReason, LedgerNotice } from '../../shared/domain/backup.ts';
import { lookAtFolders } from '../ledger/backup/look-at-folders.ts';
import type { BackupJob, BackupJobs, BackupTold, Kept } from './backup-jobs.ts';
import type { MadeBackup } from '../ledger/backup/make-backup.ts';
import type { BackupAnswer } from './backup-thread.ts';
import type { IdleCheckPlan } from './idle-check.ts';
import { threadEnvironment } from './thread-environment.ts';

/** When a ledger is copied by itself; a host that has none copies only when it is asked. */
export interface BackupPlan {
  /**
   * After an import the next copy waits ten times as long as the last one took, and never longer than so many milliseconds:
   * of a small ledger there is one after nearly every import. When a window ends, one in any case.
   */
  readonly everyMs: number;
  /** What calls for a copy when the program ends. */
  readonly atTheEnd: 'imports' | 'anything';
  /** When the ledger is verified by itself; without it only when somebody asks. */
  readonly idleCheck?: IdleCheckPlan;
  /** Hears what somebody should know, as soon as it is known. */
  tell(notice: LedgerNotice): void;
}

/** The copies of one ledger. One is made at a time. */
export interface Backups {
  /** Documents came or went: a copy is due. */
  importsChanged(): void;
  /** Something else was written: a copy is due when the program ends. */
  changed(): void;
  /** A copy of how things are, before what cannot be taken back by itself. Its failure is told, and stops nothing. */
  before(reason: BackupReason): Promise<void>;
  /** The copies of the ladder, now. */
  keep(reason: BackupReason): Promise<Kept>;
  run<Name extends Exclude<keyof BackupJobs, 'keep'>>(
    name: Name,
    input: BackupJobs[Name]['input'],
  ): Promise<BackupJobs[Name]['output']>;
  /** What went wrong with the last copies of the ladder. */
  trouble(): readonly BackupProblem[];
  /** Makes the copy that is still due. */
  close(): Promise<void>;
}

/** After the answer of an import has gone its way. */
const afterMs = 1_500;
/** Of the time at most one part in so many goes into copies. */
const workPerCopy = 10;

export function createBackups(
  plan: BackupPlan | null,
  told: () => BackupTold,
  /** Hears of each copy of the ladder that is new. */
  made: (copy: MadeBackup) => Promise<void>,
): Backups {
  let last: Promise<unknown> = Promise.resolve();
  let troubles: readonly BackupProblem[] = [];
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isDue = false;
  let keptAt: number | null = null;
  let tookMs = 0;

  function queue<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }
  const keep = (reason: BackupReason, unlessWithinMs = 0): Promise<Kept> =>
    queue(async () => {
      isDue = false;
      const input = { ...told(), reason, unlessWithinMs };
      const began = performance.now();
      const kept = await runInThread<'keep'>({ name: 'keep', input });
      keptAt = performance.now();
      tookMs = keptAt - began;
      tellTroubles([kept.problem, kept.secondProblem].filter((problem) => problem !== null));
      const { file, manifest } = kept;
      if (file !== null && manifest?.madeAt === input.now) await made({ file, manifest });
      return kept;
    });

  /** What cannot be looked at is told by the copy itself, and what is well now is known when it is made. */
  async function lookNow(): Promise<void> {
    const found = await lookAtFolders(told().archive);
    if (found.length > 0) tellTroubles(found);
  }
  /** The same trouble is told once, until it is another or none. */
  function tellTroubles(found: readonly BackupProblem[]): void {
    const known = new Set(troubles.map(nameOf));
    troubles = found;
    for (const trouble of found) if (!known.has(nameOf(trouble))) plan?.tell(trouble);
  }

  return {
    importsChanged() {
      if (plan === null) return;
      looking = looking.then(lookNow);
      isDue = true;
      if (timer !== null) return;
      const since = keptAt === null ? Infinity : performance.now() - keptAt;
      const wait = Math.max(afterMs, Math.min(plan.everyMs, workPerCopy * tookMs) - since);
      timer = setTimeout(() => {
        timer = null;
        // A defect of the thread is heard at the next copy that somebody waits for; nothing here depends on this one.
        if (isDue) void keep('import').catch(() => undefined);
      }, wait).unref();
    },
    changed() {
      if (plan?.atTheEnd === 'anything') isDue = true;
    },
    async before(reason) {
      if (plan !== null) await keep(reason);
    },
    keep: (reason) => keep(reason),
    run: (name, input) => queue(() => runInThread({ name, input } as BackupJob)) as never,
    trouble: () => troubles,
    async close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await looking;
      await last;
      if (!isDue || plan === null) return;
      // A script that imports one file after the other must not copy the whole ledger after each.
      if (plan.atTheEnd === 'imports') await keep('import', plan.everyMs);
      else await keep('close');
    },
  };
}

function nameOf(trouble: BackupProblem): string {
  return `${trouble.code} ${'folder' in trouble ? trouble.folder : ''}`;
}

async function runInThread<Name extends keyof BackupJobs>(
  job: BackupJob,
): Promise<BackupJobs[Name]['output']> {
  const worker = new Worker(threadFile(), { workerData: job, env: threadEnvironment() });
  const answer = await new Promise<BackupAnswer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that copies ended with ${code}`)));
  });
  await worker.terminate();
  // What the disk did is told by its name wherever it comes to light.
  if ('failed' in answer) throw Object.assign(new Error(answer.failed), { code: answer.code });
  // The thread answers what the job of that name returns.
  return answer.done as BackupJobs[Name]['output'];
}

/** Beside this file in the sources, beside the bundle that holds it once built. */
function threadFile(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './backup-thread.ts' : './backup-thread.js',
    import.meta.url,
  );
}
