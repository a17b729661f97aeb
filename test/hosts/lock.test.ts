import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { takeLock } from '../../src/main/hosts/lock.ts';
import { birthOf, isRunning } from '../../src/main/hosts/process-birth.ts';
import { sayProblem } from '../../src/shared/wording/problems.ts';

const now = '2026-03-31T10:00:00.000Z';

describe('the lock of a window', () => {
  it('is one window’s, until it is given back', () => {
    const home = aFolder();
    const first = take(home);
    const second = takeLock(home, 'window', now);

    if (second.ok) throw new Error('two windows');
    expect(second.problem).toMatchObject({
      code: 'ledger-busy',
      holder: { program: 'browser', pid: process.pid, since: now },
    });
    expect(sayProblem(second.problem)).toMatch(
      /già aperto nella finestra del browser di «.+».*usare quella finestra/,
    );
    expect(Object.keys(second.problem.holder ?? {}).toSorted()).toEqual(['pid', 'program', 'since', 'user']);

    first.release();
    expect(readdirSync(home)).toEqual([]);
    take(home).release();
  });

  it('of a program that is dead is taken over', () => {
    const home = aFolder();
    leave(home, { pid: 2 ** 22 + 12_345, birth: 'long ago' });
    const lock = take(home);
    expect(holderIn(home)).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('of a dead program whose number another one has now is taken over', () => {
    const home = aFolder();
    leave(home, { pid: process.pid, birth: 'another life' });
    expect(takeLock(home, 'window', now).ok).toBe(true);
  });

  it('of a program that runs is respected, also when nobody knows since when it runs', () => {
    const home = aFolder();
    leave(home, { pid: process.pid, birth: null });
    expect(takeLock(home, 'window', now).ok).toBe(false);
  });

  it.each(['', '{', '[]', '{"pid":"1"}', '{"program":"other","user":"x","pid":1,"since":"x"}'])(
    'that says «%s» holds nothing',
    (text) => {
      const home = aFolder();
      writeFileSync(join(home, 'tre-pallini.lock'), text);
      expect(takeLock(home, 'window', now).ok).toBe(true);
    },
  );

  it('goes to somebody when the guard of a takeover was left by a power cut', () => {
    const home = aFolder();
    leave(home, { pid: process.pid, birth: 'another life' });
    const guard = join(home, 'tre-pallini.lock.cambio');
    writeFileSync(guard, '');
    expect(takeLock(home, 'window', now).ok).toBe(false);
    utimesSync(guard, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    take(home).release();
    expect(existsSync(guard)).toBe(false);
  });

  it('does not take away the lock that another one has taken since', () => {
    const home = aFolder();
    const mine = take(home);
    leave(home, { pid: process.pid, birth: null });
    mine.release();
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(true);
  });

  it('goes to one of those that start at once, also over a dead one', async () => {
    const home = aFolder();
    for (let round = 0; round < 3; round++) {
      leave(home, { pid: 2 ** 22 + 12_345, birth: 'long ago' });
      const at = Date.now() + 600;
      const rivals = Array.from({ length: 6 }, () => rival(home, at));
      const said = await Promise.all(rivals.map(({ said: told }) => told));
      expect(said.toSorted()).toEqual(['busy', 'busy', 'busy', 'busy', 'busy', 'mine']);
      await Promise.all(rivals.map(({ end }) => end()));
    }
  });

  it('knows when a process began, and when it has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)']);
    const { pid = 0 } = child;
    expect(isRunning(pid)).toBe(true);
    const birth = birthOf(pid);
    expect(birth).not.toBeNull();
    expect(birthOf(pid)).toBe(birth);
    expect(birthOf(process.pid)).not.toBe(birth);
    await killed(child);
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function take(home: string) {
  const lock = takeLock(home, 'browser', now);
  if (!lock.ok) throw new Error(sayProblem(lock.problem));
  return lock.value;
}

function leave(home: string, what: { pid: number; birth: string | null }): void {
  const holding = { program: 'window', user: 'm.verdi', since: now, ...what };
  writeFileSync(join(home, 'tre-pallini.lock'), JSON.stringify(holding));
}

function holderIn(home: string): unknown {
  return JSON.parse(readFileSync(join(home, 'tre-pallini.lock'), 'utf8'));
}

/** Another process that takes the lock at a given moment, says whether it has it, and keeps it. */
function rival(home: string, at: number) {
  const lock = new URL('../../src/main/hosts/lock.ts', import.meta.url).href;
  const program = `
    const { takeLock } = await import(${JSON.stringify(lock)});
    while (Date.now() < ${at});
    const taken = takeLock(${JSON.stringify(home)}, 'browser', '${now}');
    process.stdout.write(taken.ok ? 'mine' : 'busy');
    setTimeout(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(String(text))),
  );
  return { said, end: () => killed(child) };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
