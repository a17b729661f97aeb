import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { ByteSource } from '../bytes.ts';
import { createAhead } from './ahead.ts';
import { createMetadataTest } from './entry-name.ts';
import { expand } from './expand.ts';
import type { ArchiveLimits, Budget } from './limits.ts';
import { readDirectory, type LocatedEntry } from './zip-directory.ts';

/** An entry worth opening; `expand` gives its bytes, again and again if asked. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  /** Bytes that it takes in the archive. */
  readonly packed: number;
  expand(): Result<Uint8Array, DocumentProblem>;
}

/** An entry that is not opened, and why. */
export interface RefusedEntry {
  readonly name: string;
  readonly problem: DocumentProblem;
}

/**
 * The entries of a zip in the order of its index, without folders, leftovers of the operating system and what only
 * tells about an export.
 * A problem of one entry is its own; only a broken structure refuses the whole archive.
 */
export function readArchive(
  archive: ByteSource,
  limits: ArchiveLimits,
  budget: Budget,
): Result<(ArchiveEntry | RefusedEntry)[], DocumentProblem> {
  const directory = readDirectory(archive, limits.entries);
  if (!directory.ok) return directory;
  const entries: (ArchiveEntry | RefusedEntry)[] = [];
  const isMetadata = createMetadataTest(
    directory.value.flatMap(({ name }) => (name.kind === 'file' ? name.name : [])),
  );
  const located: LocatedEntry[] = [];
  const ahead = createAhead(archive, located);
  for (const zipEntry of directory.value) {
    if (zipEntry.name.kind === 'ignored') continue;
    const { kind, name } = zipEntry.name;
    if (isMetadata(name)) continue;
    if (kind === 'refused') {
      entries.push({ name, problem: { code: 'archive-entry-refused', name } });
      continue;
    }
    // The budget is paid once, however often the entry is read.
    let paid = false;
    const index = located.push(zipEntry) - 1;
    entries.push({
      name,
      size: zipEntry.uncompressedSize,
      packed: zipEntry.compressedSize,
      expand() {
        const isAgain = paid;
        paid = true;
        const expanded = expand(
          archive,
          zipEntry,
          name,
          limits,
          isAgain ? { bytes: Infinity } : budget,
          () => (isAgain ? null : ahead.take(index)),
        );
        return expanded;
      },
    });
  }
  return entries.length === 0 ? fail({ code: 'archive-empty' }) : ok(entries);
}
