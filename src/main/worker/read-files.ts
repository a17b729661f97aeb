import { bytesInMemory, heard } from '../importers/bytes.ts';
import { openDocuments } from '../importers/documents.ts';
import { createDrop } from '../importers/drop.ts';
import type { LogicalDocument } from '../importers/logical-document.ts';
import type { ReadContext } from '../importers/read-context.ts';
import { Refusal } from '../importers/refusal.ts';
import { fileAtRest, openFile } from './file-bytes.ts';
import { readDocument } from './read-document.ts';
import type { FileToRead } from './tape.ts';
import type { Line } from './tape-lines.ts';

/** Documents above this size are written as they come; the others only when they have been read to their end. */
const largeDocument = 2 * 1024 * 1024;

/**
 * How far a file is read before that is told again, in bytes and as a part of it: documents come by the hundred thousand, and
 * are smaller.
 */
const manyBytes = 32 * 1024;
const aPart = 1 / 100;

/** The files of a drop, and which of them are to be read: the others may hold pages of a document of theirs. */
export interface FilesToRead {
  readonly files: readonly FileToRead[];
  readonly from: number;
  readonly to: number;
  /** Those that cannot be read: nobody looks into them again. */
  readonly lost: readonly number[];
}

/**
 * Reads files and tells what they say, item by item. A file that is not as it was when it was looked at, before or
 * while it is read, ends with a problem: what was told of it may be half of one version and half of another.
 * `onRead` hears of each step, and into which file it looked.
 */
export function readFiles(
  { files, from, to, lost }: FilesToRead,
  context: ReadContext,
  tell: (item: Line) => void,
  onRead: (file: number) => void = () => undefined,
): void {
  const drop = createDrop(
    files.map((file, index) => ({
      name: file.name,
      source: lost.includes(index) ? nothing : heard(fileAtRest(file.path, file), () => onRead(index)),
    })),
  );
  for (const [offset, file] of files.slice(from, to).entries()) {
    const index = from + offset;
    onRead(index);
    tell({ type: 'file', index });
    const opened = openFile(file.path);
    if (!opened.ok) {
      tell({ type: 'file-end', problem: opened.problem });
      continue;
    }
    const advance = createAdvance(file.size, tell);
    try {
      const source = { ...opened.value.source, areUtf8: file.areUtf8 };
      for (const document of openDocuments(file.name, source, {
        loose: drop.file(index),
        context,
        onRead: () => onRead(index),
      })) {
        const { name } = document;
        if (document.type === 'refused') {
          tell({ type: 'refused', name, kind: null, problem: document.problem });
          continue;
        }
        tellDocument(document, context.enteCodiceFiscale, advance, tell);
      }
      tell({ type: 'file-end', problem: opened.value.changeSince(file) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell({ type: 'file-end', problem: error.problem });
    } finally {
      opened.value.close();
    }
  }
}

const nothing = bytesInMemory(new Uint8Array(0));

/** Tells how far the reading of a file is. */
interface Advance {
  /** So many bytes of the document that is being read are behind us. */
  within(bytes: number): void;
  /** All of it is. */
  end(bytes: number): void;
}

function createAdvance(size: number, tell: (item: Line) => void): Advance {
  const worthTelling = Math.min(manyBytes, size * aPart);
  let before = 0;
  let told = 0;
  const reach = (bytes: number): void => {
    if (bytes - told < worthTelling) return;
    told = bytes;
    tell({ type: 'read', bytes });
  };
  return {
    within: (bytes) => reach(before + bytes),
    end(bytes) {
      before += bytes;
      reach(before);
    },
  };
}

function tellDocument(
  document: LogicalDocument,
  enteCodiceFiscale: string | null,
  advance: Advance,
  tell: (item: Line) => void,
): void {
  const { name, kind, parts, isJoined } = document;
  const size = parts.reduce((sum, part) => sum + part.source.size, 0);
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  tell({ type: 'document', name, kind, large: size > largeDocument, isJoined });
  const ends = parts.map(() => 0);
  const told = readDocument(
    document,
    enteCodiceFiscale,
    (_reading, part, row, text) => {
      // A part may be read more than once, to check it: only what has been said shows how far the reading is.
      advance.within((ends.reduce((sum, end) => sum + end, 0) / Math.max(1, size)) * weight);
      tell({ type: 'reading', part, row, text });
    },
    (source, part) => heard(source, (end) => (ends[part] = end)),
  );
  if (told.ok) tell({ type: 'told', told: told.value });
  else tell({ type: 'refused', name, kind, problem: told.problem });
  advance.end(weight);
}
