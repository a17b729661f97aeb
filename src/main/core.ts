import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { Call } from '../shared/contract/api.ts';
import type { CoreEvent } from '../shared/contract/events.ts';
import type { Problem } from '../shared/contract/problems.ts';
import type { LedgerNotice, OlderLedger } from '../shared/domain/backup.ts';
import type { Day } from '../shared/domain/day.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { createChanges, type Version } from './changes.ts';
import type { Doors } from './doors.ts';
import type { Step } from './messages/outbox/environment.ts';
import type { Office } from './office.ts';
import { copiesFolder } from './ledger/backup/backup-settings.ts';
import { removeLeftoversAtStart } from './ledger/backup/files.ts';
import { openReadable, type OpenProblem, type ReadableLedger, type WhenOlder } from './ledger/open.ts';
import { countedRevision } from './ledger/revision.ts';
import { isWhereItWas, momentOf, notePlace, readSentinel, standingOf } from './ledger/sentinel.ts';
import { startDailyCheck } from './operations/messages/daily.ts';
import { createDispatch, type Answered } from './operations/dispatch.ts';
import { createHandlers } from './operations/index.ts';
import { createParcels, departingFolder, type Outgoing, type Parcel, type Parcels } from './parcels.ts';
import { createStaging, type Incoming } from './staging.ts';
import { isUpToDate } from './worker/rederive.ts';
import { createBackups, type BackupPlan } from './worker/backups.ts';
import type { BackupTold } from './worker/backup-jobs.ts';
import type { MadeBackup } from './ledger/backup/make-backup.ts';
import { tellWrites } from './worker/tell-writes.ts';
import { createWriter, type WriterProblem } from './worker/threaded.ts';

export type { BackupPlan, Incoming };

export interface CoreEnvironment {
  /** The folder of the ledger; created when first needed. */
  readonly folder: string;
  /** True for the ledger of invented data. */
  readonly demo: boolean;
  /** Who is at the computer. */
  readonly author: string;
  /** Of the program. */
  readonly version: string;
  /** True when nobody else receives files into this folder: what an earlier program left there goes. */
  readonly alone: boolean;
  /** What the window opens for other programs; null where there is none. */
  readonly doors?: Doors | null;
  /** What of this computer the messages to citizens need; without it nothing is sent. */
  readonly office?: Office | null;
  /** When the ledger is copied by itself; without it only when somebody asks. */
  readonly backups?: BackupPlan | null;
  /** What is done with an older ledger in the place of the last one: `refuse` where a person can be asked first. */
  readonly whenOlder?: WhenOlder;
  /** Hears each step of a message that is being sent; what it throws ends the program there. */
  readonly onStep?: (step: Step) => void;
  today(): Day;
  now(): string;
  /** A defect: what was asked, and what was thrown. Nothing of it may reach a person unfiltered. */
  onDefect(incident: string, operation: string, error: unknown): void;
  /** Every answer, for the log: what was asked is not to be written there as it is. */
  onAnswer?(operation: string, answered: Answered): void;
  /** The newest lines of the log, for who looks for a fault. */
  logTail?(lines: number): readonly string[];
}

/** The program without a face: whoever stands in front of a person asks it by the names of the contract. */
export interface Core {
  readonly call: Call;
  /** Hands a file over by its path, which stays the person's; the handle goes into `documents.import`. */
  handOver(parcel: Parcel): string;
  /** Takes a file in piece by piece. */
  receive(name: string): Incoming;
  /** What an operation made, once; null when there is no such parcel. */
  collect(handle: string): Outgoing | null;
  /** Lends such a file while `use` runs, where it may be too large for memory; null when none waits on the disk. */
  lend<T>(handle: string, use: (path: string) => Promise<T>): Promise<T | null>;
  /** Copies the ledger to where the person wants it: a folder, where it gets a name, or a file. */
  copyTo(into: { readonly folder: string } | { readonly file: string }): Promise<Result<MadeBackup, Problem>>;
  /** Hears what happens, until the returned function is called. */
  listen(listener: (event: CoreEvent) => void): () => void;
  close(): Promise<void>;
}

