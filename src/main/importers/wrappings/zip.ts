import { fail, ok } from '../../../shared/domain/result.ts';
import { readArchive, type ArchiveEntry, type RefusedEntry } from '../archive/archive.ts';
import { bytesOnDemand, type ByteSource, type FetchedBytes } from '../bytes.ts';
import { insideRefused, type Inside, type Wrapping } from './wrapping.ts';

/** An archive of files with names; one at a time is expanded in memory. */
export const zip: Wrapping = {
  name: 'zip',
  isArchive: true,
  unwrap(source, head, { limits, budget }) {
    if (head.kind !== 'zip') return null;
    const archive = readArchive(source, limits, budget);
    if (!archive.ok) return archive;
    // Workbooks and documents of Office are archives too; those that are read will be claimed before they get here.
    if (archive.value.some((entry) => entry.name === '[Content_Types].xml'))
      return fail({ code: 'unknown-format', saw: 'un documento di Office' });
    return ok(insidesOf(archive.value, source));
  },
};

function* insidesOf(
  entries: readonly (ArchiveEntry | RefusedEntry)[],
  archive: ByteSource,
): Generator<Inside, void, undefined> {
  for (const entry of entries)
    yield 'problem' in entry ? insideRefused(entry.problem, entry.name) : insideOf(entry, archive);
}

function insideOf(entry: ArchiveEntry, archive: ByteSource): Inside {
  let expanded: FetchedBytes | null = null;
  return {
    name: entry.name,
    share: entry.packed / archive.size,
    open() {
      const first = entry.expand();
      if (!first.ok) return first;
      expanded = bytesOnDemand(first.value.length, () => again(entry), first.value);
      return ok(expanded);
    },
    release: () => expanded?.release(),
  };
}

function again(entry: ArchiveEntry): Uint8Array {
  const expanded = entry.expand();
  if (expanded.ok) return expanded.value;
  throw new Error('the archive changed while it was read');
}
