import type { DocumentKind, DocumentProblem, DocumentWarning } from '../../shared/domain/document.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ByteSource } from './bytes.ts';
import type { Importer, Sink } from './importer.ts';
import type { Gathered } from './pages.ts';
import { withWarnings } from './with-warnings.ts';

/** A file inside a document: nearly always the only one, else a page. */
export interface DocumentPart {
  readonly name: string;
  readonly source: ByteSource;
  /** Bytes of the dropped file that it stands for: its own, or those that it takes in the archive. */
  readonly weight: number;
  /** What was learnt while it was unwrapped. */
  readonly warnings: readonly DocumentWarning[];
}

/** Gives what is to be read instead of a part: the same bytes, with somebody looking on. */
export type Watch = (source: ByteSource, part: number) => ByteSource;

/** Something that can be imported: a dropped file, a file inside it, or the pages of one document. */
export interface LogicalDocument {
  readonly type: 'document';
  /** `giornale.xml`, or `archivio.zip/giornale.xml`, or `elenco.xml#3`; of several pages, the first. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** What to digest; in page order. */
  readonly parts: readonly DocumentPart[];
  /** True when some of it stands in other files of the drop: the bytes of this one do not tell what it says. */
  readonly isJoined: boolean;
  /** Tells the sink what the document says. When the answer is a problem, what the sink has got is worth nothing. */
  read(sink: Sink, watch?: Watch): Result<void, DocumentProblem>;
}

/** A file, or one inside it, that cannot be a document. */
export interface RefusedDocument {
  readonly type: 'refused';
  readonly name: string;
  readonly problem: DocumentProblem;
  /** The bytes of a list whose columns a person can tell; good until the next document is asked for. */
  readonly list?: ByteSource;
}

/** What the pages of a document make up, or why they make up nothing. */
export function documentOfPages(
  { first, joined }: Gathered,
  isJoined: boolean,
): LogicalDocument | RefusedDocument {
  if (!joined.ok) return refused(first.name, joined.problem);
  const { pages, warnings } = joined.value;
  const whole = document(first.importer, pages, isJoined && pages.length > 1);
  return {
    ...whole,
    name: first.name,
    read(sink, watch) {
      for (const warning of warnings) sink.warning(warning);
      return whole.read(sink, watch);
    },
  };
}

/** A document that an importer reads from these parts. */
export function document(
  importer: Importer,
  parts: readonly DocumentPart[],
  isJoined = false,
): LogicalDocument {
  return {
    type: 'document',
    name: parts[0]?.name ?? '',
    kind: importer.kind,
    parts: parts.map(({ name, source, weight, warnings }) => ({ name, source, weight, warnings })),
    isJoined,
    read: (sink, watch = asItIs) =>
      importer.read(
        parts.map(({ source }, part) => watch(source, part)),
        withWarnings(
          sink,
          parts.flatMap(({ warnings }) => warnings),
        ),
      ),
  };
}

const asItIs: Watch = (source) => source;

export function refused(name: string, problem: DocumentProblem): RefusedDocument {
  return { type: 'refused', name, problem };
}
