import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backupReasons, type BackupManifest } from '../../../shared/domain/backup.ts';
import { writeWhole } from './files.ts';

/** The file beside a copy that says what it is. */
export function manifestOf(copy: string): string {
  return `${copy.replace(/\.db$/, '')}.json`;
}

/** What left towards citizens when the copy was made, beside it; only where there was something. */
export function journalOf(copy: string): string {
  return `${copy.replace(/\.db$/, '')}.invii.jsonl`;
}

export function writeManifest(copy: string, manifest: BackupManifest): void {
  writeWhole(manifestOf(copy), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Null where there is none, or none that is for this copy. */
export function readManifest(copy: string): BackupManifest | null {
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(manifestOf(copy), 'utf8'));
  } catch {
    return null;
  }
  return isManifest(told) && told.name === basename(copy) ? told : null;
}

/** A copy in a folder: its file, and what is said of it. */
export interface FoundCopy {
  readonly file: string;
  readonly manifest: BackupManifest | null;
  /** Null when only the manifest is there. */
  readonly bytes: number | null;
}

/** The copies of a folder, the newest first; those of which nothing is said come last. */
export function copiesIn(folder: string): FoundCopy[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const copies = new Set(
    names.filter((name) => namePattern.test(name)).map((name) => name.replace(/\.json$/, '.db')),
  );
  return [...copies]
    .map((name): FoundCopy => {
      const file = join(folder, name);
      const found = statSync(file, { throwIfNoEntry: false });
      return { file, manifest: readManifest(file), bytes: found?.size ?? null };
    })
    .toSorted(
      (a, b) => (b.manifest?.sequence ?? -1) - (a.manifest?.sequence ?? -1) || (a.file < b.file ? 1 : -1),
    );
}

const namePattern = /^tre-pallini-\d{8}-\d{6}(-\d+)?\.(db|json)$/;

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const told: Partial<Record<keyof BackupManifest, unknown>> = value;
  const texts = [told.name, told.sha256, told.ledger, told.program, told.madeAt, told.day, told.mark];
  const numbers = [told.bytes, told.schema, told.sequence, told.revision, told.documents, told.payments];
  return (
    told.format === 1 &&
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isSafeInteger(number)) &&
    backupReasons.some((reason) => reason === told.reason) &&
    (told.checked === 'full' || told.checked === 'quick')
  );
}
