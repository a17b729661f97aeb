import type { DocumentProblem, DocumentWarning } from '../../../shared/domain/document.ts';
import { fail, type Result } from '../../../shared/domain/result.ts';
import type { ArchiveLimits, Budget } from '../archive/limits.ts';
import type { ByteSource } from '../bytes.ts';
import type { Head } from '../importer.ts';

/** A file inside a file. */
export interface Inside {
  /** The name that the wrapper gives it; null where it gives none. */
  readonly name: string | null;
  /** How much of the wrapper it takes, from 0 to 1. */
  readonly share: number;
  /** Its bytes, or why they cannot be had. */
  open(): Result<ByteSource, DocumentProblem>;
  /** Lets go of bytes that were expanded in memory; who reads them again has them expanded again. */
  release?(): void;
}

/** What unwrapping may cost. */
export interface Bounds {
  readonly limits: ArchiveLimits;
  readonly budget: Budget;
}

/** One way in which a file is put inside another. A wrapper is known by its content, like a document. */
export interface Wrapping {
  readonly name: string;
  /** Archives may be nested less deep than the other wrappers. */
  readonly isArchive?: boolean;
  /** To be told of every document that came out of it. */
  readonly warning?: DocumentWarning;
  /**
   * What is inside; null when the file is not wrapped in this way. A `Refusal` thrown while the files inside are being
   * told ends them.
   */
  unwrap(source: ByteSource, head: Head, bounds: Bounds): Result<Iterable<Inside>, DocumentProblem> | null;
}

/** Something that needs no expanding: its bytes are where the wrapper's are. */
export function insideOf(source: ByteSource, wrapper: ByteSource, name: string | null = null): Inside {
  return {
    name,
    share: Math.min(1, source.size / Math.max(1, wrapper.size)),
    open: () => ({ ok: true, value: source }),
  };
}

/** Something inside that cannot be had. */
export function insideRefused(problem: DocumentProblem, name: string | null = null): Inside {
  return { name, share: 0, open: () => fail(problem) };
}
