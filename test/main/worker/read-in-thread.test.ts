import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { inventedEnte } from '../../../src/main/demo/invented-ente.ts';
import { readFiles } from '../../../src/main/worker/read-files.ts';
import { readInThread } from '../../../src/main/worker/read-in-thread.ts';
import type { FileToRead, TapeItem } from '../../../src/main/worker/tape.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

let folder = '';
let files: FileToRead[] = [];
const context = { enteCodiceFiscale: inventedEnte.codiceFiscale, profiles: [] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-tape-'));
  // A list as well: its rows have numbers.
  const list = readFileSync(new URL('../importers/pagati/sample.csv', import.meta.url));
  const papers = [...demoComune('2026-03-31' as Day).files, { path: 'pagati.csv', bytes: list }];
  files = papers.map(({ path, bytes }, i) => {
    const at = join(folder, String(i));
    writeFileSync(at, bytes);
    const { size, mtimeMs, ctimeMs, ino } = statSync(at);
    return { path: at, name: path, size, mtimeMs, ctimeMs, ino };
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noBreath = (): void => undefined;

function threaded(toRead: readonly FileToRead[]): TapeItem[] {
  const items: TapeItem[] = [];
  readInThread(toRead, context, (item) => items.push(item), noBreath);
  return items;
}

describe('reading in a thread of its own', () => {
  it('tells exactly what reading here tells, in the same order', () => {
    const here: TapeItem[] = [];
    readFiles(files, context, (item) => here.push(item));
    expect(here.length).toBeGreaterThan(1_000);
    expect(threaded(files)).toEqual(here);
  });

  it('tells of a file that went away, and of one that is not as it was', () => {
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('no files');
    const items = threaded([
      { ...first, path: `${first.path}-altrove` },
      { ...second, size: second.size + 1 },
    ]);
    expect(items.filter((item) => item.type === 'file-end').map((item) => item.problem)).toEqual([
      { code: 'file-not-found' },
      { code: 'file-changed' },
    ]);
  });

  it('ends when whoever takes has had enough, and when whoever waits is asked to stop', () => {
    const enough = new Error('enough');
    let taken = 0;
    const take = (): void => {
      taken += 1;
      if (taken === 10) throw enough;
    };
    expect(() => readInThread(files, context, take, noBreath)).toThrow(enough);
    expect(taken).toBe(10);
    const stop = (): void => {
      throw enough;
    };
    expect(() => readInThread(files, context, noBreath, stop)).toThrow(enough);
  });
});
