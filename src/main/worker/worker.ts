import { parentPort, workerData } from 'node:worker_threads';
import { backUpBeforeMigrating } from '../ledger/backup/before-migration.ts';
import { nextDocumentId } from '../ledger/documents.ts';
import { holdQueue } from '../ledger/messages/outbox-state.ts';
import { openWritable, type WritableLedger } from '../ledger/open.ts';
import type { Hand } from '../../shared/domain/trail.ts';
import { writeSealed } from '../ledger/seals/write-seals.ts';
import { keepSentinel, momentOf, noteCommit, readSentinel } from '../ledger/sentinel.ts';
import { lastTold, tellTrail, trailHead } from '../ledger/trail.ts';
import { troubleOf } from '../ledger/trouble.ts';
import { keepNothing, leaveNoTrace, sayNothing } from './jobs.ts';
import { bringUpToDate } from './rederive.ts';
import type { JobAnswer, JobRequest, ReaderRequest, WorkerStart } from './messages.ts';
import { createReader } from './read-elsewhere.ts';
import { roomFor } from './room-for.ts';
import { runJob } from './run-job.ts';
import { createStopFlag } from './stop-flag.ts';
import { createThrottle } from './throttle.ts';

const port = parentPort;
if (port === null) throw new Error('this file is the start of a worker thread');
const say = (told: JobAnswer): void => port.postMessage(told);
const reader = createReader((request: ReaderRequest) =>
  port.postMessage(request, request.type === 'begin-reading' ? [request.task.port] : []),
);

await start(workerData as WorkerStart);

/** Opens the ledger, the only writable one there is, and answers one job at a time. */
async function start({ folder, whenOlder, backup, isOlder, by }: WorkerStart): Promise<void> {
  let ledger: WritableLedger | null = null;
  try {
    const ready = await backUpBeforeMigrating(folder, backup);
    const opened = ready.ok ? openWritable(folder, whenOlder, by) : ready;
    if (!opened.ok) {
      say({ type: 'opened', problem: opened.problem });
      return;
    }
    ledger = opened.value;
    if (isOlder) goOnOlder(ledger, folder, by);
    bringUpToDate(ledger);
  } catch (error) {
    const trouble = troubleOf(error, folder);
    if (trouble === null) throw error;
    ledger?.close();
    say({ type: 'opened', problem: trouble });
    return;
  }
  serve(ledger, folder, by);
}

function serve(ledger: WritableLedger, folder: string, by: Hand): void {
  port?.on('message', (message: JobRequest | 'close') => {
    if (message === 'close') {
      closeNoted(ledger, folder);
      port?.close();
    } else answer(ledger, message, folder, by);
  });
  say({ type: 'opened', problem: null });
}

/** A person knows of it, or was told: it goes on from here. */
function goOnOlder(ledger: WritableLedger, folder: string, by: Hand): void {
  writeSealed(ledger, () => {
    holdQueue(ledger, 'restored');
    // Whoever opened it may have seen the same.
    if (lastTold(ledger, ['ledger-older'])?.seq === trailHead(ledger)?.seq) return;
    const { ledger: id } = momentOf(ledger);
    const told = { operation: 'ledger-older', subject: id, details: { why: 'older' } } as const;
    tellTrail(ledger, [told], { at: new Date().toISOString(), by });
  });
  noteCommit(ledger, folder);
}

/** The log of changes goes with the last connection: what is noted of it goes too. */
function closeNoted(ledger: WritableLedger, folder: string): void {
  const moment = momentOf(ledger);
  if (noteDue !== null) clearTimeout(noteDue);
  const documents = nextDocumentId(ledger) - 1;
  const trail = trailHead(ledger);
  ledger.close();
  keepSentinel(folder, { ...moment, documents, trail, next: null });
}

function answer(
  ledger: WritableLedger,
  { id, name, input, now, stop }: JobRequest,
  folder: string,
  by: Hand,
): void {
  const flag = createStopFlag(stop);
  const progress = createThrottle(100, (told) => say({ type: 'progress', id, progress: told }));
  try {
    const before = trailHead(ledger);
    const output = runJob(ledger, name, input as never, {
      now,
      by,
      noted: name === 'verify' ? (readSentinel(folder)?.trail ?? null) : null,
      isStopped: () => flag.isStopped(),
      isStoppedAtLast: () => flag.isStoppedAtLast(),
      progress: (told) => progress.tell(told),
      reader,
    });
    progress.flush();
    if (leaveNoTrace.has(name) && trailHead(ledger)?.seq !== before?.seq) wipe(ledger);
    if (!keepNothing.has(name) && !sayNothing.has(name)) noteCommit(ledger, folder);
    else if (trailHead(ledger)?.seq !== before?.seq) noteSoon(ledger, folder);
    // What went through many rows holds pages that the next job will hardly want.
    if (!sayNothing.has(name)) ledger.pragma('shrink_memory');
    say({ type: 'done', id, output });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ type: 'failed', id, trouble: troubleOf(error, folder, roomFor(input)), error: text });
  }
}

/**
 * Written anew without its free pages, and its log cut: what was deleted is in no byte of them. SQLite overwrites what it
 * deletes; this is for what lies in pages that it only gave back.
 */
function wipe(ledger: WritableLedger): void {
  ledger.exec('VACUUM');
  ledger.pragma('wal_checkpoint(TRUNCATE)');
}

let noteDue: NodeJS.Timeout | null = null;

/** A thousand messages are a thousand entries: the last one is noted once a second, and when the ledger is closed. */
function noteSoon(ledger: WritableLedger, folder: string): void {
  noteDue ??= setTimeout(() => {
    noteDue = null;
    if (ledger.open) noteCommit(ledger, folder);
  }, 1_000);
}
