/** A file with the folders it was dropped with. */
export interface DroppedFile {
  readonly file: File;
  readonly name: string;
}

const junk = /^(\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;
const mostFiles = 100_000;

/**
 * Every file of a drop or a paste, those inside dropped folders too, in order of name. What the system leaves in every
 * folder for itself is passed over.
 */
export async function filesOfTransfer(transfer: DataTransfer): Promise<DroppedFile[]> {
  // Entries must be taken before the first wait: afterwards the browser has emptied the transfer.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfList(transfer.files);
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, '', found);
  return found;
}

export function filesOfList(files: Iterable<File>): DroppedFile[] {
  return [...files].map((file) => ({
    file,
    name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
  }));
}

async function walk(entry: FileSystemEntry, prefix: string, found: DroppedFile[]): Promise<void> {
  if (found.length >= mostFiles || (prefix !== '' && junk.test(entry.name))) return;
  const name = `${prefix}${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    // A file that is gone since still has a name: handing it over will say what is wrong with it.
    found.push({ file: file ?? new File([], entry.name), name });
    return;
  }
  if (!isFolder(entry)) return;
  const inside = await entriesOf(entry);
  for (const one of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) await walk(one, `${name}/`, found);
}

/** A folder tells its entries a hundred at a time, until it tells none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
