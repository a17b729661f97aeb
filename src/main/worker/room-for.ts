import { sizeOf } from './file-bytes.ts';
import type { ImportFile } from './keep-files.ts';
import type { JobRequest } from './messages.ts';

/** The rows of a file and their indexes, once in the log of changes and once in the ledger. */
const timesTheFiles = 4;
const ofAnyJob = 8 * 1024 * 1024;

/** About how many bytes a job needs on the disk: told to a person whose disk is full. */
export function roomFor(input: JobRequest['input']): number {
  const files: readonly ImportFile[] = 'files' in input ? input.files : [];
  return ofAnyJob + timesTheFiles * files.reduce((sum, { path }) => sum + sizeOf(path), 0);
}
