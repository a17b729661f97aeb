import { keepIfPossible, readKept } from '../kept-json.ts';
import type { SeenFile } from './waiting.ts';

/** What was done with the files of the watched folder, from one start of the program to the next. */
export interface WatchMemory {
  readonly done: ReadonlyMap<string, Omit<SeenFile, 'name'>>;
  /** True for contents that were taken before, under whatever name. */
  knows(sha256: string): boolean;
  remember(files: readonly (SeenFile & { readonly sha256: string | null })[]): void;
  /** Forgets the files that are not there any more; their contents stay known. */
  forgetAllBut(names: ReadonlySet<string>): void;
}

/** Contents of more files than any office saves in years. */
const mostDigests = 50_000;

/** `file` holds it: beside the ledger, for one folder at a time. */
export function openMemory(file: string, folder: string): WatchMemory {
  const kept = readKept(file);
  const digests = new Set(textsOf(kept?.['digests']));
  const done = new Map(kept?.['folder'] === folder ? filesOf(kept['files']) : []);
  function write(): void {
    const files = [...done].map(([name, { size, mtimeMs }]) => ({ name, size, mtimeMs }));
    // Where it is not kept, files are looked at again after the next start, and what is imported is known to the ledger.
    keepIfPossible(file, { folder, files, digests: [...digests].slice(-mostDigests) });
  }
  return {
    done,
    knows: (sha256) => digests.has(sha256),
    remember(files) {
      for (const { name, size, mtimeMs, sha256 } of files) {
        done.set(name, { size, mtimeMs });
        if (sha256 !== null) digests.add(sha256);
      }
      write();
    },
    forgetAllBut(names) {
      const gone = [...done.keys()].filter((name) => !names.has(name));
      for (const name of gone) done.delete(name);
      if (gone.length > 0) write();
    },
  };
}

function textsOf(told: unknown): string[] {
  return Array.isArray(told) ? told.filter((one) => typeof one === 'string') : [];
}

function filesOf(told: unknown): [string, Omit<SeenFile, 'name'>][] {
  if (!Array.isArray(told)) return [];
  return told.flatMap((one: unknown): [string, Omit<SeenFile, 'name'>][] => {
    if (typeof one !== 'object' || one === null) return [];
    const { name, size, mtimeMs }: Partial<Record<keyof SeenFile, unknown>> = one;
    return typeof name === 'string' && typeof size === 'number' && typeof mtimeMs === 'number'
      ? [[name, { size, mtimeMs }]]
      : [];
  });
}
