/**
 * Loaded before the program: calls of `node:fs` on files under one folder fail when they are told to, in every thread of
 * the process. What SQLite does by itself is not among them.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { errnos, type Errno } from './errnos.ts';

/** Shared by all threads: whether calls are counted, how many were, which fails, whether the later ones do too, how. */
const at = { armed: 0, count: 1, fails: 2, forever: 3, how: 4, hit: 5, heldMs: 6, refused: 7 } as const;

const key = 'tre-pallini-guasti';
const known = getEnvironmentData(key);
const state = new Int32Array(known instanceof SharedArrayBuffer ? known : new SharedArrayBuffer(4 * 8));
setEnvironmentData(key, state.buffer);

const root = process.env['TREPALLINI_GUASTI'] ?? '';
const opened = new Set<number>();
/** When each file that was made may be touched again, by a number of its path: what one thread makes another opens. */
const holdsKey = `${key}-tenuti`;
const knownHolds = getEnvironmentData(holdsKey);
const heldUntil = new Float64Array(
  knownHolds instanceof SharedArrayBuffer ? knownHolds : new SharedArrayBuffer(8 * 8_191),
);
setEnvironmentData(holdsKey, heldUntil.buffer);
/** Whoever holds a file keeps others from opening, moving and removing it; looking at it stays free. */
const heldCalls = /^(?:open|readFile|writeFile|appendFile|copyFile|rename|rm|link)(?:Sync)?$/;
let isInside = false;

/** From now on the call of this number fails: once, or with all that follow. */
export function failAt(n: number, forever: boolean, errno: Errno): void {
  state.set([1, 0, n, forever ? 1 : 0, errnos.indexOf(errno), 0, 0, 0]);
}

/** Every file that is made or named is held for up to so many milliseconds. */
export function holdFiles(ms: number): void {
  state.set([1, 0, 0, 0, errnos.indexOf('EBUSY'), 0, ms, 0]);
}

/** Ends it; tells how many calls there were, whether one failed, and how many met a held file. */
export function calm(): { readonly calls: number; readonly hit: boolean; readonly held: number } {
  Atomics.store(state, at.armed, 0);
  const [calls, hit, held] = [at.count, at.hit, at.refused].map((index) => Atomics.load(state, index));
  return { calls: calls ?? 0, hit: hit === 1, held: held ?? 0 };
}

function isOurs(first: unknown): boolean {
  if (typeof first === 'number') return opened.has(first);
  return typeof first === 'string' && first.startsWith(root);
}

/** Throws what the operating system would. */
function meet(name: string, args: readonly unknown[]): void {
  if (Atomics.load(state, at.armed) === 0 || isInside) return;
  const ours = args.slice(0, 2).filter((arg) => isOurs(arg));
  if (ours.length === 0) return;
  const count = Atomics.add(state, at.count, 1) + 1;
  const most = Atomics.load(state, at.heldMs);
  if (most > 0) {
    if (!heldCalls.test(name)) return;
    if (!ours.some((path) => typeof path === 'string' && (heldUntil[slotOf(path)] ?? 0) > Date.now())) return;
    Atomics.add(state, at.refused, 1);
    throw failure(name, 'EBUSY', ours[0]);
  }
  const fails = Atomics.load(state, at.fails);
  const isDue = count === fails || (count > fails && Atomics.load(state, at.forever) === 1);
  if (!isDue) return;
  Atomics.store(state, at.hit, 1);
  throw failure(name, errnos[Atomics.load(state, at.how)] ?? 'EIO', ours[0]);
}

function failure(syscall: string, code: Errno, path: unknown): Error {
  return Object.assign(new Error(`${code}: made to fail, ${syscall} '${String(path)}'`), {
    code,
    syscall,
    path,
  });
}

/** An antivirus begins to look at what was just made, or was just given its name. */
function hold(path: unknown): void {
  const most = Atomics.load(state, at.armed) === 1 ? Atomics.load(state, at.heldMs) : 0;
  if (most > 0 && typeof path === 'string' && path.startsWith(root))
    heldUntil[slotOf(path)] = Date.now() + Math.floor((0.5 + Math.random() / 2) * most);
}

