import { watch as watchFiles, type FSWatcher } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WatchNotice } from '../../../shared/contract/events.ts';
import { importedDocuments, type ImportedDocument } from '../../../shared/contract/imported-documents.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Core } from '../../core.ts';
import { isOfFiles } from '../../disk/errors.ts';
import type { WatchMemory } from './memory.ts';
import { takeFile } from './take-file.ts';
import { lookOver, stillMs, type SeenFile, type Waiting } from './waiting.ts';

export interface WatchOptions {
  readonly core: Core;
  readonly folder: string;
  readonly memory: WatchMemory;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  readonly tell: (notice: WatchNotice) => void;
  /** A bug: the folder is looked at again all the same. */
  readonly onDefect: (error: unknown) => void;
}

export interface Watch {
  /** Looks once, and imports what is ready. */
  look(): Promise<void>;
  /** False while the folder cannot be found. */
  isThere(): boolean;
  /** Looks by itself from now on. */
  start(): void;
  /** After the work that goes on; nothing is begun any more. */
  close(): Promise<void>;
}

/** How often a folder is looked at: of network folders no system tells when they change. */
const betweenLooksMs = 5_000;
/** After something went wrong that is not the files' fault. */
const pauseMs = 60_000;
/** What nobody of the trade sends: a film that was saved beside the giornali. */
const largestFile = 1024 ** 3;
/** Names in one notice; the others are counted. */
const mostNamed = 20;

/** Imports what is saved into a folder. Files are never moved, renamed or deleted, and sub-folders are not its business. */
export function createWatch({ core, folder, memory, clock, tell, onDefect }: WatchOptions): Watch {
  let waiting: Waiting = new Map();
  let there = true;
  let restUntil = -Infinity;
  let lastFailure = '';
  const locked = new Map<string, number>();
  let isClosed = false;
  let timer: NodeJS.Timeout | null = null;
  let hints: FSWatcher | null = null;
  let working: Promise<void> = Promise.resolve();
  const stop = new AbortController();

  async function lookOnce(): Promise<void> {
    if (isClosed) return;
    const files = await filesIn(folder);
    if (files === null) {
      if (there) tell({ code: 'watch-gone', folder });
      there = false;
      waiting = new Map();
      return;
    }
    if (!there) tell({ code: 'watch-back', folder });
    there = true;
    memory.forgetAllBut(new Set(files.map(({ name }) => name)));
    const looked = lookOver(files, waiting, memory.done, clock());
    ({ waiting } = looked);
    if (looked.ready.length > 0 && clock() >= restUntil) await take(looked.ready);
  }

  async function take(ready: readonly SeenFile[]): Promise<void> {
    const settings = await core.call('settings.read', {});
    if (!settings.ok) return failed(ready, settings.problem);
    // Every file would be refused for what is not its fault.
    if (settings.value.ente === null) return failed(ready, { code: 'ente-missing' });
    const taken: (SeenFile & { readonly sha256: string; readonly parcel: string })[] = [];
    const seen = new Set<string>();
    for (const file of ready) {
      if (isClosed) break;
      if (file.size > largestFile) {
        memory.remember([{ ...file, sha256: null }]);
        tell({ code: 'watch-too-large', name: file.name, max: largestFile });
        continue;
      }
      const told = await takeFile(core, folder, file, (sha256) => memory.knows(sha256) || seen.has(sha256));
      if ('known' in told) memory.remember([{ ...file, sha256: told.known }]);
      else if ('parcel' in told) {
        seen.add(told.sha256);
        taken.push({ ...file, ...told });
      } else if (told.not === 'open') tellLocked(file);
      else if (told.not === 'stored') {
        await core.call('documents.discard', { parcels: taken.map(({ parcel }) => parcel) });
        return failed([file], told.problem);
      }
    }
    if (taken.length > 0) await importAll(taken);
  }

  async function importAll(
    files: readonly (SeenFile & { readonly sha256: string; readonly parcel: string })[],
  ): Promise<void> {
    const parcels = files.map(({ parcel }) => parcel);
    const imported = await core.call('documents.import', { parcels }, { signal: stop.signal });
    if (!imported.ok) {
      await core.call('documents.discard', { parcels });
      return failed(files, imported.problem);
    }
    memory.remember(files);
    lastFailure = '';
    const documents: ImportedDocument[] = [];
    for await (const page of importedDocuments(core.call, imported.value.documents)) {
      // They are imported; only their names could not be had.
      if (!page.ok) return failed(files, page.problem);
      documents.push(...page.value);
    }
    tell(noticeOf(files, documents, imported.value.report));
  }

  /** The files stay ready, and are tried again; the same failure is told once. */
  function failed(files: readonly SeenFile[], problem: Problem): void {
    restUntil = clock() + pauseMs;
    if (problem.code === 'cancelled') return;
    const failure = problem.code;
    if (failure !== lastFailure)
      tell({ code: 'watch-failed', files: files.slice(0, mostNamed).map(({ name }) => name), problem });
    lastFailure = failure;
  }

  /** Whoever writes a file has it to themselves, for seconds; after a minute somebody should know. Told once. */
  function tellLocked({ name, size, mtimeMs }: SeenFile): void {
    const key = `${name} ${size} ${mtimeMs}`;
    const since = locked.get(key);
    if (since === undefined) locked.set(key, clock());
    else if (clock() - since >= pauseMs) {
      locked.set(key, Infinity);
      tell({ code: 'watch-locked', name });
    }
  }

  function look(): Promise<void> {
    working = working.then(lookOnce).catch(onDefect);
    return working;
  }

  function lookLater(ms: number): void {
    if (isClosed) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      listenForHints();
      void look().then(() => lookLater(waiting.size > 0 ? stillMs : betweenLooksMs));
    }, ms);
  }

  /** Only a hint: it may never come. */
  function listenForHints(): void {
    if (hints !== null || isClosed) return;
    try {
      hints = watchFiles(folder, { persistent: false }, () => lookLater(soonMs));
      hints.on('error', forgetHints);
    } catch {
      // The folder is not there, or its system tells nothing: it is looked at anyway.
      hints = null;
    }
  }
  function forgetHints(): void {
    hints?.close();
    hints = null;
  }

  return {
    look,
    isThere: () => there,
    start: () => lookLater(0),
    async close() {
      isClosed = true;
      stop.abort();
      if (timer !== null) clearTimeout(timer);
      forgetHints();
      await working;
    },
  };
}

