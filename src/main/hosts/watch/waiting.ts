import { isDownloading } from '../../../shared/domain/downloading.ts';

/** A file of the folder as a look at it tells. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Files whose end is awaited: since when each is as it is. */
export type Waiting = ReadonlyMap<string, SeenFile & { readonly since: number }>;

/** What is known of files that need no further look, by name. */
export type Done = ReadonlyMap<string, Omit<SeenFile, 'name'>>;

/** For so long a file must stay as it is: browsers and copies over the network write in bursts. */
export const stillMs = 2_000;

/**
 * Which files of a folder are ready: those that have not changed for a while, and are not what was done with before. An
 * empty file is the place that a browser keeps for one that is coming.
 */
export function lookOver(
  files: readonly SeenFile[],
  waiting: Waiting,
  done: Done,
  now: number,
): { readonly waiting: Waiting; readonly ready: readonly SeenFile[] } {
  const still = new Map<string, SeenFile & { readonly since: number }>();
  const ready: SeenFile[] = [];
  for (const file of files) {
    if (!isComing(file.name) || isSame(file, done.get(file.name))) continue;
    const before = waiting.get(file.name);
    const since = before !== undefined && isSame(file, before) ? before.since : now;
    still.set(file.name, { ...file, since });
    if (file.size > 0 && now - since >= stillMs) ready.push(file);
  }
  return { waiting: still, ready };
}

export function isSame(file: Omit<SeenFile, 'name'>, other: Omit<SeenFile, 'name'> | undefined): boolean {
  return file.size === other?.size && file.mtimeMs === other.mtimeMs;
}

/** Names under which office programs keep what is not finished, and what systems leave in folders. */
const notFiles = /\.tmp$|^(~\$|\.)|^(thumbs\.db|desktop\.ini)$/i;

function isComing(name: string): boolean {
  return !isDownloading(name) && !notFiles.test(name);
}
