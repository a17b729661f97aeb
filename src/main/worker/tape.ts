import type { Content, DocumentKind, DocumentProblem } from '../../shared/domain/document.ts';
import type { FileState } from './file-bytes.ts';
import type { Told } from './read-document.ts';

/**
 * What reading files yields, in order: each file begins, its documents follow one after the other, and it ends. A
 * document begins, tells its readings, and ends told or refused; what is no document at all is only refused.
 */
export type TapeItem =
  | { readonly type: 'file'; readonly index: number }
  | {
      readonly type: 'document';
      readonly name: string;
      readonly kind: DocumentKind;
      readonly large: boolean;
      /** Some of it stands in other files of the drop. */
      readonly isJoined: boolean;
    }
  | {
      readonly type: 'reading';
      readonly reading: Content;
      readonly part: number;
      /** The canonical text of the reading, which is digested where that is wanted. */
      readonly text: string;
      /** Where it stands in a list; null in any other document. */
      readonly row: number | null;
    }
  | { readonly type: 'told'; readonly told: Told }
  | {
      readonly type: 'refused';
      readonly name: string;
      readonly kind: DocumentKind | null;
      readonly problem: DocumentProblem;
    }
  /** How many bytes of the dropped file have been read so far, in an archive as they are packed. */
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'file-end'; readonly problem: DocumentProblem | null }
  /** Who read the file is lost: what was told of it counts for nothing, and it begins again. */
  | { readonly type: 'file-lost' };

/** A file to read: where it is, what it is called, and how it was when it was looked at. */
export interface FileToRead extends FileState {
  readonly path: string;
  readonly name: string;
  /** Whoever looked saw that its bytes are UTF-8. */
  readonly areUtf8: boolean;
}
