import { openDocuments } from '../importers/documents.ts';
import { openFile } from './file-bytes.ts';
import { readDocument } from './read-document.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** Documents above this size are written as they come; the others only when they have been read to their end. */
const largeDocument = 2 * 1024 * 1024;

/**
 * Reads files and tells what they say, item by item. A file that is not as it was when it was looked at, before or
 * while it is read, ends with a problem: what was told of it may be half of one version and half of another.
 */
export function readFiles(
  files: readonly FileToRead[],
  enteCodiceFiscale: string,
  tell: (item: TapeItem) => void,
): void {
  files.forEach((file, index) => {
    tell({ type: 'file', index });
    const opened = openFile(file.path);
    if (!opened.ok) {
      tell({ type: 'file-end', problem: opened.problem });
      return;
    }
    try {
      for (const document of openDocuments(file.name, opened.value.source)) {
        const { name } = document;
        if (document.type === 'refused') {
          tell({ type: 'refused', name, kind: null, problem: document.problem });
          continue;
        }
        const { kind } = document;
        const size = document.parts.reduce((sum, part) => sum + part.source.size, 0);
        tell({ type: 'document', name, kind, large: size > largeDocument });
        const told = readDocument(document, enteCodiceFiscale, (reading, part, digest) =>
          tell({ type: 'reading', reading, part, digest }),
        );
        if (told.ok) tell({ type: 'told', told: told.value });
        else tell({ type: 'refused', name, kind, problem: told.problem });
      }
      tell({ type: 'file-end', problem: opened.value.isStill(file) ? null : { code: 'file-changed' } });
    } finally {
      opened.value.close();
    }
  });
}
