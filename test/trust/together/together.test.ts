import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { createRandom } from '../../../src/main/demo/random.ts';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { dayOf, openOffice } from '../../helpers/office.ts';
import { found, times } from '../figures.ts';
import { clerkAt, work, type Told } from './clerk.ts';

const child = fileURLToPath(new URL('clerk-child.ts', import.meta.url));

it(
  'R12 a window and two other programs at one ledger: nobody is sent away, and the digest is that of one after the other',
  { timeout: 900_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-insieme-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const [papers, archive] = [join(folder, 'carte'), join(folder, 'archivio')];
    mkdirSync(papers);
    const loose = demoComune(dayOf('2026-03-31')).files.filter(({ path }) => path.endsWith('.xml'));
    const files = loose.map(({ path, bytes }) => {
      const name = basename(path);
      writeFileSync(join(papers, name), bytes);
      return { path: join(papers, name), name };
    });

    const acts = times(60, 1_000);
    const window = clerkAt(archive, true);
    onTestFinished(() => window.close());
    await window.call('settings.write', { settings: demoSettings });
    const each = Math.ceil(acts / 3);
    const told = await Promise.all([
      work(window, files, createRandom(1), each),
      ...[2, 3].map(async (seed): Promise<Told> => {
        const words = [child, archive, papers, String(seed), String(each)];
        const { stdout } = await promisify(execFile)(process.execPath, words);
        return JSON.parse(stdout) as Told;
      }),
    ]);
    expect(told.flatMap(({ problems }) => problems)).toEqual([]);
    await window.call('documents.import', { parcels: files.map((file) => window.handOver(file)) });
    const together = await window.call('ledger.verify', {});

    const office = await openOffice({ settings: demoSettings });
    await office.drop(Object.fromEntries(loose.map(({ path, bytes }) => [basename(path), bytes])));
    expect(together).toMatchObject({ ok: true, value: { ok: true, digest: await office.digest() } });
    const longest = Math.round(Math.max(...told.map(({ longestMs }) => longestMs)));
    found(
      'R12',
      `${3 * each} operazioni di 3 programmi, 0 respinte, attesa più lunga ${longest} ms, stessa impronta`,
    );
  },
);
