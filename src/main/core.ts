import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Call } from '../shared/contract/api.ts';
import type { CoreEvent } from '../shared/contract/events.ts';
import type { Problem } from '../shared/contract/problems.ts';
import type { LedgerNotice } from '../shared/domain/backup.ts';
import type { Day } from '../shared/domain/day.ts';
import type { Policies } from '../shared/domain/policies.ts';
import type { Result } from '../shared/domain/result.ts';
import type { Hand, TrailDraft, TrailHost } from '../shared/domain/trail.ts';
import { codeOf } from './disk/errors.ts';
import { takeAwayIfPossible } from './disk/patience.ts';
import { createChanges, type Version } from './changes.ts';
import { createCoreLedger, type LedgerPlace } from './core-ledger.ts';
import type { Doors } from './doors.ts';
import type { Step } from './messages/outbox/environment.ts';
import type { Office } from './office.ts';
import { copiesFolder, settleSecondFolder } from './ledger/backup/backup-settings.ts';
import { removeLeftoversAtStart } from './ledger/backup/files.ts';
import type { ReadableLedger, WhenOlder } from './ledger/open.ts';
import { wipeSearch } from './ledger/feed-search.ts';
import { countedRevision } from './ledger/revision.ts';
import type { Build } from './operations/environment.ts';
import { startDailyCheck } from './operations/messages/daily.ts';
import { createDispatch, type Answered } from './operations/dispatch.ts';
import { createHandlers } from './operations/index.ts';
import { underPolicies } from './operations/policies.ts';
import { createTrailNotes, tellUnwritten } from './operations/trail-notes.ts';
import { createParcels, departingFolder, type Outgoing, type Parcel, type Parcels } from './parcels.ts';
import { createStaging, type Incoming } from './staging.ts';
import { createBackups, type BackupPlan, type Backups } from './worker/backups.ts';
import { createIdleCheck } from './worker/idle-check.ts';
import type { BackupTold } from './worker/backup-jobs.ts';
import type { MadeBackup } from './ledger/backup/make-backup.ts';
import { createSearchFeed } from './worker/search-feed.ts';
import { tellWrites } from './worker/tell-writes.ts';
import { createWriter } from './worker/threaded.ts';

export type { BackupPlan, Build, Incoming, LedgerPlace };

