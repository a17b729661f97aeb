import { statfsSync } from 'node:fs';

/** Bytes that are free where a file did not fit, and about as many as would have done. */
export interface Room {
  /** Null where the file system does not say. */
  readonly free: number | null;
  /** Null where nobody can tell. */
  readonly needed: number | null;
}

/** Free bytes for this account; null where the file system does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
