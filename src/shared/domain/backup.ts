/** Why a copy was made. */
export const backupReasons = ['import', 'undo', 'migration', 'close', 'request'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What is told of a copy in the file beside it. */
export interface BackupManifest {
  readonly format: 1;
  /** Of the file, without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Names the ledger. */
  readonly ledger: string;
  readonly schema: number;
  /** Version of the program. */
  readonly program: string;
  /** ISO instant, and the day it was in Italy. */
  readonly madeAt: string;
  readonly day: string;
  /** Later copies of a folder have greater ones. */
  readonly sequence: number;
  readonly revision: number;
  readonly mark: string;
  readonly documents: number;
  readonly payments: number;
  readonly reason: BackupReason;
  /** `full`: every index was held against its table too. */
  readonly checked: 'full' | 'quick';
}

/** Whether a copy can be relied on: `unchecked` is one whose bytes nobody has read again since it was made. */
export type BackupState = 'verified' | 'unchecked' | 'damaged' | 'missing' | 'no-manifest';

/** Why a copy was not made. `folder`: where it should have gone. */
export type BackupProblem =
  | { readonly code: 'backup-folder-missing'; readonly folder: string }
  | { readonly code: 'backup-folder-read-only'; readonly folder: string }
  | {
      readonly code: 'backup-disk-full';
      readonly folder: string;
      /** Bytes; null where the disk does not say. */
      readonly free: number | null;
      readonly needed: number;
    }
  /** The file that names the second folder is damaged: nobody knows any more where it was. */
  | { readonly code: 'backup-settings-unreadable'; readonly file: string }
  | { readonly code: 'backup-failed'; readonly folder: string; readonly detail: string }
  /** What should be copied is damaged: its copy was not kept. */
  | { readonly code: 'ledger-unsound'; readonly detail: string };

/** Why a copy was not put in the place of the ledger. */
export type RestoreProblem =
  | { readonly code: 'backup-not-found'; readonly source: string }
  | { readonly code: 'backup-damaged'; readonly source: string; readonly why: BackupDamage }
  /** The ledger that is here is another one, and not empty. */
  | { readonly code: 'backup-of-another-ledger'; readonly source: string };

/** `bytes`: not those that were written; `structure`: SQLite complains; `tables`: not as this program makes them. */
export type BackupDamage = 'bytes' | 'structure' | 'tables' | 'not-a-ledger';

/** What is wrong with the file of a ledger that was there. */
export const ledgerDamages = [
  'missing',
  'empty',
  'header',
  'cut',
  'pages',
  'wal-missing',
  'wal-foreign',
] as const;
export type LedgerDamage = (typeof ledgerDamages)[number];

/**
 * A ledger that is not the one that was written last in its folder: an older copy of it, or another one altogether.
 */
export interface OlderLedger {
  readonly code: 'ledger-older';
  readonly why: 'older' | 'other';
}

/** Nothing can be written where the ledger lies. `outdated`: it would have to be brought up to date before it is shown. */
export interface ReadOnlyLedger {
  readonly code: 'ledger-read-only';
  readonly folder: string;
  readonly what: 'folder' | 'file';
  readonly outdated: boolean;
}

/** A ledger on another computer's disk is not opened: the log of changes needs memory that connections share. */
export interface LedgerOnShare {
  readonly code: 'ledger-on-share';
  readonly folder: string;
}

/** Another program copies the ledger's folder to other computers while it is written. */
export interface SyncedLedger {
  readonly code: 'ledger-synced';
  readonly folder: string;
  /** The name of the program or service. */
  readonly service: string;
}

/** What should be known of the place of a ledger. */
export type PlaceNotice = ReadOnlyLedger | SyncedLedger;

/** Told while work goes on. */
export type LedgerNotice = BackupProblem | OlderLedger | PlaceNotice;
