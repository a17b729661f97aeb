import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rename, type FileHandle } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openTarget } from '../../../src/main/hosts/keep-file.ts';
import { fail, ok } from '../../../src/shared/domain/result.ts';
import { sayTargetProblem } from '../../../src/shared/wording/targets.ts';

const disk = {
  rename,
  write: (file: FileHandle, bytes: Uint8Array) => file.writeFile(bytes),
  waits: [],
};

let folder = '';
let made = '';
let target = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  made = join(folder, 'fatto');
  mkdirSync(join(folder, 'cartella'));
  target = join(folder, 'cartella', 'pagamenti.csv');
  writeFileSync(made, 'nuovo');
});

describe('a file that is put at its place', () => {
  it('is there whole, and nothing else is', async () => {
    writeFileSync(target, 'vecchio');
    const opened = await openTarget(target);
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(readFileSync(target, 'utf8')).toBe('vecchio');

    expect(await opened.value.put(made)).toEqual(ok(undefined));

    expect(readFileSync(target, 'utf8')).toBe('nuovo');
    expect(readdirSync(join(folder, 'cartella'))).toEqual(['pagamenti.csv']);
  });

  it('may be of any size', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'abc');
    writeFileSync(made, bytes);
    const opened = await openTarget(target);
    expect(opened.ok && (await opened.value.put(made))).toEqual(ok(undefined));
    expect(readFileSync(target).equals(bytes)).toBe(true);
  });

  it.each([
    ['EBUSY', 'target-in-use'],
    ['EPERM', 'target-in-use'],
    ['EACCES', 'target-in-use'],
    ['ENAMETOOLONG', 'path-too-long'],
    ['EISDIR', 'target-is-a-folder'],
    ['EIO', 'target-unwritable'],
  ])('that cannot take its name (%s) leaves the old one, and says why: %s', async (errno, code) => {
    writeFileSync(target, 'vecchio');
    const opened = await openTarget(target, {
      ...disk,
      rename: () => Promise.reject(errorOf(errno)),
    });
    const put = opened.ok ? await opened.value.put(made) : opened;
    expect(put).toMatchObject({ ok: false, problem: { code, target } });
    expect(readFileSync(target, 'utf8')).toBe('vecchio');
    expect(readdirSync(join(folder, 'cartella'))).toEqual(['pagamenti.csv']);
    expect(put.ok ? '' : sayTargetProblem(put.problem)).toMatch(/^[^.]*pagamenti\.csv.*: .*\.$/);
  });

  it.each([
    ['ENOSPC', 'target-disk-full'],
    ['EDQUOT', 'target-disk-full'],
    ['EROFS', 'folder-read-only'],
  ])('that does not fit on its disk (%s) leaves the old one, and says why: %s', async (errno, code) => {
    writeFileSync(target, 'vecchio');
    const opened = await openTarget(target, { ...disk, write: () => Promise.reject(errorOf(errno)) });
    expect(opened.ok ? await opened.value.put(made) : opened).toEqual(fail({ code, target }));
    expect(readFileSync(target, 'utf8')).toBe('vecchio');
    expect(readdirSync(join(folder, 'cartella'))).toEqual(['pagamenti.csv']);
  });

  it('waits a moment for whoever only looks into the old one', async () => {
    let tries = 0;
    const opened = await openTarget(target, {
      ...disk,
      waits: [1, 1],
      rename: (from, to) => ((tries += 1) < 3 ? Promise.reject(errorOf('EBUSY')) : rename(from, to)),
    });
    expect(opened.ok && (await opened.value.put(made))).toEqual(ok(undefined));
    expect([tries, readFileSync(target, 'utf8')]).toEqual([3, 'nuovo']);
  });

  it('is refused before anything is worked out where it can never be', async () => {
    const missing = join(folder, 'manca', 'a.csv');
    expect(await openTarget(missing)).toEqual(fail({ code: 'no-such-folder', target: missing }));
    const inFile = join(made, 'a.csv');
    expect(await openTarget(inFile)).toEqual(fail({ code: 'no-such-folder', target: inFile }));
    const asFolder = join(folder, 'cartella');
    expect(await openTarget(asFolder)).toEqual(fail({ code: 'target-is-a-folder', target: asFolder }));
  });

  it('with a name that is too long says so', async () => {
    const long = join(folder, `${'n'.repeat(300)}.csv`);
    const opened = await openTarget(long);
    const put = opened.ok ? await opened.value.put(made) : opened;
    expect(put).toEqual(fail({ code: 'path-too-long', target: long }));
    expect(readdirSync(folder).toSorted()).toEqual(['cartella', 'fatto']);
  });
});

it('what a killed run left goes at the next export into that folder; what is of others stays', async () => {
  const here = hostname()
    .replaceAll(/[^\p{L}\p{N}]/gu, '-')
    .slice(0, 40);
  const drafts = {
    dead: `.tre-pallini-${here}-99999999-0123abcd.parziale`,
    alive: `.tre-pallini-${here}-${process.pid}-0123abcd.parziale`,
    elsewhere: '.tre-pallini-altro-pc-1-0123abcd.parziale',
    longAgo: '.tre-pallini-altro-pc-2-0123abcd.parziale',
    somebodys: '.tre-pallini.parziale',
  };
  const place = join(folder, 'cartella');
  for (const name of Object.values(drafts)) writeFileSync(join(place, name), '');
  utimesSync(join(place, drafts.longAgo), new Date('2026-01-01'), new Date('2026-01-01'));

  const opened = await openTarget(target);
  if (opened.ok) await opened.value.giveUp();

  expect(readdirSync(place).toSorted()).toEqual(
    [drafts.alive, drafts.elsewhere, drafts.somebodys].toSorted(),
  );
});

it('a program that is killed at any moment leaves the old file or the new one', async () => {
  const size = 12 * 1024 * 1024;
  for (const letter of ['a', 'b']) writeFileSync(join(folder, letter), Buffer.alloc(size, letter));
  const module = new URL('../../../src/main/hosts/keep-file.ts', import.meta.url).href;
  const script = `
    import { openTarget } from ${JSON.stringify(module)};
    for (;;) for (const letter of ['a', 'b']) {
      const opened = await openTarget(${JSON.stringify(target)});
      await opened.value.put(${JSON.stringify(`${folder}/`)} + letter);
      process.stdout.write('.');
    }`;
  let drafts = 0;
  for (const [kill, delay] of [0, 3, 8, 13, 21, 34].entries()) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await wait(delay);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    drafts += readdirSync(join(folder, 'cartella')).length - 1;

    const found = readFileSync(target);
    expect([kill, found.length]).toEqual([kill, size]);
    expect(found.equals(Buffer.alloc(size, found.subarray(0, 1)))).toBe(true);
  }
  // At least one was killed while it wrote: else this would show nothing.
  expect(drafts).toBeGreaterThan(0);
  const opened = await openTarget(target);
  if (opened.ok) await opened.value.giveUp();
  expect(readdirSync(join(folder, 'cartella'))).toEqual(['pagamenti.csv']);
  expect(existsSync(target)).toBe(true);
});

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}
