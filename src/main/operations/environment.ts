import type { Problem } from '../../shared/contract/problems.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { LedgerOnShare, OlderLedger, PlaceNotice, ReadOnlyLedger } from '../../shared/domain/backup.ts';
import type { Policies } from '../../shared/domain/policies.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Hand } from '../../shared/domain/trail.ts';
import type { Backups } from '../worker/backups.ts';
import type { IdleCheck } from '../worker/idle-check.ts';
import type { Writer, WriterProblem } from '../worker/threaded.ts';
import type { Doors } from '../doors.ts';
import type { Step } from '../messages/outbox/environment.ts';
import type { Office } from '../office.ts';
import type { TrailNotes } from './trail-notes.ts';
import type { Parcels } from '../parcels.ts';

/** What the build noted of itself. */
export interface Build {
  readonly commit: string;
  /** Of the commit. */
  readonly day: Day;
}

/** What the operations work with; the core builds it, the operations ask nothing of the world beside it. */
export interface Environment {
  /** The day it is, in Italy; frozen by tests and by `--oggi`. */
  today(): Day;
  /** The moment it is, ISO instant. */
  now(): string;
  /** Who is at the computer, as the operating system calls them; decisions bear it. */
  readonly author: string;
  /** True for the ledger of invented data. */
  readonly demo: boolean;
  /** Of the program. */
  readonly version: string;
  /** From what the program was built; null when it runs from its sources. */
  readonly build: Build | null;
  /** The licences of what is built in; null when it runs from its sources. */
  notices(): Uint8Array | null;
  /** What whoever looks after this computer decided. */
  readonly policies: Policies;
  /** All of that together, as the trail tells it. */
  readonly hand: Hand;
  /** Where the ledger is kept. */
  readonly folder: string;
  /** A connection that looks; the ledger is created when there is none. */
  ledger(): Promise<Result<ReadableLedger, Problem>>;
  readonly writer: Writer;
  /** For what is done outside of the ledger. */
  readonly trail: TrailNotes;
  readonly backups: Backups;
  readonly idleCheck: IdleCheck;
  /** Lets go of the ledger while `work` puts another one in its place. */
  replaceLedger<T>(work: () => Promise<T>): Promise<T>;
  /** Notes outside the folder where its ledger stands now. */
  noteLedger(): void;
  /** A person said that the older ledger here is the right one. */
  acceptOlder(): Promise<Result<void, WriterProblem>>;
  /** An older ledger in the place of the one that was written last, of which nobody has said yet that it is right. */
  older(): OlderLedger | null;
  /** What should be known of the place where the ledger lies. */
  place(): readonly PlaceNotice[];
  /** Why nothing can be written where the ledger lies; null where it can. */
  refuseWrites(): ReadOnlyLedger | LedgerOnShare | null;
  readonly parcels: Parcels;
  /** Null where no window stands in front of the core. */
  readonly doors: Doors | null;
  /** What of this computer the messages need; null where nothing can be sent. */
  readonly office: Office | null;
  /** Shows a folder to who sits at this computer, false when that failed; null where nothing can. */
  readonly openFolder: ((folder: string) => Promise<boolean>) | null;
  /** What was thrown while nobody had asked for anything. */
  onDefect(work: string, error: unknown): void;
  /** The newest lines of the log of this computer; none where nobody writes one. */
  logTail(lines: number): readonly string[];
  /** To be done before the ledger is closed. */
  onClose(work: () => Promise<void>): void;
  /** Prepares the messages that follow from papers that have just come; what fails is made up for by the next daily look. */
  afterImport(): Promise<void>;
  /** Hears each step of a message that is being sent; what it throws ends the program there. */
  readonly onStep?: ((step: Step) => void) | undefined;
}
