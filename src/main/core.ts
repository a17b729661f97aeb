import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { Call } from '../shared/contract/api.ts';
import type { CoreEvent } from '../shared/contract/events.ts';
import type { Day } from '../shared/domain/day.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { createChanges, type Version } from './changes.ts';
import type { Doors } from './doors.ts';
import type { Step } from './messages/outbox/environment.ts';
import type { Office } from './office.ts';
import { openReadable, type OpenProblem, type ReadableLedger } from './ledger/open.ts';
import { countedRevision } from './ledger/revision.ts';
import { startDailyCheck } from './operations/messages/daily.ts';
import { createDispatch } from './operations/dispatch.ts';
import { createHandlers } from './operations/index.ts';
import { createParcels, type Outgoing, type Parcel, type Parcels } from './parcels.ts';
import { createStaging, type Incoming } from './staging.ts';
import { isUpToDate } from './worker/rederive.ts';
import { createWriter, type WriterProblem } from './worker/threaded.ts';

export type { Incoming };

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
  /** Hears each step of a message that is being sent; what it throws ends the program there. */
  readonly onStep?: (step: Step) => void;
  today(): Day;
  now(): string;
  /** A defect: what was asked, and what was thrown. Nothing of it may reach a person unfiltered. */
  onDefect(incident: string, operation: string, error: unknown): void;
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
  /** Hears what happens, until the returned function is called. */
  listen(listener: (event: CoreEvent) => void): () => void;
  close(): Promise<void>;
}

export function createCore(environment: CoreEnvironment): Core {
  const { doors = null, office = null } = environment;
  const writer = createWriter(environment.folder);
  const parcels: Parcels = createParcels((parcel) => staging.discard(parcel));
  const staging = createStaging(environment.folder, (parcel) => parcels.add(parcel));
  if (environment.alone) staging.empty();
  let connection: ReadableLedger | null = null;
  let isReady = false;
  const closing: (() => Promise<void>)[] = [];

  /** One connection for all who look, opened when there is something to look at. */
  function look(): Result<ReadableLedger | null, OpenProblem> {
    if (connection !== null) return ok(connection);
    const opened = openReadable(environment.folder);
    if (opened.ok) connection = opened.value;
    return opened;
  }
  /** Only the writer creates and migrates; whoever looks waits for it when the ledger is not there or not up to date. */
  async function ledger(): Promise<Result<ReadableLedger, OpenProblem | WriterProblem>> {
    if (connection !== null && isReady) return ok(connection);
    const found = look();
    if (!found.ok) return found;
    if (found.value === null || !isUpToDate(found.value)) {
      const opened = await writer.open();
      if (!opened.ok) return opened;
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

  const handlers = createHandlers({
    today: () => environment.today(),
    now: () => environment.now(),
    author: environment.author,
    demo: environment.demo,
    version: environment.version,
    folder: environment.folder,
    ledger,
    writer,
    parcels,
    doors,
    office,
    onDefect: (work, error) => environment.onDefect(randomUUID().slice(0, 8), work, error),
    onClose: (work) => void closing.push(work),
    afterImport: async () => void (await dispatch('rules.check', { what: 'imports' })),
    onStep: environment.onStep,
  });
  const dispatch = createDispatch(handlers, (incident, operation, error) =>
    environment.onDefect(incident, operation, error),
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
      const ends = [changes.listen(listener), doors?.listen(listener)];
      return () => ends.forEach((end) => end?.());
    },
    async close() {
      for (const work of closing) await work();
      await endDailyCheck?.();
      changes.close();
      connection?.close();
      connection = null;
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
