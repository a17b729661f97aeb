import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHttpLink } from '../../../src/renderer/links/http-link.ts';
import { fetchAsPage } from '../../helpers/links.ts';
import { cliFile, projectFolder } from '../../main/hosts/command-line.ts';
import { found, times } from '../figures.ts';
import { apart, away, copyOf, leftIn, moments, restarted, today } from './act.ts';
import { anOffice } from './an-office.ts';
import { kinds, putDown } from './kinds.ts';

// What a shutdown, a log-off, a closed terminal and Ctrl+C send here.
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
const papers = kinds['un carico grande, letto da un filo a parte'] ?? {};
/** On a computer that does other work beside it. */
const mostMs = times(20_000, 2_000);

interface Tried {
  /** From the notice to the end of the program. */
  readonly ms: number;
  readonly wasSaid: boolean;
  /** It heard the notice and ended by itself. */
  readonly itself: boolean;
}

it('R39 an import that the system ends is there whole or not at all, and the program is gone in two seconds', async () => {
  const { place, archive } = await anOffice();
  const folder = putDown(join(place, 'carico'), papers);
  const before = (await restarted(archive)).digest;
  const wholeOne = copyOf(archive);
  const begun = performance.now();
  const { ended } = start(cliFile, wholeOne, ['importa', folder]);
  await ended;
  const took = performance.now() - begun;
  const after = (await restarted(wholeOne)).digest;
  expect(after).not.toBe(before);

  let [slowest, old, kept, interrupted] = [0, 0, 0, 0];
  const judge = async (where: string, { ms, wasSaid, itself }: Tried): Promise<void> => {
    expect(ms).toBeLessThan(mostMs);
    const { digest } = await restarted(where);
    expect(wasSaid ? [after] : [before, after]).toContain(digest);
    slowest = Math.max(slowest, ms);
    if (digest === before && itself) interrupted += 1;
    if (digest === before) old += 1;
    else kept += 1;
    away(where);
  };
  for (const signal of signals.slice(0, times(1, 3)))
    for (const moment of moments(times(1, 20), took)) {
      const where = copyOf(archive);
      await judge(where, await endCommandLine(where, folder, signal, moment));
    }
  for (const signal of signals.slice(0, times(1, 3)))
    for (const moment of moments(times(1, 20), took)) {
      const where = copyOf(archive);
      const tried = await endWindow(where, folder, signal, moment);
      // A window that heard it gives its folder back and takes what was on its way away, before anybody opens it again.
      const lock = existsSync(join(where, 'tre-pallini.lock'));
      expect({ itself: tried.itself, lock, left: leftIn(where) }).toEqual({
        itself: true,
        lock: false,
        left: [],
      });
      await judge(where, tried);
    }
  expect(interrupted).toBeGreaterThanOrEqual(times(0, 20));
  found(
    'R39',
    `${old + kept} volte tra riga di comando e finestra del browser: finito al più in ${Math.round(slowest)} ms, ${old} volte com’era prima (${interrupted} perché avvisato), ${kept} com’è dopo, 0 a metà`,
  );
});

function start(program: string, archive: string, words: readonly string[]) {
  const child = spawn(process.execPath, [program, '--archivio', archive, '--oggi', today, ...words], {
    env: { ...process.env, ...apart(archive), TREPALLINI_BROWSER: 'nessuno', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, ended, said: () => said };
}

async function endAfter(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<number> {
  const begun = performance.now();
  child.kill(signal);
  await ended;
  return performance.now() - begun;
}

async function endCommandLine(
  archive: string,
  folder: string,
  signal: NodeJS.Signals,
  moment: number,
): Promise<Tried> {
  const { child, ended, said } = start(cliFile, archive, ['importa', folder]);
  await Promise.race([wait(moment), ended]);
  const ms = await endAfter(child, ended, signal);
  return { ms, wasSaid: /importat[oi]/.test(said()), itself: child.signalCode === null };
}

async function endWindow(
  archive: string,
  folder: string,
  signal: NodeJS.Signals,
  moment: number,
): Promise<Tried> {
  const host = join(projectFolder, 'src/main/hosts/browser/main.mjs');
  const { child, ended, said } = start(host, archive, []);
  while (!said().includes('#codice=')) {
    if (child.exitCode !== null) throw new Error('the window did not open: is the page built?');
    await wait(20);
  }
  const { origin, hash } = new URL(/http:\S+/.exec(said())?.[0] ?? '');
  const session = await fetchAsPage(origin)('/sessione', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ codice: hash.replace('#codice=', '') }),
  });
  const { token } = (await session.json()) as { token: string };
  const link = createHttpLink({ ledger: 'own', token, fetch: fetchAsPage(origin) });
  const parcels: string[] = [];
  for (const name of Object.keys(papers)) {
    const parcel = await link.upload(new File([readFileSync(join(folder, name))], name));
    if (!parcel.ok) throw new Error(parcel.problem.code);
    parcels.push(parcel.value);
  }
  const imported = link.call('documents.import', { parcels }).then(({ ok }) => ok);
  await Promise.race([wait(moment), imported]);
  const ms = await endAfter(child, ended, signal);
  return { ms, wasSaid: await imported, itself: child.signalCode === null };
}
