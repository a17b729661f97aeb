import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aFlusso, anIuf, aPayment } from '../../scenarios/papers.ts';
import { found, isLong, times } from '../figures.ts';
import { importInChild } from './child.ts';

const megabytes = times(50, 2_048);
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-grande-'));
  file = join(folder, 'flusso.xml');
  writeFlusso(file, megabytes * 1_024 * 1_024);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One flusso of so many bytes, a million rows for every 700 MB. */
function writeFlusso(path: string, bytes: number): void {
  const draft = (n: number) => aPayment(n, 1_000);
  const [head = '', tail = ''] = aFlusso(anIuf(), [draft(0)]).split(
    /<pay_i:datiSingoliPagamenti>.*<\/pay_i:datiSingoliPagamenti>/s,
  );
  const [row = ''] =
    /<pay_i:datiSingoliPagamenti>.*<\/pay_i:datiSingoliPagamenti>/s.exec(aFlusso(anIuf(), [draft(0)])) ?? [];
  const { iuv, iur } = draft(0);
  const count = Math.floor(bytes / row.length);
  const fd = openSync(path, 'w');
  writeSync(
    fd,
    head
      .replace(/(numeroTotalePagamenti>)1</, `$1${count}<`)
      .replace(/(importoTotalePagamenti>)10.00</, `$1${count * 10}.00<`),
  );
  for (let n = 0; n < count;) {
    let rows = '';
    for (const end = Math.min(count, n + 2_000); n < end; n++) {
      const payment = draft(n);
      rows += row
        .replace(iuv, payment.iuv)
        .replace(iur, payment.iur)
        .replace(/(indiceDatiSingoloPagamento>)1</, `$11<`);
    }
    writeSync(fd, rows);
  }
  writeSync(fd, tail);
  closeSync(fd);
}

it('R22 a flusso of any size is read in little memory, moves, guesses its end and can be stopped', async () => {
  const stopped = await importInChild(folder, file, 0.4);
  expect(stopped).toMatchObject({ answer: 'cancelled', problems: [{ code: 'cancelled' }] });
  const whole = await importInChild(folder, file);
  expect(whole).toMatchObject({ answer: 'imported', problems: [] });
  console.log(JSON.stringify({ megabytes, stopped, whole }));

  expect(stopped.cancelMs).toBeLessThan(500);
  expect(Math.max(stopped.peakMb, whole.peakMb)).toBeLessThan(300);
  expect(whole.loopP99Ms).toBeLessThan(50);
  // Who else works on this machine while the tests run is not the program's doing.
  if (isLong) expect(whole.silentMs).toBeLessThan(250);
  if (isLong) expect(whole.etaError).toBeLessThan(0.25);
  found(
    'R22',
    `${megabytes} MB in ${whole.seconds.toFixed(0)} s: memoria ${whole.peakMb.toFixed(0)} MB, ciclo p99 ${whole.loopP99Ms.toFixed(0)} ms, silenzio ${whole.silentMs.toFixed(0)} ms, stima ±${((whole.etaError ?? 0) * 100).toFixed(0)} %, annullamento ${stopped.cancelMs?.toFixed(0)} ms`,
  );
}, 3_600_000);
