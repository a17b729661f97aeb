import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a host remembers in a file of its own; null when there is nothing, or nothing that can be understood. */
export function readKept(file: string): Readonly<Partial<Record<string, unknown>>> | null {
  try {
    const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof told === 'object' && told !== null ? { ...told } : null;
  } catch {
    return null;
  }
}

/** Written whole beside the old one first: a power cut leaves one or the other. */
export function keep(file: string, value: object): void {
  const draft = `${file}.nuovo`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, file);
}
