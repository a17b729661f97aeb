import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { isOfFiles } from '../disk/errors.ts';
import { giveName, patiently, shortWaits, takeAwayIfPossible } from '../disk/patience.ts';

/** Far above what any host keeps: what is larger is not ours, and would fill the memory. */
const mostBytes = 16 * 1024 * 1024;

/** What a host remembers in a file of its own; null when there is nothing, or nothing that can be understood. */
export function readKept(file: string): Readonly<Partial<Record<string, unknown>>> | null {
  try {
    if (statSync(file).size > mostBytes) return null;
    const told: unknown = JSON.parse(patiently(() => readFileSync(file, 'utf8'), shortWaits));
    if (typeof told !== 'object' || told === null || Array.isArray(told)) return null;
    // A name that stands for something else in every object is not one of ours.
    return Object.fromEntries(Object.entries(told).filter(([name]) => name !== '__proto__'));
  } catch {
    return null;
  }
}

/**
 * Told apart from nothing: a file that is there and cannot be understood. It is put under another name, where somebody can
 * look at it, and is `damaged` from one start to the next until the file is written anew.
 */
export function readOrSetAside<T>(
  file: string,
  understand: (told: Readonly<Partial<Record<string, unknown>>>) => T | null,
): T | 'damaged' | null {
  const aside = file.replace(/(\.json)?$/, '.danneggiato$1');
  if (!existsSync(file)) return existsSync(aside) ? 'damaged' : null;
  const told = readKept(file);
  const understood = told === null ? null : understand(told);
  if (understood !== null) return understood;
  try {
    renameSync(file, aside);
  } catch (error) {
    // Not ours to move now: it is damaged all the same, and set aside at the next start.
    if (!isOfFiles(error)) throw error;
  }
  return 'damaged';
}

/** Written whole beside the old one first: a power cut leaves one or the other. Throws when the disk does not take it. */
export function keep(file: string, value: object): void {
  const draft = `${file}.nuovo`;
  try {
    writeFileSync(draft, JSON.stringify(value), { flush: true });
    giveName(draft, file, shortWaits);
  } catch (error) {
    takeAwayIfPossible(draft);
    throw error;
  }
}

/** For what is only a convenience: where nothing can be kept, it is as it was at the next start. */
export function keepIfPossible(file: string, value: object): void {
  try {
    keep(file, value);
  } catch (error) {
    if (!isOfFiles(error)) throw error;
  }
}
