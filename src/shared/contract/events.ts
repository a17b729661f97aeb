import type { DocumentProblem } from '../domain/document.ts';
import type { OpiReport } from '../domain/opi-report.ts';
import type { Problem } from './problems.ts';

/** What the core announces unasked. */
export type CoreEvent =
  /** Something was written, by this window or by another program: whoever shows anything asks again. */
  | { readonly type: 'ledger-changed' }
  /** Something was written beside what the ledger says of money: messages on their way, preferences, who may ask. */
  | { readonly type: 'aside-changed' }
  /** A copy could not be made, or an older ledger lies in the place of the last one. */
  | { readonly type: 'backups-changed' }
  /** A door for other programs was opened or closed. */
  | { readonly type: 'doors-changed' }
  /** Something came of the watched folder, and nobody at the window asked for it. */
  | { readonly type: 'watched'; readonly notice: WatchNotice };

/** What is told of a watched folder. */
export type WatchNotice =
  /** Files were imported, or refused each with its reason. */
  | {
      readonly code: 'watch-imported';
      /** The first ones. */
      readonly files: readonly string[];
      readonly imported: number;
      readonly alreadyImported: number;
      readonly refused: number;
      /** Warnings and refused rows of what was imported. */
      readonly warnings: number;
      /** The first of those that were refused. */
      readonly shown: readonly { readonly name: string; readonly problem: DocumentProblem }[];
      readonly report: OpiReport | null;
    }
  /** The import as a whole could not be done; the files are tried again. */
  | { readonly code: 'watch-failed'; readonly files: readonly string[]; readonly problem: Problem }
  | { readonly code: 'watch-too-large'; readonly name: string; readonly max: number }
  /** For a minute already nobody else may open it. */
  | { readonly code: 'watch-locked'; readonly name: string }
  | { readonly code: 'watch-gone'; readonly folder: string }
  | { readonly code: 'watch-back'; readonly folder: string };

/** How a link stands: while `lost`, it tries again by itself. */
export type Connection = 'open' | 'lost';
