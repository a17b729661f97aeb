import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aFlusso, anIuf, aPayment } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { importInChild } from './child.ts';
import type { Cost } from './import-child.ts';

/** Of the large file, and of a small one beside which its memory is held. */
const megabytes = times(80, 2_048);
const fewMegabytes = 20;
let folder = '';
let file = '';
let small = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-grande-'));
  file = join(folder, 'flussi.xml');
  small = join(folder, 'pochi-flussi.xml');
  writeFlussi(file, megabytes * 1_024 * 1_024);
  writeFlussi(small, fewMegabytes * 1_024 * 1_024);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The flussi of some years in one answer, a thousand payments each: three million for every 2 GB. */
function writeFlussi(path: string, bytes: number): void {
  const body = aFlusso(
    anIuf(1),
    Array.from({ length: 1_000 }, (_, n) => aPayment(n, 1_000)),
  ).replace(/^<\?xml.*?\?>/, '');
  const fd = openSync(path, 'w');
  writeSync(fd, '<?xml version="1.0" encoding="UTF-8"?>\n<flussi>\n');
  for (let n = 0, written = 0; written < bytes; n++) {
    // Each has payments of its own: the number of the flusso stands in every IUV and IUR.
    const own = String(n).padStart(6, '0');
    const flusso = body
      .replaceAll(anIuf(1), `2026-03-11BINVIT9X-9${own}`)
      .replaceAll('>iur000000', `>iur${own}`)
      .replaceAll(/Versamento>01(\d{6})/g, `Versamento>01${own}`);
    written += writeSync(fd, `${flusso}\n`);
  }
  writeSync(fd, '</flussi>\n');
  closeSync(fd);
}

it('R22 a file of any size is read in little memory, moves, guesses its end and can be stopped', async () => {
  // While it is read, while it is matched, while it is saved.
  const stopped: Cost[] = [];
  for (const share of [0.2, 0.6, 0.9]) stopped.push(await importInChild(folder, file, share));
  for (const one of stopped)
    expect(one).toMatchObject({ answer: 'cancelled', problems: [{ code: 'cancelled' }] });
  const whole = await importInChild(folder, file);
  expect(whole).toMatchObject({ answer: 'imported', problems: [] });

  const cancelMs = Math.max(...stopped.map((one) => one.cancelMs ?? Infinity));
  expect(cancelMs).toBeLessThan(500);
  // Beyond what the program takes before it is given anything: from the sources that is half as much again.
  const more = Math.max(...[...stopped, whole].map(({ peakMb, startMb }) => peakMb - startMb));
  expect(more).toBeLessThan(300);
  // What is full at 20 MB stays as it is: only the room for pages and for lists is not yet, and has its end.
  const few = await importInChild(join(folder, 'pochi'), small);
  expect(whole.peakMb - whole.startMb - (few.peakMb - few.startMb)).toBeLessThan(times(75, 150));
  expect(whole.loopP99Ms).toBeLessThan(times(Infinity, 50));
  // Who else works on this machine while the tests run is not the program's doing.
  expect(whole.silentMs).toBeLessThan(times(Infinity, 250));
  expect(whole.etaError).toBeLessThan(times(Infinity, 0.25));
  found(
    'R22',
    `${megabytes} MB in ${whole.seconds.toFixed(0)} s: memoria ${whole.peakMb.toFixed(0)} MB (${whole.startMb.toFixed(0)} da fermo), ciclo p99 ${whole.loopP99Ms.toFixed(0)} ms, silenzio ${whole.silentMs.toFixed(0)} ms, stima ±${((whole.etaError ?? 0) * 100).toFixed(0)} %, annullamento ${cancelMs.toFixed(0)} ms`,
  );
}, 3_600_000);
