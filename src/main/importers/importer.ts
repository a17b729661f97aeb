import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  Reading,
  RefusedRow,
} from '../../shared/domain/document.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';

/** What can be told of a file from its beginning. Importers claim by it, never by name. */
export interface Head {
  readonly kind: 'xml' | 'zip' | 'text' | 'binary';
  /** Local name of the first element that is not part of a SOAP wrapper. */
  readonly root: string | null;
  /** Local name of the first element inside it. */
  readonly firstChild: string | null;
  /** Namespace of the root. */
  readonly namespace: string | null;
  /** The first 16 bytes in hexadecimal: binary formats begin with a mark. */
  readonly magic: string;
  /** About the first 2,000 characters. */
  readonly text: string;
}

/** Takes what a document says, in file order. It may throw: that ends the reading and reaches the caller as it is. */
export interface Sink {
  reading(reading: Reading): void;
  warning(warning: DocumentWarning): void;
  refusedRow(row: RefusedRow): void;
}

/** Where one page stands in a document that was cut into several files. */
export interface PagePlace {
  /** Equal for the pages of one document. */
  readonly group: string;
  readonly page: number;
  readonly pages: number;
}

/** Reads one format. One folder each, one line in the registry. */
export interface Importer {
  /** The folder's name, for the day in which two claim the same file. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** True when the file is of this format. Exactly one importer must say so. */
  claims(head: Head): boolean;
  /** False for a namespace that makes the same names mean something else. */
  knowsNamespace(namespace: string): boolean;
  /**
   * Tells the sink what the document says. When the answer is a problem, what the sink has got is worth nothing.
   * `parts` are the pages of one document in page order, nearly always one.
   */
  read(parts: readonly ByteSource[], sink: Sink): Result<void, DocumentProblem>;
  /** For formats that come in pages: the place of this file, or null when it stands alone. */
  placeOf?(part: ByteSource): PagePlace | null;
}