const soonMs = 200;

/** The plain files of a folder; null when there is no such folder any more, or a link stands in its place. */
async function filesIn(folder: string): Promise<SeenFile[] | null> {
  try {
    if (!(await lstat(folder)).isDirectory()) return null;
    const entries = await readdir(folder, { withFileTypes: true });
    const seen = await Promise.all(
      entries.filter((entry) => entry.isFile()).map(({ name }) => see(folder, name)),
    );
    return seen.filter((file) => file !== null).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
}

/** Null for what went while one looked. */
async function see(folder: string, name: string): Promise<SeenFile | null> {
  try {
    const { size, mtimeMs } = await lstat(join(folder, name));
    return { name, size, mtimeMs };
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
}

function noticeOf(
  files: readonly SeenFile[],
  documents: readonly ImportedDocument[],
  report: Extract<WatchNotice, { code: 'watch-imported' }>['report'],
): WatchNotice {
  const count = (outcome: ImportedDocument['outcome']): number =>
    documents.filter((document) => document.outcome === outcome).length;
  const refused = documents.flatMap(({ name, problem }) => (problem === null ? [] : [{ name, problem }]));
  return {
    code: 'watch-imported',
    files: files.slice(0, mostNamed).map(({ name }) => name),
    imported: count('imported'),
    alreadyImported: count('already-imported'),
    refused: refused.length,
    warnings: documents.reduce(
      (sum, { warnings, refusedRows }) => sum + warnings.length + refusedRows.length,
      0,
    ),
    shown: refused.slice(0, mostNamed),
    report,
  };
}
