import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { KeysProblem } from '../../../shared/domain/message/service-key.ts';
import { codeOf, isOfFiles } from '../../disk/errors.ts';
import { patientlyLater, takeAwayIfPossible } from '../../disk/patience.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** A small file that several programs of ours may change: none undoes unseen what another one wrote. */
export interface SharedFile {
  /** Its text; null when there is none, empty when it cannot be read. */
  read(): string | null;
  /**
   * Puts another text in its place, or nothing, in one step, if it is still as it was read; false when it is not.
   * `setAside`: the path that the old file is kept under.
   */
  replace(
    before: string | null,
    text: string | null,
    setAside?: string,
  ): Promise<Result<boolean, Extract<KeysProblem, { code: 'keys-busy' | 'keys-unwritable' }>>>;
}

/** Nobody but this person reads it. */
const ownersOnly = 0o600;

export function sharedFile(path: string): SharedFile {
  const guard = `${path}.cambio`;
  const draft = `${path}.nuovo`;
  return {
    read: () => read(path),
    async replace(before, text, setAside) {
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        if (!(await taken(guard))) return fail({ code: 'keys-busy' });
        try {
          if (read(path) !== before) return ok(false);
          // The draft comes first: on a full disk nothing has been moved yet.
          if (text !== null) writeDraft(draft, text);
          if (setAside !== undefined) await patientlyLater(() => renameSync(path, setAside));
          if (text !== null) await patientlyLater(() => renameSync(draft, path));
          flushFolder(dirname(path));
          return ok(true);
        } finally {
          takeAwayIfPossible(guard);
        }
      } catch (error) {
        if (!isOfFiles(error)) throw error;
        return fail({ code: 'keys-unwritable', detail: codeOf(error) });
      }
    },
  };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Another person's, or no file at all: there is something, and it says nothing.
    return codeOf(error) === 'ENOENT' ? null : '';
  }
}

/** Written whole beside the old one and flushed: a power cut leaves one or the other. */
function writeDraft(draft: string, text: string): void {
  writeFileSync(draft, text, { mode: ownersOnly, flush: true });
}

/** The new name is on the disk only when its folder is. Windows has no such call. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

const patienceMs = 3000;
/** A guard is held for a few milliseconds; an old one was left by a power cut. */
const longestMs = 10_000;

/** Only one program at a time looks and writes. False when another one does not give way. */
async function taken(guard: string): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < patienceMs;) {
    try {
      writeFileSync(guard, '', { flag: 'wx', mode: ownersOnly });
      return true;
    } catch (error) {
      // Windows says EPERM of one that is just being taken away.
      if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'EPERM') throw error;
    }
    takeAwayIfOld(guard);
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
  return false;
}

function takeAwayIfOld(guard: string): void {
  const found = statSync(guard, { throwIfNoEntry: false });
  if (found !== undefined && Date.now() - found.mtimeMs > longestMs) takeAwayIfPossible(guard);
}
