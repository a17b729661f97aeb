import type {
  DocumentKind,
  DocumentProblem,
  DocumentWarning,
  Reading,
  RefusedRow,
} from '../../shared/domain/document.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import type { Gathered } from './pages.ts';

/** What can be told of a file from its beginning. Importers claim by it, never by name. */
export interface Head {
  readonly kind: 'xml' | 'zip' | 'json' | 'message' | 'workbook' | 'text' | 'binary';
  /** Local name of the first element that is not part of a SOAP wrapper. */
  readonly root: string | null;
  /** Local name of the first element inside it. */
  readonly firstChild: string | null;
  /** Namespace of the root. */
  readonly namespace: string | null;
  /** Keys of the JSON object that the file is; null for anything else. */
  readonly keys: readonly string[] | null;
  /** The first rows of a text in columns or of a sheet; null for anything else. */
  readonly rows: readonly (readonly string[])[] | null;
  /** The first 16 bytes in hexadecimal: binary formats begin with a mark. */
  readonly magic: string;
  /** About the first 2,000 characters. */
  readonly text: string;
}

/** Takes what a document says, in file order. It may throw: that ends the reading and reaches the caller as it is. */
export interface Sink {
  /** `row`: where it stands in a list, as the program that opens the list numbers its rows. */
  reading(reading: Reading, row?: number): void;
  warning(warning: DocumentWarning): void;
  refusedRow(row: RefusedRow): void;
}

/** Where one page stands in a document that was cut into several files. */
export interface PagePlace {
  /** Equal for the pages of one document. */
  readonly group: string;
  readonly page: number;
  readonly pages: number;
  /** Lines of the whole document, where a page or a head tells it. */
  readonly lines?: number;
  /** Lines of this page. */
  readonly ownLines?: number;
}

/** One of the files that a document was cut into. */
export interface Page {
  readonly name: string;
  readonly importer: Importer;
  readonly place: PagePlace;
  readonly source: ByteSource;
  /** Bytes of the dropped file that it stands for. */
  readonly weight: number;
  /** What was learnt while the page was unwrapped. */
  readonly warnings: readonly DocumentWarning[];
}

/** Reads one format. One folder each, one line in the registry. */
export interface Importer {
  /** The folder's name, for the day in which two claim the same file. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** True for a format that may carry the original of what it tells, wrapped in it: that is read instead. */
  readonly holdsOriginal?: boolean;
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
  /**
   * For formats whose pages do not say whose they are: puts together those of one drop, also when they are loose files.
   * Without it pages are put together by `group`, and only inside one archive.
   */
  gather?(pages: readonly Page[]): readonly Gathered[];
}
