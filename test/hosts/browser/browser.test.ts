import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createEnding } from '../../../src/main/hosts/browser/ending.ts';
import { findBrowser, type Surroundings } from '../../../src/main/hosts/browser/find-browser.ts';
import { windowArguments } from '../../../src/main/hosts/browser/open-window.ts';
import { createSessions } from '../../../src/main/hosts/browser/sessions.ts';
import { ownWords, parseOptions } from '../../../src/main/hosts/options.ts';
import { found } from '../../trust/figures.ts';

describe('finding a browser', () => {
  it('takes Edge before Chrome before Chromium', () => {
    const path = ['/usr/bin', '/snap/bin'].join(delimiter);
    const around = { environment: { PATH: path, DISPLAY: ':0' } };
    expect(sought(around, ['/usr/bin/chromium', '/snap/bin/google-chrome'])).toEqual({
      path: join('/snap/bin', 'google-chrome'),
    });
    expect(sought(around, ['/usr/bin/chromium'])).toEqual({ path: join('/usr/bin', 'chromium') });
    expect(sought(around, [])).toEqual({ none: 'not-found' });
  });

  it('looks where Windows keeps programs, for all and for one', () => {
    const environment = { PROGRAMFILES: 'P', 'PROGRAMFILES(X86)': 'X', LOCALAPPDATA: 'L' };
    const edge = join('X', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    const chrome = join('L', 'Google', 'Chrome', 'Application', 'chrome.exe');
    expect(sought({ platform: 'win32', environment }, [edge, chrome])).toEqual({ path: edge });
    expect(sought({ platform: 'win32', environment }, [chrome])).toEqual({ path: chrome });
  });

  it('L15 opens nothing where there is no screen, for root, or when told so', () => {
    const all = ['/usr/bin/chromium', '/my/browser'];
    expect(sought({ environment: { PATH: '/usr/bin' } }, all)).toEqual({ none: 'no-display' });
    expect(sought({ environment: { PATH: '/usr/bin', DISPLAY: ':0' }, userId: 0 }, all)).toEqual({
      none: 'root',
    });
    expect(sought({ environment: { TREPALLINI_BROWSER: 'nessuno' } }, all)).toEqual({ none: 'unwanted' });
    expect(sought({ environment: { TREPALLINI_BROWSER: '/my/browser' } }, all)).toEqual({
      path: '/my/browser',
    });
    expect(sought({ environment: { TREPALLINI_BROWSER: '/not/there' } }, all)).toEqual({ none: 'not-found' });
    found('L15', '5 situazioni senza browser: un indirizzo da copiare, una volta sola');
  });

  it('L10 opens it apart from the person’s own browser, and never without its sandbox', () => {
    const words = windowArguments('http://127.0.0.1:1/#codice=x', '/home/x');
    expect(words).toContain('--app=http://127.0.0.1:1/#codice=x');
    expect(words).toContain(`--user-data-dir=${join('/home/x', 'finestra')}`);
    expect(words.join(' ')).not.toContain('sandbox');
    found('L10', 'profilo in una cartella sua, mai senza sandbox');
  });
});

describe('a session', () => {
  it('L07 opens with its code once, and while the code is good', () => {
    let clock = 0;
    const sessions = createSessions(() => clock);
    const code = sessions.launchCode(30_000);
    const late = sessions.launchCode(30_000);
    const patient = sessions.launchCode(null);
    const opened = sessions.exchange(code);
    if (typeof opened === 'string') throw new Error(opened);
    expect(sessions.accepts(opened.token)).toBe(true);
    expect(sessions.accepts(code)).toBe(false);
    expect(sessions.exchange(code)).toBe('spent');
    expect(sessions.exchange('')).toBe('unknown');
    clock = 30_001;
    expect(sessions.exchange(late)).toBe('spent');
    clock = 10_000_000;
    expect(sessions.exchange(patient)).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) as string });
    found('L07', 'riuso, codice indovinato e codice dopo 30 s: nessuna sessione');
  });
});

describe('the end of a host', () => {
  it('L13 comes a minute after its window has gone, unless it comes back or work goes on', async () => {
    const { ending, ended } = anEnding();
    ending.look({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ended()).toBe(false);
    ending.look({ calls: 0, windows: 1 });
    ending.look({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(59_000);
    ending.look({ calls: 0, windows: 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    ending.look({ calls: 1, windows: 0 });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ended()).toBe(false);
    ending.look({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(60_001);
    expect(ended()).toBe(true);
    found('L13', 'finisce 60 s dopo l’ultima finestra, 3 s dopo la fine del browser, mai a lavoro in corso');
  });

  it('L13 comes soon after its browser has ended, but not when that had only handed over', async () => {
    const { ending, ended } = anEnding();
    ending.windowClosed({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ended()).toBe(false);
    ending.look({ calls: 0, windows: 1 });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ended()).toBe(false);
    ending.look({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(3_001);
    expect(ended()).toBe(true);
  });

  it('comes only when told, where nobody knows the window', async () => {
    const { ending, ended } = anEnding();
    ending.stay();
    ending.look({ calls: 0, windows: 1 });
    ending.look({ calls: 0, windows: 0 });
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(ended()).toBe(false);
    ending.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(ended()).toBe(true);
  });
});

describe('the words after the name of the program', () => {
  it('name a folder, a day and a port', () => {
    const options = parseOptions(['--archivio', '/a', '--oggi=2026-03-31', '--porta', '8080']);
    expect(options).toEqual({ ok: true, value: { home: join('/a'), oggi: '2026-03-31', port: 8080 } });
  });

  it.each([
    [['--archvio', '/a'], '«--archvio» non esiste'],
    [['--oggi', 'ieri'], '«ieri» non è un giorno'],
    [['--oggi'], 'non è un giorno'],
    [['--porta', '70000'], 'non è una porta'],
    [['--porta=x'], 'non è una porta'],
    [['--archivio'], 'manca la cartella'],
    [['importa'], '«importa»'],
  ])('%s are answered with what is wrong', (words, sentence) => {
    const options = parseOptions(words);
    expect(options.ok ? '' : options.problem).toContain(sentence);
  });

  it('are found among those of Electron', () => {
    const words = [
      'electron',
      '--inspect=0',
      '--remote-debugging-port=0',
      '.',
      '--archivio',
      '/a',
      '--oggi=2026-03-31',
    ];
    expect(ownWords(words)).toEqual(['--archivio', '/a', '--oggi=2026-03-31']);
  });
});

function sought(around: Partial<Surroundings>, programs: string[]) {
  const there = new Set(programs.map((path) => join(path)));
  return findBrowser({
    platform: 'linux',
    environment: {},
    userId: 1_000,
    isProgram: (path) => there.has(path),
    ...around,
  });
}

function anEnding() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const ending = createEnding();
  let isEnded = false;
  void ending.ended.then(() => (isEnded = true));
  return { ending, ended: () => isEnded };
}
