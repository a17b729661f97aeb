import { existsSync } from 'node:fs';
import type {
  LedgerNotice,
  LedgerOnShare,
  OlderLedger,
  ReadOnlyLedger,
  SyncedLedger,
} from '../shared/domain/backup.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';
import { isCopyOutdated } from './ledger/open-to-look.ts';
import {
  ledgerFile,
  openReadable,
  type OpenProblem,
  type ReadableLedger,
  type WhenOlder,
} from './ledger/open.ts';
import { whyReadOnly } from './ledger/read-only.ts';
import { attachSearch } from './ledger/search-index.ts';
import { isWhereItWas, momentOf, notePlace, readSentinel, standingOf } from './ledger/sentinel.ts';
import type { Office } from './office.ts';
import { isUpToDate } from './worker/rederive.ts';
import type { createWriter, WriterProblem } from './worker/threaded.ts';

/** What a host found out of the folder of a ledger. */
export type LedgerPlace = LedgerOnShare | SyncedLedger;

interface Standing {
  readonly folder: string;
  readonly place: LedgerPlace | null;
  readonly office: Office | null;
  readonly whenOlder: WhenOlder;
  /** The one writer; asked for when it is needed, because it asks here too. */
  readonly threaded: () => ReturnType<typeof createWriter>;
  /** Hears what a person should know of the ledger. */
  readonly tell: (notice: LedgerNotice) => void;
  /** It was opened for looking. */
  readonly onOpened: () => void;
  /** Another ledger has taken the place of the one before. */
  readonly onReplaced: () => void;
}

/**
 * The ledger of a core: the one connection for all who look, whether it may be written, and whether it is the one that was
 * last here. Nothing is created by looking.
 */
export function createCoreLedger(here: Standing) {
  const { folder, place, office, whenOlder, threaded, tell, onOpened, onReplaced } = here;
  let connection: ReadableLedger | null = null;
  let isReady = false;
  let older: OlderLedger | null = null;
  let mayWriteOlder = whenOlder === 'go-on';
  let readOnly: ReadOnlyLedger | null | undefined;
  let replacing: Promise<unknown> | null = null;

  /** Why nothing may be written. Asked once: what could not be written then is not tried again. */
  function bar(): ReadOnlyLedger | LedgerOnShare | null {
    if (place?.code === 'ledger-on-share') return place;
    if (readOnly === undefined && existsSync(ledgerFile(folder))) {
      readOnly = whyReadOnly(folder);
      if (readOnly !== null) tell(readOnly);
    }
    return readOnly ?? null;
  }

  /** Opened when there is something to look at. */
  function look(): Result<ReadableLedger | null, OpenProblem> {
    if (connection !== null && !isCopyOutdated(connection, ledgerFile(folder))) {
      attachSearch(connection, folder);
      return ok(connection);
    }
    closeConnection();
    if (place?.code === 'ledger-on-share') return fail(place);
    if (replacing !== null) return fail({ code: 'ledger-busy' });
    const opened = openReadable(folder);
    if (!opened.ok || opened.value === null) return opened;
    connection = opened.value;
    onOpened();
    bar();
    const sentinel = readSentinel(folder);
    const standing = sentinel === null ? null : standingOf(connection, folder, sentinel);
    if (standing !== null && typeof standing !== 'string') older = standing;
    else if (office !== null && !isWhereItWas(office.folder, folder, connection))
      older = { code: 'ledger-older', why: 'older' };
    if (older !== null) tell(older);
    return opened;
  }

  function closeConnection(): void {
    connection?.close();
    connection = null;
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

  /** A person said that the older ledger is the right one. */
  async function acceptOlder(): Promise<Result<void, WriterProblem>> {
    const barred = bar();
    if (barred !== null) return fail(barred);
    mayWriteOlder = true;
    threaded().acceptOlder();
    // A writer that is open already knows nothing of it.
    await threaded().aside(async () => undefined);
    const opened = await threaded().open();
    if (opened.ok) goOnFromHere();
    return opened;
  }

  /** Only the writer creates and migrates; whoever looks waits for it when the ledger is not there or not up to date. */
  async function ledger(): Promise<Result<ReadableLedger, OpenProblem | WriterProblem>> {
    await replacing;
    const found = look();
    if (!found.ok) return found;
    if (found.value !== null && isReady) return ok(found.value);
    if (found.value === null || !isUpToDate(found.value)) {
      const barred = bar();
      if (barred !== null) return fail('outdated' in barred ? { ...barred, outdated: true } : barred);
      const opened = await threaded().open();
      if (!opened.ok) return opened;
      goOnFromHere();
    }
    const opened = look();
    if (!opened.ok) return opened;
    if (opened.value === null) return fail({ code: 'not-a-ledger' });
    isReady = true;
    return ok(opened.value);
  }

  /** Whoever looks or writes waits until the other ledger is there. */
  function replaceLedger<T>(work: () => Promise<T>): Promise<T> {
    const done = threaded().aside(async () => {
      closeConnection();
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
      onReplaced();
    });
  }

  return {
    look,
    ledger,
    bar,
    noteHere,
    goOnFromHere,
    acceptOlder,
    replaceLedger,
    older: () => older,
    /** What keeps jobs out until a person has said that an older ledger is the right one. */
    refuse: (): OlderLedger | null => {
      look();
      return mayWriteOlder ? null : older;
    },
    /** True when it is written on from an older one. */
    isOlder: () => mayWriteOlder && older !== null,
    /** What should be known of where it lies, beside what keeps it from being opened at all. */
    notices: () => [place, bar()].filter((notice) => notice !== null && notice.code !== 'ledger-on-share'),
    close: closeConnection,
  };
}
