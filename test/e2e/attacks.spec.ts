import { chromium, errors, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { found } from '../trust/figures.ts';
import { chromiumPath } from './helpers/chromium.ts';
import { expect, open, test, today } from './helpers/office.ts';

/** Of nobody, as a clerk would look for somebody. */
const person = 'RSSMRA85T10A562S';
const iuv = /\b\d{15,18}\b/;

test.describe('the window as others may reach it', () => {
  test.use({ prepared: 'demo' });

  test('L09 what was looked at is nowhere in the browser’s profile once the window is closed', async ({
    desk,
  }) => {
    await desk.host.stop();
    const window = await realWindow(desk.home);
    const { page } = window;
    await expect(page.getByRole('navigation', { name: 'Schermate' })).toBeVisible();
    await open(page, 'Pagamenti');
    await expect(page.getByRole('grid').getByText(iuv).first()).toBeVisible();
    const [shown = ''] = iuv.exec(await page.getByRole('grid').innerText()) ?? [];
    expect(shown).not.toBe('');
    await page.getByRole('searchbox').or(page.locator('[data-search]')).first().fill(person);
    await expect(page.getByRole('grid').getByText(iuv)).toHaveCount(0);
    // The address stays in the history of a browser: who was searched for is not in it.
    expect(page.url()).not.toContain(person);
    await open(page, 'Flussi');
    const profile = join(desk.home, 'finestra');
    // What the browser notes only when it ends is not there yet; that there is something to take away is.
    const before = everyFile(profile).length;
    expect(before).toBeGreaterThan(20);

    await window.close();

    expect(existsSync(profile)).toBe(false);
    const left = everyFile(desk.home).filter(
      ({ path }) => !path.includes('tre-pallini.db') && !path.includes('/copie/'),
    );
    const telling = left.filter(({ bytes }) =>
      [shown, person].some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))),
    );
    expect(telling.map(({ path }) => path)).toEqual([]);
    found('L09', `un IUV visto e un codice fiscale cercato: dei ${before} file del profilo non ne resta uno`);
  });

  test('L03 a page of another site gets nothing, and changes nothing', async ({ desk, context }) => {
    const { origin } = new URL(desk.host.url);
    const evil = await anotherSite();
    const page = await context.newPage();
    await page.goto(evil.url);
    // The last thing a program does by itself that was just started.
    const log = join(desk.home, 'log', 'eventi.log');
    await expect(async () => expect(readFileSync(log, 'utf8')).toContain('"rules.check"')).toPass();
    const before = filesIn(desk.home);
    const told = await tryEverything(page, origin);
    expect(told).toEqual(told.map(({ way }) => ({ way, got: 'nothing' })));
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(filesIn(desk.home)).toEqual(before);
    await new Promise((resolve) => evil.server.close(resolve).closeAllConnections());
    found('L03', `${told.length} modi di chiedere da una pagina di un altro sito: 0 letti, 0 cambiamenti`);
  });
});

test('L16 the page runs no script and takes no style but its own, and says nothing against its rules', async ({
  window,
  violations,
}) => {
  for (const screen of ['Pagamenti', 'Flussi', 'Provvisori', 'Importazioni', 'Impostazioni'])
    await open(window, screen);
  expect(violations).toEqual([]);
  const reached = await window.evaluate(async () => {
    const told: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      told.push(effectiveDirective),
    );
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is inside goes to the page
    const add = (name: string, fill: (element: HTMLElement) => void): void => {
      const element = document.createElement(name);
      fill(element);
      document.body.append(element);
    };
    add('script', (element) => (element.textContent = 'window.reached = true'));
    add('style', (element) => (element.textContent = 'body { --reached: 1 }'));
    add('img', (element) => element.setAttribute('src', 'http://127.0.0.1:9/x.png'));
    add('iframe', (element) => element.setAttribute('src', 'http://127.0.0.1:9/'));
    add('div', (element) => (element.innerHTML = '<img src=x onerror="window.reached = true">'));
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      told: [...new Set(told)].toSorted(),
      script: 'reached' in window,
      style: getComputedStyle(document.body).getPropertyValue('--reached'),
    };
  });
  expect(reached).toMatchObject({ script: false, style: '' });
  expect(reached.told).toEqual(
    expect.arrayContaining([
      'connect-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]),
  );
  // The browser told each of them: so it would have told one of our own.
  expect(violations.length).toBeGreaterThanOrEqual(5);
  violations.length = 0;
  found(
    'L16',
    `5 schermate: 0 violazioni; di ciò che si inietta ne dice ${reached.told.length} e non esegue nulla`,
  );
});

interface RealWindow {
  readonly page: Page;
  /** Closes the window as a person does; the program ends after it. */
  close(): Promise<void>;
}