function slotOf(path: string): number {
  let hash = 0;
  for (let i = 0; i < path.length; i++) hash = (hash * 31 + path.charCodeAt(i)) % heldUntil.length;
  return hash;
}

type Call = (...args: unknown[]) => unknown;
const sync = fs as unknown as Record<string, Call>;
const later = fs.promises as unknown as Record<string, Call>;

for (const name of [
  'accessSync',
  'appendFileSync',
  'copyFileSync',
  'existsSync',
  'fstatSync',
  'fsyncSync',
  'linkSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readFileSync',
  'readSync',
  'readdirSync',
  'renameSync',
  'rmSync',
  'statSync',
  'writeFileSync',
  'writeSync',
  'closeSync',
]) {
  const real = sync[name];
  if (real === undefined) throw new Error(`no ${name}`);
  sync[name] = (...args) => {
    try {
      meet(name, args);
    } catch (error) {
      if (name === 'existsSync') return false;
      // The system lets go of a file even when closing it fails.
      if (name === 'closeSync') real(...args);
      throw error;
    }
    const outer = isInside;
    isInside = true;
    try {
      const isNew = name === 'openSync' && typeof args[0] === 'string' && !fs.existsSync(args[0]);
      const result = real(...args);
      if (name === 'openSync' && isOurs(args[0])) opened.add(Number(result));
      if (name === 'closeSync') opened.delete(Number(args[0]));
      if (name === 'writeFileSync' || isNew) hold(args[0]);
      if (name === 'renameSync' || name === 'linkSync' || name === 'copyFileSync') hold(args[1]);
      return result;
    } finally {
      isInside = outer;
    }
  };
}

for (const name of ['open', 'rm', 'stat', 'lstat', 'readdir', 'rename', 'statfs', 'mkdir', 'readFile']) {
  const real = later[name];
  if (real === undefined) throw new Error(`no ${name}`);
  later[name] = async (...args) => {
    meet(name, args);
    const isNew = name === 'open' && typeof args[1] === 'string' && args[1].startsWith('w');
    const result = await real(...args);
    if (isNew) hold(args[0]);
    if (name === 'rename') hold(args[1]);
    if (name === 'open' && isOurs(args[0])) failingHandle(result as Record<string, Call>, String(args[0]));
    return result;
  };
}

function failingHandle(handle: Record<string, Call>, path: string): void {
  for (const name of ['read', 'write', 'writeFile', 'sync', 'stat', 'close']) {
    const real = handle[name]?.bind(handle);
    if (real === undefined) throw new Error(`no ${name}`);
    handle[name] = async (...args) => {
      try {
        // What is open already is not held any more by whoever looks into new files.
        if (Atomics.load(state, at.heldMs) === 0) meet(`handle.${name}`, [path]);
      } catch (error) {
        if (name === 'close') await real(...args);
        throw error;
      }
      return real(...args);
    };
  }
}

syncBuiltinESMExports();

// Ten seconds of patience, three thousand times, would be a day: in the tests of failures they pass at once.
if (process.env['TREPALLINI_GUASTI_IN_FRETTA'] === '1') {
  const realWait = Atomics.wait.bind(Atomics) as (...args: unknown[]) => 'ok' | 'not-equal' | 'timed-out';
  Atomics.wait = ((array: Int32Array, index: number, value: number, ms?: number) =>
    realWait(array, index, value, array.length === 1 && ms !== undefined ? 0 : ms)) as typeof Atomics.wait;
  const realTimeout = setTimeout;
  globalThis.setTimeout = ((work: () => void, ms = 0, ...args: unknown[]) =>
    realTimeout(
      work,
      [20, 50, 100, 200, 400, 800, 1_600, 3_200, 4_000].includes(ms) ? 0 : ms,
      ...args,
    )) as never;
}
