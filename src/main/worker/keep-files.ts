import { createHash } from 'node:crypto';
import { chunksOf } from '../importers/bytes.ts';
import { documentsOfFile } from '../ledger/files.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { discardedBy } from '../ledger/scarti.ts';
import { createByteMeter, type ByteMeter } from './byte-meter.ts';
import { openFile, sizeOf } from './file-bytes.ts';
import type { JobContext } from './job-context.ts';
import { createTapeKeeper, type KeepContext, type KeptFile } from './keep-tape.ts';
import { outcomeOf, refused, type DocumentOutcome } from './outcome.ts';
import { readFiles } from './read-files.ts';
import { readInThread } from './read-in-thread.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** A file to import: where its bytes are, and what the person calls it. */
export interface ImportFile {
  readonly path: string;
  readonly name: string;
}

/** Looks at each file, reads those whose bytes are not known yet, and keeps what they say. In order of the files. */
export function keepFiles(
  ledger: WritableLedger,
  files: readonly ImportFile[],
  keep: KeepContext,
  context: JobContext,
): DocumentOutcome[] {
  const sizes = files.map(({ path }) => {
    context.breathe();
    return sizeOf(path);
  });
  const meter = createByteMeter(
    sizes.reduce((sum, size) => sum + size, 0),
    context,
  );
  const looks = files.map((file, i) => {
    context.breathe();
    meter.beginLooking(file.name, sizes[i] ?? 0);
    const look = lookAt(ledger, file, (bytes) => {
      context.breathe();
      meter.at(bytes);
    });
    meter.end();
    if (!('toRead' in look)) meter.skip();
    return look;
  });
  const toRead = looks.flatMap((look) => ('toRead' in look ? [look.toRead] : []));
  const keeper = createTapeKeeper(ledger, toRead, keep);
  let items = 0;
  const take = (item: TapeItem): void => {
    if (items++ % itemsBetweenBreaths === 0) context.breathe();
    follow(meter, toRead, item);
    keeper.take(item);
  };
  if (isWorthAThread(toRead)) readInThread(toRead, keep, take, () => context.breathe());
  else readFiles(toRead, keep, take);
  const read = keeper.outcomes().values();
  return looks.flatMap((look) => ('toRead' in look ? (read.next().value ?? []) : look.outcomes));
}

const itemsBetweenBreaths = 256;

/** Above this many bytes a thread of its own reads while this one writes. */
const worthAThread = 8 * 1024 * 1024;
/** How much an archive is worth beside a loose file: opening one large entry is a step that nobody can stop. */
const archiveWorth = 40;

/** `PK` of a zip, and the mark of gzip. */
const archiveMarks: ReadonlySet<string> = new Set(['504b', '1f8b']);

function isWorthAThread(files: readonly FileToReadAndKeep[]): boolean {
  return files.reduce((sum, file) => sum + file.size * (file.isArchive ? archiveWorth : 1), 0) > worthAThread;
}

function follow(meter: ByteMeter, files: readonly FileToRead[], item: TapeItem): void {
  if (item.type === 'file') {
    const { name = '', size = 0 } = files[item.index] ?? {};
    meter.beginReading(name, size);
  } else if (item.type === 'read') meter.at(item.bytes);
  else if (item.type === 'file-end') meter.end();
}

type FileToReadAndKeep = FileToRead & KeptFile & { readonly isArchive: boolean };
type Look = { readonly toRead: FileToReadAndKeep } | { readonly outcomes: readonly DocumentOutcome[] };

/** What can be said of a file by its bytes alone: that it cannot be read, that it is known, or how it is. */
function lookAt(ledger: WritableLedger, { path, name }: ImportFile, onRead: (bytes: number) => void): Look {
  const opened = openFile(path);
  if (!opened.ok) return { outcomes: [refused(name, opened.problem)] };
  const { source, state } = opened.value;
  try {
    const digest = createHash('sha256');
    let bytes = 0;
    for (const chunk of chunksOf(source)) {
      digest.update(chunk);
      bytes += chunk.length;
      onRead(bytes);
    }
    const sha256 = digest.digest('hex');
    const known = documentsOfFile(ledger, sha256);
    const discarded = known.length === 0 ? discardedBy(ledger, sha256) : null;
    if (discarded !== null) return { outcomes: [refused(name, discarded)] };
    if (known.length === 0) {
      const isArchive = archiveMarks.has(Buffer.from(source.read(0, 2)).toString('hex'));
      return { toRead: { path, name, sha256, ...state, isArchive } };
    }
    return {
      outcomes: known.map(({ id, rest, kind }) => outcomeOf(id, `${name}${rest}`, kind, 'already-imported')),
    };
  } finally {
    opened.value.close();
  }
}
