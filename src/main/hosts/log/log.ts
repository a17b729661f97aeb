import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scrub, type Hide } from '../../../shared/domain/scrub.ts';
import { isOfFiles } from '../../disk/errors.ts';
import { pseudonymsOf } from './pseudonyms.ts';

/** One line of the log. What a person wrote, and what a document says, has no place in it. */
export interface LogLine {
  readonly what: 'start' | 'end' | 'asked' | 'defect' | 'trouble';
  readonly [key: string]: unknown;
}

/** What the program did, for who has to find out why it went wrong: never about whom. */
export interface Log {
  note(line: LogLine): void;
  /** A code as it stands in the log, to find it there. */
  hide: Hide;
  /** The newest lines, the oldest of them first. */
  tail(lines: number): readonly string[];
}

export const logFiles = 5;
const mostBytes = 2 * 1024 * 1024;

export function logFolder(home: string): string {
  return join(home, 'log');
}

/** Files that are full go one place further; the last one goes. `max`: bytes in one file. */
export function createLog(home: string, now: () => string, max: number = mostBytes): Log {
  const folder = logFolder(home);
  const fileOf = (place: number): string => join(folder, place === 0 ? 'eventi.log' : `eventi.${place}.log`);
  let waiting: string[] = [];
  let pseudonym: Hide | null = null;
  const hide: Hide = (kind, value) => (pseudonym ??= begin())(kind, value);

  function begin(): Hide {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return pseudonymsOf(folder);
  }
  function turn(coming: number): void {
    const size = statSync(fileOf(0), { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || size + coming <= max) return;
    rmSync(fileOf(logFiles - 1), { force: true });
    for (let at = logFiles - 2; at >= 0; at--)
      if (existsSync(fileOf(at))) renameSync(fileOf(at), fileOf(at + 1));
  }
  return {
    hide: (kind, value) => guarded(() => hide(kind, value)) ?? kind,
    note(line) {
      // A folder that nobody has begun is not begun by writing that it was looked for.
      waiting = [...waiting, JSON.stringify({ at: now(), pid: process.pid, ...line })].slice(-mostWaiting);
      if (!existsSync(home)) return;
      guarded(() => {
        pseudonym ??= begin();
        // Whoever wrote the line saw to it already; this is for what they did not think of.
        const text = waiting.map((kept) => `${scrub(kept, hide)}\n`).join('');
        turn(Buffer.byteLength(text));
        appendFileSync(fileOf(0), text, { mode: 0o600 });
        waiting = [];
      });
    },
    tail(lines) {
      const files = Array.from({ length: logFiles }, (_, at) => fileOf(logFiles - 1 - at)).filter((file) =>
        existsSync(file),
      );
      return files.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n')).slice(-lines);
    },
  };
}

const mostWaiting = 100;

/** A log that cannot be written stops nobody: its lines wait, and the files say themselves why they are missing. */
function guarded<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    return null;
  }
}
