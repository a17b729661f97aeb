import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { inventedEnte } from '../../../src/main/demo/invented-ente.ts';
import type { ReaderRequest } from '../../../src/main/worker/messages.ts';
import { readFiles } from '../../../src/main/worker/read-files.ts';
import { itemOf } from '../../../src/main/worker/tape-lines.ts';
import { readerLimits } from '../../../src/main/worker/reader-limits.ts';
import { createReaderPool, type ReaderPool } from '../../../src/main/worker/reader-pool.ts';
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
    return { path: at, name: path, areUtf8: false, size, mtimeMs, ctimeMs, ino };
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a thread takes that blocks while it takes, as the writer does. `stopAt`: the item at which it has had enough. */
function threaded(toRead: readonly FileToRead[], stopAt = -1): Promise<readonly TapeItem[]> {
  const defects: unknown[] = [];
  const pool = createReaderPool((error) => defects.push(error));
  return taken(pool, toRead, stopAt).finally(() => {
    pool.close();
    expect(defects).toEqual([]);
  });
}

function taken(pool: ReaderPool, toRead: readonly FileToRead[], stopAt = -1): Promise<readonly TapeItem[]> {
  const taker = new Worker(new URL('taker.ts', import.meta.url), {
    workerData: { files: toRead, context, stopAt },
  });
  return new Promise((resolve, reject) => {
    taker.on('message', (message: ReaderRequest | { readonly type: 'taken'; readonly items: TapeItem[] }) => {
      if (message.type === 'begin-reading') pool.begin(message.task);
      else if (message.type === 'end-reading') pool.end(message.id);
      else resolve(message.items);
    });
    taker.on('error', reject);
  });
}

describe('reading in a thread of its own', () => {
  it('tells exactly what reading here tells, in the same order', async () => {
    const here: TapeItem[] = [];
    readFiles({ files, from: 0, to: files.length, lost: [] }, context, (line) => here.push(itemOf(line)));
    expect(here.length).toBeGreaterThan(1_000);
    expect(await threaded(files)).toEqual(here);
  });

  it('tells of a file that went away, and of one that is not as it was', async () => {
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('no files');
    const items = await threaded([
      { ...first, path: `${first.path}-altrove` },
      { ...second, size: second.size + 1 },
    ]);
    expect(items.filter((item) => item.type === 'file-end').map((item) => item.problem)).toEqual([
      { code: 'file-not-found' },
      { code: 'file-changed' },
    ]);
  });

  it('begins at once where a reader was prepared, of which there is never more than one', async () => {
    const started = join(folder, 'letti');
    const file = join(folder, 'lettore.mjs');
    writeFileSync(
      file,
      `import { appendFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(started)}, 'x');
       await import(${JSON.stringify(readerLimits().file.href)});`,
    );
    const limits = { ...readerLimits(), file: pathToFileURL(file), idleMs: 300 };
    const pool = createReaderPool((error) => expect.unreachable(String(error)), limits);
    const starts = (): number => (existsSync(started) ? readFileSync(started).length : 0);
    pool.prepare();
    pool.prepare();
    await expect.poll(starts).toBe(1);
    expect(await taken(pool, files)).not.toHaveLength(0);
    expect(starts()).toBe(1);
    // Nobody had anything to read for a while: it is gone, and the next task has one of its own.
    await delay(600);
    expect(await taken(pool, files)).not.toHaveLength(0);
    expect(starts()).toBe(2);
    pool.close();
  });

  it('ends when whoever takes has had enough', async () => {
    expect(await threaded(files, 10)).toHaveLength(10);
  });
});
