/** What a thread that reads may take before it is ended. */
export interface ReaderLimits {
  /** What it starts with. */
  readonly file: URL;
  /** Bytes of its heap: the largest workbook that is opened takes two thirds of it. */
  readonly heapBytes: number;
  /** The same and what it holds outside: an entry of an archive is expanded in memory. */
  readonly allBytes: number;
  /** Where V8 itself ends it, in MB: never to be reached, because the program may end with it. */
  readonly hardMb: number;
  /** How long it may take no step. */
  readonly stillMs: number;
  /** Tasks after which a fresh one takes its place. */
  readonly tasks: number;
  /** How long it waits for another task. */
  readonly idleMs: number;
}

const megabyte = 1024 * 1024;
const isSource = import.meta.url.endsWith('.ts');

/** In the sources, and only there, tests put another reader and less patience in their place. */
export function readerLimits(): ReaderLimits {
  const file = isSource ? (process.env['TREPALLINI_LETTORE'] ?? './reader.ts') : './reader.js';
  const still = isSource ? process.env['TREPALLINI_LETTORE_FERMO'] : undefined;
  return {
    file: new URL(file, import.meta.url),
    heapBytes: 512 * megabyte,
    allBytes: 1280 * megabyte,
    // From 2048 on V8 lets a heap grow to four times what is in use before it collects: below, to less than twice.
    hardMb: 1536,
    stillMs: still === undefined ? 30_000 : Number(still),
    tasks: 100,
    idleMs: 60_000,
  };
}