export interface CoreEnvironment {
  /** The folder of the ledger; created when first needed. */
  readonly folder: string;
  /** True for the ledger of invented data. */
  readonly demo: boolean;
  /** Who is at the computer. */
  readonly author: string;
  /** Of the program. */
  readonly version: string;
  /** What the build left beside it; without it the program runs from its sources. */
  readonly built?: { readonly build: Build | null; notices(): Uint8Array | null };
  /** What whoever looks after this computer decided; without it, nothing. */
  readonly policies?: Policies;
  /** In front of whom it stands. */
  readonly host?: TrailHost;
  /** True when nobody else receives files into this folder: what an earlier program left there goes. */
  readonly alone: boolean;
  /** What the window opens for other programs; null where there is none. */
  readonly doors?: Doors | null;
  /** What of this computer the messages to citizens need; without it nothing is sent. */
  readonly office?: Office | null;
  /** Shows a folder to who sits at this computer, false when that failed; left out where nothing can. */
  readonly openFolder?: ((folder: string) => Promise<boolean>) | null;
  /** When the ledger is copied by itself; without it only when somebody asks. */
  readonly backups?: BackupPlan | null;
  /** Where the folder lies, when that is not simply a disk of this computer. */
  readonly place?: LedgerPlace | null;
  /** True where somebody searches often: an index of the texts is kept beside the ledger. */
  readonly keepsSearch?: boolean;
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
  const { doors = null, folder, policies = noPolicies } = environment;
  // Without it nothing can be sent, whoever asks.
  const office = policies.off.includes('messages') ? null : (environment.office ?? null);
  const hand: Hand = {
    user: environment.author,
    program: environment.version,
    host: environment.host ?? 'sconosciuto',
  };
  const told = (): BackupTold => ({
    archive: folder,
    by: hand,
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
  const kept = createBackups(plan === null ? null : { ...plan, tell }, told, (made) =>
    trail.note(copyTold(made)),
  );
  const place = environment.place ?? null;
  const search =
    environment.keepsSearch === true
      ? createSearchFeed(folder, (error) =>
          environment.onDefect(randomUUID().slice(0, 8), 'search index', error),
        )
      : null;
  const here = createCoreLedger({
    onOpened: () => search?.changed(),
    folder,
    place,
    office,
    whenOlder: environment.whenOlder ?? 'go-on',
    threaded: () => threaded,
    tell,
    onReplaced: () => changes.begin(),
  });
  const backups: Backups = {
    ...kept,
    before: async (reason) => (here.bar() === null ? kept.before(reason) : undefined),
  };
  const idleCheck = createIdleCheck(plan?.idleCheck ?? null, {
    archive: folder,
    now: () => environment.now(),
    onDamage() {
      for (const listener of listeners) listener({ type: 'backups-changed' });
    },
    onDefect: (error) => environment.onDefect(randomUUID().slice(0, 8), 'idle check', error),
  });
  const threaded = createWriter(folder, {
    whenOlder: environment.whenOlder ?? 'go-on',
    backup: told,
    isOlder: here.isOlder,
    onDefect: (error) => environment.onDefect(randomUUID().slice(0, 8), 'reading', error),
    by: hand,
  });
  const writer = tellWrites(threaded, backups, {
    bar: here.bar,
    refuse: here.refuse,
    opened: here.goOnFromHere,
    wrote() {
      here.noteHere();
      search?.changed();
    },
    async tookOut() {
      if (search === null) wipeSearch(folder);
      else await search.forget();
    },
  });
  const trail = createTrailNotes(writer, () => environment.now());
  const parcels: Parcels = createParcels((parcel) => staging.discard(parcel));
  const staging = createStaging(environment.folder, (parcel) => parcels.add(parcel));
  if (environment.alone) staging.empty();
  removeLeftoversAtStart([
    folder,
    copiesFolder(folder),
    departingFolder(folder),
    ...(office === null ? [] : [office.folder]),
  ]);
  const settleCopies = (): void => {
    if (policies.secondFolder !== null && !environment.demo)
      settleSecondFolder(folder, policies.secondFolder);
  };
  settleCopies();
  const closing: (() => Promise<void>)[] = [];
  if (place?.code === 'ledger-synced') tell(place);
  const changes = createChanges(() => {
    const found = here.look();
    return found.ok && found.value !== null ? versionOf(found.value) : null;
  });

  async function acceptOlder(): ReturnType<typeof here.acceptOlder> {
    const accepted = await here.acceptOlder();
    if (accepted.ok) for (const listener of listeners) listener({ type: 'backups-changed' });
    return accepted;
  }

  const handlers = createHandlers({
    policies,
    today: () => environment.today(),
    now: () => environment.now(),
    author: environment.author,
    demo: environment.demo,
    version: environment.version,
    build: environment.built?.build ?? null,
    notices: () => environment.built?.notices() ?? null,
    hand,
    folder,
    ledger: here.ledger,
    writer,
    trail,
    backups,
    idleCheck,
    replaceLedger: here.replaceLedger,
    noteLedger: here.noteHere,
    acceptOlder,
    older: here.older,
    place: here.notices,
    refuseWrites: here.bar,
    parcels,
    doors,
    office,
    openFolder: environment.openFolder ?? null,
    onDefect: (work, error) => environment.onDefect(randomUUID().slice(0, 8), work, error),
    onClose: (work) => void closing.push(work),
    afterImport: async () => void (await dispatch('rules.check', { what: 'imports' })),
    onStep: environment.onStep,
    logTail: (lines) => environment.logTail?.(lines) ?? [],
  });
  const dispatch = createDispatch(
    underPolicies(handlers, policies),
    (incident, operation, error) => environment.onDefect(incident, operation, error),
    folder,
    (operation, answered) => environment.onAnswer?.(operation, answered),
  );
  /** A ledger that nobody has begun is not begun by looking whom to write to. */
  async function checkToday(): Promise<boolean> {
    const found = here.look();
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
      const done = idleCheck.busy();
      try {
        const answer = await dispatch(name, input, options);
        changes.look();
        return answer;
      } finally {
        done();
      }
    },
    handOver: (parcel) => parcels.add(parcel),
    receive: (name) => staging.receive(name),
    async copyTo(into) {
      const there = await here.ledger();
      if (!there.ok) return there;
      const made = await backups.run('copy', { ...told(), into });
      if (made.ok) await trail.note(copyTold(made.value));
      return made;
    },
    collect(handle) {
      const file = parcels.collect(handle);
      if (file === null || 'bytes' in file) return file;
      const bytes = readFileSync(file.path);
      takeAwayIfPossible(file.path);
      return { name: file.name, bytes };
    },
    async lend(handle, use) {
      const file = parcels.collect(handle);
      if (file === null || 'bytes' in file) return null;
      try {
        return await use(file.path);
      } finally {
        takeAwayIfPossible(file.path);
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
      await idleCheck.close();
      // A ledger that was begun meanwhile.
      settleCopies();
      await search?.close();
      await backups.close();
      const settled = await trail.settle();
      if (!settled.ok) tellUnwritten(environment, settled.problem);
      here.close();
      // Last: whoever closes last folds the log of changes in.
      await writer.close();
      if (environment.alone) staging.empty();
    },
  };
}

const noPolicies: Policies = {
  file: '',
  state: 'none',
  complaint: '',
  off: [],
  archive: null,
  secondFolder: null,
};

function copyTold({ file, manifest }: MadeBackup): TrailDraft {
  const { reason, documents, payments, sha256 } = manifest;
  return {
    operation: 'copy-made',
    subject: basename(file),
    details: { reason, documents, payments, sha256 },
  };
}

/** SQLite counts the writes of all other connections, those of other programs included. */
function versionOf(ledger: ReadableLedger): Version | null {
  try {
    return {
      written: Number(ledger.pragma('data_version', { simple: true })),
      said: countedRevision(ledger),
    };
  } catch (error) {
    if (!/^(?:E[A-Z]|SQLITE_)/.test(codeOf(error))) throw error;
    // A disk that is gone: whoever asks for something is told, and at the next look it may be back.
    return null;
  }
}