/** The window as the program itself opens it, in a browser that lets itself be led. */
async function realWindow(home: string): Promise<RealWindow> {
  const browser = join(home, '..', 'browser.sh');
  const more = `--headless=new --remote-debugging-port=0 ${process.getuid?.() === 0 ? '--no-sandbox' : ''}`;
  writeFileSync(browser, `#!/bin/sh\nexec '${chromiumPath()}' ${more} "$@"\n`, { mode: 0o755 });
  const root = join(import.meta.dirname, '..', '..');
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/browser.js'), '--archivio', home, '--oggi', today],
    {
      env: { ...process.env, TREPALLINI_BROWSER: browser },
      stdio: 'inherit',
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const note = join(home, 'finestra', 'DevToolsActivePort');
  await expect(async () => expect(existsSync(note)).toBe(true)).toPass();
  const [port = ''] = readFileSync(note, 'utf8').split('\n');
  const led = await connected(`http://127.0.0.1:${port}`);
  const page = led.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the window has no page');
  return {
    page,
    async close() {
      await (await led.newBrowserCDPSession()).send('Browser.close');
      expect(await ended).toBe(0);
    },
  };
}

/** A browser that is just opening its window may leave whoever asks first without an answer. */
async function connected(address: string): Promise<Browser> {
  for (let tries = 0; tries < 2; tries++)
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
    }
  return chromium.connectOverCDP(address);
}

interface File {
  readonly path: string;
  readonly bytes: Buffer;
}

function everyFile(folder: string): File[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** What is kept beside the ledger, and the ledger itself. */
function filesIn(home: string): string[] {
  return everyFile(home).map(({ path, bytes }) => `${path} ${bytes.length}`);
}

/** A site on another port of this computer: of all other sites the one that comes nearest. */
async function anotherSite(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_request, response) => response.end('<!doctype html><title>altro</title>'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Every way a page has to ask another site, and what it got to know by it. */
function tryEverything(page: Page, origin: string): Promise<{ way: string; got: string }[]> {
  return page.evaluate(async (host) => {
    const told: { way: string; got: string }[] = [];
    const outcome = async (way: string, ask: () => Promise<unknown>): Promise<void> => {
      const got = await ask().then(
        (answer) => (answer === undefined ? 'nothing' : JSON.stringify(answer)),
        () => 'nothing',
      );
      told.push({ way, got });
    };
    const url = `${host}/api/own/settings.read`;
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is inside goes to the page
    const event = (element: Element & { src?: string }): Promise<unknown> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve(undefined));
        document.body.append(element);
        setTimeout(() => resolve(undefined), 2_000);
      });
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is inside goes to the page
    const made = (name: string, attributes: Record<string, string>): Element => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    await outcome('fetch', async () => (await fetch(url, json)).text());
    await outcome('fetch with credentials', async () =>
      (await fetch(url, { ...json, credentials: 'include' })).text(),
    );
    await outcome('fetch of the page', async () => (await fetch(host)).text());
    await outcome('simple fetch', async () => (await fetch(url, { method: 'POST', body: '{}' })).text());
    await outcome('blind fetch', async () => {
      const { type, status } = await fetch(url, { method: 'POST', mode: 'no-cors', body: '{}' });
      return type === 'opaque' && status === 0 ? undefined : type;
    });
    await outcome('upload', async () =>
      (
        await fetch(`${host}/carica/own`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/octet-stream', 'X-Nome': 'a.xml' },
          body: '<a/>',
        })
      ).text(),
    );
    await outcome('beacon', async () => {
      navigator.sendBeacon(url, '{}');
    });
    await outcome('image', () => event(made('img', { src: `${host}/icon.svg` })));
    await outcome('script', () => event(made('script', { src: `${host}/assets/index.js` })));
    await outcome('style', () =>
      event(made('link', { rel: 'stylesheet', href: `${host}/assets/index.css` })),
    );
    await outcome('event source', () =>
      event(new EventSource(`${host}/eventi/own`) as never).catch(() => undefined),
    );
    await outcome(
      'web socket',
      () =>
        new Promise((resolve) => {
          const socket = new WebSocket(`${host.replace('http', 'ws')}/eventi/own`);
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve(undefined));
        }),
    );
    await outcome('form in a frame', async () => {
      const frame = made('iframe', { name: 'f' });
      const form = made('form', {
        method: 'POST',
        action: url,
        target: 'f',
        enctype: 'text/plain',
      }) as HTMLFormElement;
      document.body.append(frame, form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 800));
      return (frame as HTMLIFrameElement).contentDocument?.body.innerText.trim() || undefined;
    });
    await outcome('frame', async () => {
      const frame = made('iframe', { src: host }) as HTMLIFrameElement;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 800));
      return frame.contentDocument?.title || undefined;
    });
    await outcome('window', async () => {
      const opened = window.open(host);
      await new Promise((resolve) => setTimeout(resolve, 800));
      try {
        return opened?.document.title || undefined;
      } catch {
        return undefined;
      }
    });
    return told;
  }, origin);
}
