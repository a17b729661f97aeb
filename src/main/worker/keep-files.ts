import { isDownloading } from '../../shared/domain/downloading.ts';
import { Refusal } from '../importers/refusal.ts';
import { documentsOfFile } from '../ledger/files.ts';
import { keepFacts, type OnMade } from '../ledger/index-afterwards.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { discardedBy } from '../ledger/scarti.ts';
import { sealFinished } from '../ledger/seals/write-seals.ts';
import { createByteMeter, type ByteMeter } from './byte-meter.ts';
import { openFile, sizeOf } from './file-bytes.ts';
import type { JobContext } from './job-context.ts';
import { createTapeKeeper, type KeepContext, type KeptFile } from './keep-tape.ts';
import {
  addOutcome,
  knownOutcome,
  refused,
  type DocumentOutcome,
  type Outcomes,
  type PlainRun,
} from './outcome.ts';
import type { FileOutcomes } from './trails/document-trails.ts';
import type { FileToRead, TapeItem } from './tape.ts';

/** A file to import: where its bytes are, and what the person calls it. */
export interface ImportFile {
  readonly path: string;
  readonly name: string;
}

/** What became of the files, in their order, and how many rows they told. */
export interface KeptFiles {
  readonly files: readonly FileOutcomes[];
  readonly rows: number;
}

/** Looks at each file, reads those whose bytes are not known yet, and keeps what they say. */
export function keepFiles(
  ledger: WritableLedger,
  files: readonly ImportFile[],
  keep: KeepContext,
  context: JobContext,
): KeptFiles {
  const sizes = files.map(({ path }) => {
    context.breathe();
    return sizeOf(path);
  });
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const meter = createByteMeter(size, context);
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
  let rows = 0;
  const wait = (ms?: number): void => {
    context.breathe();
    meter.wait(ms);
  };
  const waitForIndexes: OnMade = (_share, next) => wait(next?.ms);
  const outcomes = keepFacts(ledger, size, waitForIndexes, (pages) => {
    const keeper = createTapeKeeper(ledger, toRead, pages, keep);
    let items = 0;
    let ended = 0;
    const take = (item: TapeItem): void => {
      if (items++ % itemsBetweenBreaths === 0) context.breathe();
      if (item.type === 'reading') rows += 1;
      else follow(meter, toRead, item);
      keeper.take(item);
      if (keep.stays && item.type === 'told' && ++ended % documentsSealedAtOnce === 0)
        sealFinished(ledger, keeper.finished(), () => wait());
    };
    context.reader.tell(toRead, keep, take, () => wait());
    return keeper.outcomes();
  });
  const read = outcomes.values();
  return {
    files: looks.map((look, i) => ({
      file: files[i]?.name ?? '',
      sha256: 'toRead' in look ? look.toRead.sha256 : look.sha256,
      outcomes: 'toRead' in look ? (read.next().value ?? []) : look.outcomes,
    })),
    rows,
  };
}

const itemsBetweenBreaths = 256;
const documentsSealedAtOnce = 500;

function follow(meter: ByteMeter, files: readonly FileToRead[], item: TapeItem): void {
  if (item.type === 'file') {
    const { name = '', size = 0 } = files[item.index] ?? {};
    meter.beginReading(name, size);
  } else if (item.type === 'read') meter.at(item.bytes);
  else if (item.type === 'file-end') meter.end();
}

type FileToReadAndKeep = FileToRead & KeptFile;
type Look =
  { readonly toRead: FileToReadAndKeep } | { readonly sha256: string | null; readonly outcomes: Outcomes };

/** What can be said of a file by its bytes alone: that it cannot be read, that it is known, or how it is. */
function lookAt(ledger: WritableLedger, { path, name }: ImportFile, onRead: (bytes: number) => void): Look {
  if (isDownloading(name)) return { sha256: null, outcomes: [refused(name, { code: 'still-downloading' })] };
  const opened = openFile(path);
  if (!opened.ok) return { sha256: null, outcomes: [refused(name, opened.problem)] };
  const { state } = opened.value;
  try {
    const { sha256, areUtf8 } = opened.value.digest(onRead);
    const known = documentsOfFile(ledger, sha256);
    const discarded = known.length === 0 ? discardedBy(ledger, sha256) : null;
    if (discarded !== null) return { sha256, outcomes: [refused(name, discarded)] };
    if (known.length === 0) return { toRead: { path, name, sha256, areUtf8, ...state } };
    const outcomes: (DocumentOutcome | PlainRun)[] = [];
    for (const before of known)
      addOutcome(
        outcomes,
        knownOutcome(before, { name: `${name}${before.rest}`, kind: before.kind, file: name }),
      );
    return { sha256, outcomes };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { sha256: null, outcomes: [refused(name, error.problem)] };
  } finally {
    opened.value.close();
  }
}
