import type { DocumentProblem } from '../domain/document.ts';
import type { Problem } from './problems.ts';

/** What the core announces unasked. */
export type CoreEvent =
  /** Something was written, by this window or by another program: whoever shows anything asks again. */
  | { readonly type: 'ledger-changed' }
  /** Something came of the watched folder, and nobody at the window asked for it. */
  | { readonly type: 'watched'; readonly notice: WatchNotice };

/** What is told of a watched folder. */
export type WatchNotice =
  /** Files were imported, or refused each with its reason. */
  | {
      readonly code: 'watch-imported';
      readonly imported: number;
      readonly alreadyImported: number;
      readonly warnings: number;
      readonly refused: readonly { readonly name: string; readonly problem: DocumentProblem }[];
    }
  /** The import as a whole could not be done; the files are tried again. */
  | { readonly code: 'watch-failed'; readonly files: readonly string[]; readonly problem: Problem }
  | { readonly code: 'watch-gone'; readonly folder: string }
  | { readonly code: 'watch-back'; readonly folder: string };

/** How a link stands: while `lost`, it tries again by itself. */
export type Connection = 'open' | 'lost';
