import { renameSync, rmSync } from 'node:fs';
import { codeOf, isOfFiles } from './errors.ts';

/**
 * Milliseconds before each further try. An antivirus, the search of Windows or a program that synchronises folders looks
 * into every new file, for up to ten seconds: together these are a little more.
 */
export const longWaits: readonly number[] = [20, 50, 100, 200, 400, 800, 1_600, 3_200, 4_000];

/** Where a window, or the writer of the ledger, would stand still meanwhile. */
export const shortWaits: readonly number[] = [10, 30, 60];

/** Whether a failure may pass by itself. On Linux a file that may not be touched now may not be touched later. */
export function mayPass(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  const code = codeOf(error);
  return code === 'EBUSY' || (platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}

/** Does `work`, and tries again while somebody else holds the file; throws what the last try throws. */
export function patiently<T>(
  work: () => T,
  waits: readonly number[] = longWaits,
  platform: NodeJS.Platform = process.platform,
): T {
  for (const wait of waits) {
    try {
      return work();
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      Atomics.wait(clock, 0, 0, wait);
    }
  }
  return work();
}

const clock = new Int32Array(new SharedArrayBuffer(4));

/** The same without holding up whatever else this thread does. */
export async function patientlyLater<T>(
  work: () => T | Promise<T>,
  waits: readonly number[] = longWaits,
  platform: NodeJS.Platform = process.platform,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return work();
}

/** A file takes another name, in one step. */
export function giveName(from: string, to: string, waits = longWaits): void {
  patiently(() => renameSync(from, to), waits);
}

/** A file that need not be there any more, and may be gone. */
export function takeAway(file: string, waits = longWaits): void {
  patiently(() => rmSync(file, { force: true }), waits);
}

/**
 * The same for what will be swept up later if it cannot go now: the work that it served is done, and must not count as
 * failed.
 */
export function takeAwayIfPossible(file: string, waits = shortWaits): void {
  try {
    takeAway(file, waits);
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}
