import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isOfFiles } from './watch/file-errors.ts';

/** What a host remembers in a file of its own; null when there is nothing, or nothing that can be understood. */
export function readKept(file: string): Readonly<Partial<Record<string, unknown>>> | null {
  try {
    const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof told === 'object' && told !== null ? { ...told } : null;
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

/** Written whole beside the old one first: a power cut leaves one or the other. */
export function keep(file: string, value: object): void {
  const draft = `${file}.nuovo`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, file);
}
