import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LedgerHolder, Problem } from '../../shared/contract/problems.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { codeOf, isOfFiles, isReadOnly } from '../disk/errors.ts';
import { shortWaits, takeAway, takeAwayIfPossible } from '../disk/patience.ts';
import { author } from './identity.ts';
import { birthOf, isRunning } from './process-birth.ts';

/** A right that one program has at a time: to be the window of a ledger folder, to send for a ledger. */
export interface Lock {
  /** Gives it back; after that, and when the program ends, there is no file any more. */
  release(): void;
}

/** What the file says: who holds the folder, and when that very process began. */
interface Holding extends Omit<LedgerHolder, 'program'> {
  readonly program: LedgerHolder['program'] | 'sender';
  readonly birth: string | null;
}

type Busy = Extract<Problem, { code: 'ledger-busy' }>;

/**
 * Takes the folder for this window, or tells whose it is. A file that a dead program left is taken over; of two that
 * start at once one wins. The command line needs no lock: SQLite's own keeps it apart from a window.
 */
export function takeLock(home: string, program: LedgerHolder['program'], since: string): Result<Lock, Busy> {
  let taken: ReturnType<typeof take>;
  try {
    taken = take(join(home, 'tre-pallini.lock'), program, since);
  } catch (error) {
    // Where nothing can be written nobody writes: a ledger that is only shown needs no lock.
    if (!isReadOnly(error)) throw error;
    return ok({ release: () => undefined });
  }
  if (taken.ok) return taken;
  if (taken.problem === null || taken.problem.program === 'sender') return fail({ code: 'ledger-busy' });
  const { birth: _, program: other, ...told } = taken.problem;
  return fail({ code: 'ledger-busy', holder: { ...told, program: other } });
}

/** Takes the right to send that `file` stands for, or tells which process has it. */
export function takeTurn(file: string, since: string): Result<Lock, { readonly pid: number }> {
  const taken = take(file, 'sender', since);
  return taken.ok ? taken : fail({ pid: taken.problem?.pid ?? 0 });
}

/** Fails with whose it is; null while somebody else clears up after a dead one. */
function take(file: string, program: Holding['program'], since: string): Result<Lock, Holding | null> {
  mkdirSync(dirname(file), { recursive: true });
  const mine: Holding = { program, user: author(), pid: process.pid, since, birth: birthOf(process.pid) };
  for (;;) {
    if (create(file, JSON.stringify(mine))) return ok({ release: () => release(file, mine) });
    const text = read(file);
    if (text === null) continue;
    const holder = parse(text);
    if (holder !== null && isAlive(holder)) return fail(holder);
    if (!remove(file, text)) return fail(null);
  }
}

/** Written whole under another name first: nobody ever sees half a lock. */
function create(file: string, text: string): boolean {
  // Named as other drafts are, so that one which a killed program left goes with them.
  const draft = join(dirname(file), `.tre-pallini-${process.pid}-${randomBytes(4).toString('hex')}.parziale`);
  writeFileSync(draft, text, { flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links, as on USB sticks.
    return createInPlace(file, text);
  } finally {
    takeAwayIfPossible(draft);
  }
}

function createInPlace(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a dead program's lock away. Two that found it dead must not do this one after the other, or the second would
 * remove what the first has put there: whoever holds the guard looks again. False while somebody else does it.
 */
function remove(file: string, text: string): boolean {
  const guard = `${file}.cambio`;
  if (ageOf(guard) > guardMs) takeAwayIfPossible(guard);
  if (!createInPlace(guard, '')) return false;
  try {
    if (read(file) === text) takeAway(file, shortWaits);
    return true;
  } finally {
    takeAwayIfPossible(guard);
  }
}

/** A guard is held for a millisecond; an old one was left by a power cut. */
const guardMs = 10_000;

function ageOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

/** A number alone proves nothing: after a restart of the computer another program may have it. */
function isAlive({ pid, birth }: Holding): boolean {
  if (!isRunning(pid)) return false;
  return birth === null || (birthOf(pid) ?? birth) === birth;
}

function release(file: string, mine: Holding): void {
  // A file that stays is taken over: its process is dead.
  if (isStill(file, JSON.stringify(mine))) takeAwayIfPossible(file);
}

function isStill(file: string, text: string): boolean {
  try {
    return read(file) === text;
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    return false;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const programs = ['window', 'browser', 'restore', 'sender'] as const satisfies readonly Holding['program'][];

/** Null for what is no lock of ours: an empty file that a full disk left. */
function parse(text: string): Holding | null {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const { program, user, pid, since, birth }: Partial<Record<keyof Holding, unknown>> = told;
  const known = programs.find((one) => one === program);
  if (known === undefined) return null;
  if (typeof user !== 'string' || typeof pid !== 'number' || typeof since !== 'string') return null;
  return {
    program: known,
    user,
    pid,
    since,
    birth: typeof birth === 'string' ? birth : null,
  };
}
