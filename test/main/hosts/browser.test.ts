import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchAsPage } from '../../helpers/links.ts';
import { projectFolder, run, stackTrace } from './command-line.ts';
import { found } from '../../trust/figures.ts';

const browserFile = join(projectFolder, 'src/main/hosts/browser/main.mjs');

describe('the window in a browser', () => {
  it('says where it is, lets one page in, and leaves nothing behind at Ctrl+C', async () => {
    const home = aFolder();
    const { child, url, ended } = await opened(home);
    const answer = await openSession(url);
    expect(answer.status).toBe(200);
    expect((await openSession(url)).status).toBe(409);
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(true);

    child.kill('SIGINT');

    expect(await ended).toBe(0);
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(false);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('gives the folder back at %s', async (signal) => {
    const home = aFolder();
    const { child, ended } = await opened(home);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(false);
  });

  it('L14, R11 is one: a second says who has the folder, and the first goes on', async () => {
    const home = aFolder();
    const { url } = await opened(home);
    const second = await run(process.execPath, [browserFile, '--archivio', home], {
      env: { TREPALLINI_BROWSER: 'nessuno' },
    });
    expect(second.code).toBe(3);
    expect(second.stderr).toMatch(/già aperto nella finestra del browser di «.+».*Non è cambiato nulla/);
    expect(second.stderr).not.toMatch(stackTrace);
    expect((await openSession(url)).status).toBe(200);
    found('L14', 'la seconda finestra esce con 3 e dice di chi è la cartella; la prima risponde ancora');
    found('R11', 'tra processi veri: la seconda esce, la prima risponde ancora');
  });

  it('takes over a folder whose window was killed, and what was on its way into it goes', async () => {
    const home = aFolder();
    const { child, url, ended } = await opened(home);
    const { token } = (await (await openSession(url)).json()) as { token: string };
    const piece = await fetchAsPage(new URL(url).origin)('/carica/own', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/octet-stream',
        'X-Nome': 'a.xml',
      },
      body: 'half of',
    });
    expect(await piece.json()).toMatchObject({ result: { ok: true } });
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(true);
    expect(existsSync(join(home, 'in-arrivo'))).toBe(true);

    const again = await opened(home);
    const { token: other } = (await (await openSession(again.url)).json()) as { token: string };
    const about = await fetchAsPage(new URL(again.url).origin)('/api/own/about.read', {
      method: 'POST',
      headers: { Authorization: `Bearer ${other}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(await about.json()).toMatchObject({ result: { value: { folder: home, today: '2026-03-10' } } });
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(existsSync(join(home, 'in-arrivo'))).toBe(false);
  });

  it('lets the command line work beside it', async () => {
    const home = aFolder();
    await opened(home);
    const settings = join(home, 'impostazioni.json');
    writeFileSync(settings, JSON.stringify({ codiciPropri: ['01'] }));
    const cli = join(projectFolder, 'src/main/hosts/cli/main.mjs');
    const written = await run(process.execPath, [
      cli,
      '--archivio',
      home,
      'impostazioni',
      'scrivi',
      settings,
    ]);
    expect(written).toMatchObject({ code: 0 });
  });

  it('says what is wrong with its options', async () => {
    const wrong = await run(process.execPath, [browserFile, '--porta', 'x']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('non è una porta');
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-browser-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Opened {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
}

/** A real host that opens no window and says where it is. */
async function opened(home: string): Promise<Opened> {
  const child = spawn(process.execPath, [browserFile, '--archivio', home, '--oggi', '2026-03-10'], {
    env: { ...process.env, TREPALLINI_BROWSER: 'nessuno' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const said = await Promise.race([
    new Promise<string>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(String(text)))),
    ended.then((code) => `ended with ${code}`),
  ]);
  const url = /http:\S+/.exec(said)?.[0];
  if (url === undefined) throw new Error(said);
  return { child, url, ended };
}

function openSession(url: string): Promise<Response> {
  const { origin, hash } = new URL(url);
  return fetchAsPage(origin)('/sessione', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ codice: hash.replace('#codice=', '') }),
  });
}
