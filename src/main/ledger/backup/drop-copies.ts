import { existsSync, rmSync } from 'node:fs';
import { journalOf, manifestOf } from './manifest.ts';

/** Takes copies away, and what was written beside them; the manifest last, so that a file that is gone is seen. */
export function dropCopies(files: readonly string[]): number {
  let gone = 0;
  for (const file of files) {
    if (existsSync(file)) gone += 1;
    for (const path of [file, `${file}-wal`, `${file}-shm`, journalOf(file), manifestOf(file)])
      rmSync(path, { force: true });
  }
  return gone;
}
