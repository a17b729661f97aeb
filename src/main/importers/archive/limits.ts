import type { Ceiling, DocumentProblem } from '../../../shared/domain/document.ts';

/** How much an archive may make us do. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of one entry: it is expanded in memory. */
  readonly entryBytes: number;
  /** Bytes of all the entries together, those of inner archives included. */
  readonly expandedBytes: number;
  /** Expanded size over compressed size, for entries over 1 MB. */
  readonly ratio: number;
  /** Archives inside archives: 1 is the archive itself. */
  readonly nesting: number;
  /** Wrappers around a file, of whatever kind. */
  readonly layers: number;
}

/** A GovPay export of a year may hold 100,000 receipts; a giornale of a year, 300 MB. */
export const archiveLimits: ArchiveLimits = {
  entries: 200_000,
  entryBytes: 512 * 1024 * 1024,
  expandedBytes: 2 * 1024 * 1024 * 1024,
  ratio: 250,
  nesting: 2,
  layers: 16,
};

/** What is left of the expanded size, shared by an archive and those inside it. */
export interface Budget {
  bytes: number;
}

export function overCeiling(ceiling: Ceiling, max: number): DocumentProblem {
  return { code: 'over-ceiling', ceiling, max };
}