export function createCore(environment: CoreEnvironment): Core {
  const { doors = null, office = null, folder } = environment;
  const told = (): BackupTold => ({
    archive: folder,
    now: environment.now(),
    day: environment.today(),
    program: environment.version,
  });
  const listeners = new Set<(event: CoreEvent) => void>();
  const plan = environment.backups ?? null;
  const tell = (notice: LedgerNotice): void => {
    plan?.tell(notice);
    for (const listener of listeners) listener({ type: 'backups-changed' });
  };
  const backups = createBackups(plan === null ? null : { ...plan, tell }, told);
  const { whenOlder = 'go-on' } = environment;
  let older: OlderLedger | null = null;
  let mayWriteOlder = whenOlder === 'go-on';
  const threaded = createWriter(folder, {
    whenOlder,
    backup: told,
    isOlder: () => mayWriteOlder && older !== null,
  });
  const writer = tellWrites(threaded, backups, {
    refuse() {
      look();
      return mayWriteOlder ? null : older;
    },
    opened: goOnFromHere,
    wrote: noteHere,
  });
  let replacing: Promise<unknown> | null = null;
  const parcels: Parcels = createParcels((parcel) => staging.discard(parcel));
  const staging = createStaging(environment.folder, (parcel) => parcels.add(parcel));
  if (environment.alone) staging.empty();
  removeLeftoversAtStart([
    folder,
    copiesFolder(folder),
    departingFolder(folder),
    ...(office === null ? [] : [office.folder]),
  ]);
  let connection: ReadableLedger | null = null;
  let isReady = false;
  const closing: (() => Promise<void>)[] = [];

  /** One connection for all who look, opened when there is something to look at. */
  function look(): Result<ReadableLedger | null, OpenProblem> {
    if (connection !== null) return ok(connection);
    if (replacing !== null) return fail({ code: 'ledger-busy' });
    const opened = openReadable(folder);
    if (!opened.ok || opened.value === null) return opened;
    connection = opened.value;
    const sentinel = readSentinel(folder);
    const standing = sentinel === null ? null : standingOf(connection, folder, sentinel);
    if (standing !== null && typeof standing !== 'string') older = standing;
    else if (office !== null && !isWhereItWas(office.folder, folder, connection))
      older = { code: 'ledger-older', why: 'older' };
    if (older !== null) tell(older);
    return opened;
  }
  /** Where the ledger stands now, for who opens it after it was put back from a copy. */
  function noteHere(): void {
    if (office !== null && look().ok && connection !== null)
      notePlace(office.folder, folder, momentOf(connection));
  }
  /** The writer has it, and holds what waits to be sent: from now on it is the ledger of this folder. */
  function goOnFromHere(): void {
    if (older === null || !mayWriteOlder) return;
    older = null;
    noteHere();
  }
  async function acceptOlder(): Promise<Result<void, WriterProblem>> {
    mayWriteOlder = true;
    threaded.acceptOlder();
    // A writer that is open already knows nothing of it.
    await threaded.aside(async () => undefined);
    const opened = await threaded.open();
    if (!opened.ok) return opened;
    goOnFromHere();
    for (const listener of listeners) listener({ type: 'backups-changed' });
    return opened;
  }
  /** Only the writer creates and migrates; whoever looks waits for it when the ledger is not there or not up to date. */
  async function ledger(): Promise<Result<ReadableLedger, OpenProblem | WriterProblem>> {
    await replacing;
    if (connection !== null && isReady) return ok(connection);
    const found = look();
    if (!found.ok) return found;
    if (found.value === null || !isUpToDate(found.value)) {
      const opened = await threaded.open();
      if (!opened.ok) return opened;
      goOnFromHere();
    }
    const opened = look();
    if (!opened.ok) return opened;
    if (opened.value === null) return fail({ code: 'not-a-ledger' });
    isReady = true;
    return ok(opened.value);
  }
  const changes = createChanges(() => {
    const found = look();
    return found.ok && found.value !== null ? versionOf(found.value) : null;
  });

  /** Whoever looks or writes waits until the other ledger is there. */
  function replaceLedger<T>(work: () => Promise<T>): Promise<T> {
    const done = threaded.aside(async () => {
      connection?.close();
      connection = null;
      isReady = false;
      older = null;
      return work();
    });
    const ended = done.then(
      () => undefined,
      () => undefined,
    );
    replacing = ended;
    return done.finally(() => {
      if (replacing === ended) replacing = null;
      changes.begin();
    });
  }

  const handlers = createHandlers({
    today: () => environment.today(),
    now: () => environment.now(),
    author: environment.author,
    demo: environment.demo,
    version: environment.version,
    folder,
    ledger,
    writer,
    backups,
    replaceLedger,
    noteLedger: noteHere,
    acceptOlder,
    older: () => older,
    parcels,
    doors,
    office,
    onDefect: (work, error) => environment.onDefect(randomUUID().slice(0, 8), work, error),
    onClose: (work) => void closing.push(work),
    afterImport: async () => void (await dispatch('rules.check', { what: 'imports' })),
    onStep: environment.onStep,
    logTail: (lines) => environment.logTail?.(lines) ?? [],
  });
  const dispatch = createDispatch(
    handlers,
    (incident, operation, error) => environment.onDefect(incident, operation, error),
    (operation, answered) => environment.onAnswer?.(operation, answered),
  );
  /** A ledger that nobody has begun is not begun by looking whom to write to. */
  async function checkToday(): Promise<boolean> {
    const found = look();
    if (!found.ok || found.value === null) return false;
    const checked = await dispatch('rules.check', {});
    changes.look();
    return checked.ok;
  }
  const endDailyCheck =
    office !== null && environment.alone
      ? startDailyCheck({ now: () => environment.now(), check: checkToday })
      : null;
  return {
    async call(name, input, options) {
      const answer = await dispatch(name, input, options);
      changes.look();
      return answer;
    },
    handOver: (parcel) => parcels.add(parcel),
    receive: (name) => staging.receive(name),
    async copyTo(into) {
      const there = await ledger();
      return there.ok ? backups.run('copy', { ...told(), into }) : there;
    },
    collect(handle) {
      const file = parcels.collect(handle);
      if (file === null || 'bytes' in file) return file;
      const bytes = readFileSync(file.path);
      rmSync(file.path, { force: true });
      return { name: file.name, bytes };
    },
    async lend(handle, use) {
      const file = parcels.collect(handle);
      if (file === null || 'bytes' in file) return null;
      try {
        return await use(file.path);
      } finally {
        rmSync(file.path, { force: true });
      }
    },
    listen(listener) {
      listeners.add(listener);
      const ends = [changes.listen(listener), doors?.listen(listener), () => listeners.delete(listener)];
      return () => ends.forEach((end) => end?.());
    },
    async close() {
      for (const work of closing) await work();
      await endDailyCheck?.();
      changes.close();
      await backups.close();
      connection?.close();
      connection = null;
      // Last: whoever closes last folds the log of changes in.
      await writer.close();
      if (environment.alone) staging.empty();
    },
  };
}

/** SQLite counts the writes of all other connections, those of other programs included. */
function versionOf(ledger: ReadableLedger): Version | null {
  try {
    return {
      written: Number(ledger.pragma('data_version', { simple: true })),
      said: countedRevision(ledger),
    };
  } catch {
    // A disk that is gone: whoever asks for something is told, and at the next look it may be back.
    return null;
  }
}
