import { Buffer } from 'node:buffer';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { journalName, journalOutcomes, type JournalEntry } from '../../shared/domain/message/recovery.ts';

/**
 * What left, one line each, on the disk before the request leaves and after it is known what became of it. It is kept
 * twice: beside the ledger, and in the data folder of this computer, so that a ledger that is put back from a copy, folder
 * and all, is recognised.
 */
export interface Journal {
  write(entry: JournalEntry): void;
  read(): readonly JournalEntry[];
}

/** The disk did not take the journal, or does not give it: nothing may leave. */
export class JournalTrouble extends Error {
  /** As the operating system calls it. */
  readonly detail: string;

  constructor(detail: string) {
    super(`journal: ${detail}`);
    this.detail = detail;
  }
}

/** The file outside bears the name of the ledger. Throws `JournalTrouble` when a disk is full or gone. */
export function openJournal(archive: string, office: string, ledgerId: string): Journal {
  const files = [join(archive, journalName), join(office, 'registro-invii', `${ledgerId}.jsonl`)];
  return {
    write(entry) {
      onDisk(() => files.forEach((file) => append(file, `${JSON.stringify(entry)}\n`)));
    },
    read: () => onDisk(() => mergeEntries(files.map((file) => parseJournal(textOf(file))))),
  };
}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw new JournalTrouble(String(error.code));
    throw error;
  }
}

/** Opened for each line: a folder that was put back meanwhile must not be written through a file that is gone. */
function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const fd = openSync(file, 'a+', 0o600);
  try {
    // A line that a power cut left unfinished must not swallow the next one.
    writeSync(fd, endsWell(fd) ? line : `\n${line}`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function endsWell(fd: number): boolean {
  const { size } = fstatSync(fd);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** A line that cannot be read was cut while it was written: its message never left, or its intent is in the line before. */
export function parseJournal(text: string): JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      const told: unknown = JSON.parse(line);
      return isEntry(told) ? [told] : [];
    } catch {
      return [];
    }
  });
}

/** The two files say the same, but for what one of them lacks. */
function mergeEntries(journals: readonly (readonly JournalEntry[])[]): JournalEntry[] {
  const merged = new Map<string, JournalEntry>();
  for (const entry of journals.flat())
    merged.set(`${entry.seq} ${entry.type} ${entry.key} ${entry.at}`, entry);
  return [...merged.values()].toSorted((a, b) => a.seq - b.seq || a.type.localeCompare(b.type));
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const told: Partial<Record<'type' | 'seq' | 'key' | 'at' | 'outcome' | 'id', unknown>> = value;
  const { type, seq, key, at, outcome, id } = told;
  if (!Number.isSafeInteger(seq) || typeof key !== 'string' || typeof at !== 'string') return false;
  if (type === 'intent') return true;
  return (
    type === 'outcome' &&
    journalOutcomes.some((one) => one === outcome) &&
    (id === null || typeof id === 'string')
  );
}

/**
 * Gives messages other names in both files, whole or not at all: names in which nobody stands any more. What is named there
 * already stays as it is.
 */
export function renameInJournals(
  archive: string,
  office: string,
  ledgerId: string,
  names: ReadonlyMap<string, string>,
): void {
  if (names.size === 0) return;
  for (const file of [join(archive, journalName), join(office, 'registro-invii', `${ledgerId}.jsonl`)])
    onDisk(() => {
      const entries = parseJournal(textOf(file));
      if (!entries.some(({ key }) => names.has(key))) return;
      const lines = entries.map((entry) =>
        JSON.stringify({ ...entry, key: names.get(entry.key) ?? entry.key }),
      );
      const draft = `${file}.nuovo`;
      writeFileSync(draft, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
      renameSync(draft, file);
    });
}
