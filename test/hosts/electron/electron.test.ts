import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askWhereToSave, type Download } from '../../../src/main/hosts/electron/downloads.ts';
import { menuTemplate } from '../../../src/main/hosts/electron/menu.ts';
import { lockNavigation, type Contents } from '../../../src/main/hosts/electron/navigation.ts';
import { lockSession, type LockableSession } from '../../../src/main/hosts/electron/permissions.ts';
import { pageResponse, pageScheme } from '../../../src/main/hosts/electron/protocol.ts';
import { isOwnPage } from '../../../src/main/hosts/electron/sender.ts';
import { fractionOf } from '../../../src/main/hosts/electron/taskbar.ts';
import { windowOptions } from '../../../src/main/hosts/electron/window-options.ts';
import { keepState, readState, visibleBounds } from '../../../src/main/hosts/electron/window-state.ts';
import type { Command } from '../../../src/shared/contract/frames.ts';
import { page } from '../../helpers/links.ts';
import { found } from '../../trust/figures.ts';

describe('the desktop window', () => {
  it('E02, E03, E04, E06, E08, E09, E10 runs its page in the sandbox, apart from everything', () => {
    const { webPreferences } = windowOptions({}, '/p/index.cjs', true);
    expect(webPreferences).toEqual({
      preload: '/p/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    found('E02', '3 interruttori di Node su 3 spenti');
    found('E03', 'contextIsolation acceso');
    found('E04', 'sandbox acceso nella finestra');
    found('E06', 'webSecurity acceso');
    found('E08', 'contenuti non sicuri spenti');
    found('E09', 'funzioni sperimentali spente');
    found('E10', 'nessun altro interruttore oltre ai 13 dichiarati');
  });

  it('E18 has a scheme of its own with no more rights than a site has', () => {
    expect(pageScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    });
    found('E18', 'schema app con 3 privilegi, nessun bypassCSP, corsEnabled o service worker');
  });

  it('E07 answers for the files of the page, under the rules of the browser host', async () => {
    const index = pageResponse(page, 'app://tre-pallini/', 'GET');
    expect(index.status).toBe(200);
    const nonce = /content="([^"]+)"/.exec(await index.text())?.[1] ?? '?';
    expect(index.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(pageResponse(page, 'app://tre-pallini/#/pagamenti', 'GET').status).toBe(200);
    expect(pageResponse(page, 'app://tre-pallini/assets/index-1.js', 'GET').status).toBe(200);
    expect(pageResponse(page, 'app://tre-pallini/', 'POST').status).toBe(404);
    expect(pageResponse(page, 'app://other/', 'GET').status).toBe(404);
    expect(pageResponse(page, 'app://tre-pallini.evil/', 'GET').status).toBe(404);
    found('E07', 'ogni risposta porta la sua regola, con un nonce suo');
  });

  it('E11, E12, E13, E14 goes nowhere else and opens nothing', () => {
    const heard = new Map<string, (event: { url?: string; preventDefault(): void }) => void>();
    const opened = vi.fn<Contents['setWindowOpenHandler']>();
    lockNavigation({ on: (name, listener) => heard.set(name, listener), setWindowOpenHandler: opened });
    const isStopped = (name: string, url?: string): boolean => {
      const preventDefault = vi.fn<() => void>();
      heard.get(name)?.({ ...(url === undefined ? {} : { url }), preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'app://other/',
        'app://tre-pallini.evil/',
        'data:text/html,x',
      ])
        expect(isStopped(name, url)).toBe(true);
      expect(isStopped(name, 'app://tre-pallini/')).toBe(false);
    }
    expect(isStopped('will-attach-webview')).toBe(true);
    expect(opened.mock.calls[0]?.[0]({ url: 'https://evil.example/' } as never)).toEqual({ action: 'deny' });
    found('E11', 'nessuna webview si attacca');
    found('E12', 'nessuna webview si attacca');
    found('E13', '3 eventi × 6 indirizzi estranei fermati');
    found('E14', 'ogni finestra nuova rifiutata');
  });

  it('E01, E05 may copy to the clipboard, and gets nothing else of the computer or the network', () => {
    const { session, handlers } = aSession();
    lockSession(session);
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'usb',
      'serial',
      'hid',
      'fileSystem',
      'openExternal',
      'fullscreen',
      'pointerLock',
    ]) {
      expect(handlers.check(permission)).toBe(false);
      expect(handlers.request(permission)).toBe(false);
    }
    expect(handlers.check('clipboard-sanitized-write')).toBe(true);
    expect(handlers.request('clipboard-sanitized-write')).toBe(true);
    expect(handlers.device()).toBe(false);
    expect(handlers.shared()).toEqual({});
    expect(handlers.isCancelled('https://evil.example/')).toBe(true);
    expect(handlers.isCancelled('http://127.0.0.1/')).toBe(true);
    expect(handlers.isCancelled('file:///etc/passwd')).toBe(true);
    expect(handlers.isCancelled('app://tre-pallini/assets/index-1.js')).toBe(false);
    expect(handlers.isCancelled('blob:app://tre-pallini/x')).toBe(false);
    found('E01', 'ogni richiesta fuori da app://tre-pallini fermata');
    found('E05', '11 permessi su 11 negati, chiesti e controllati; nessun dispositivo, nessuno schermo');
  });

  it('E17 hears its own page in its own main frame, and nobody else', () => {
    const main = { url: 'app://tre-pallini/#/pagamenti' };
    expect(isOwnPage(main, main)).toBe(true);
    expect(isOwnPage(null, main)).toBe(false);
    expect(isOwnPage({ ...main }, main)).toBe(false);
    for (const url of [
      'https://evil.example/',
      'app://tre-pallini.evil/',
      'app://x@tre-pallini/',
      'app://tre-pallini:1/',
      'about:blank',
      '',
    ]) {
      const frame = { url };
      expect(isOwnPage(frame, frame)).toBe(false);
    }
    found('E17', '8 mittenti estranei su 8 non ascoltati');
  });

  it('shows on the taskbar how far the work is', () => {
    const progress = { step: 'read', done: 3, total: 4, unit: 'bytes', file: null };
    expect(fractionOf(progress)).toBe(0.75);
    expect(fractionOf({ ...progress, total: 0 })).toBe(2);
    expect(fractionOf(null)).toBe(-1);
  });

  it('asks where to save a file, beginning where the last one went', () => {
    const remembered: string[] = [];
    const done: ((event: unknown, state: string) => void)[] = [];
    const asked = vi.fn<Download['setSaveDialogOptions']>();
    const item = {
      getFilename: () => 'scarti.csv',
      getSavePath: () => join('/home/clerk/Scrivania', 'scarti.csv'),
      setSaveDialogOptions: asked,
      once: (_name: string, listener: (event: unknown, state: string) => void) => done.push(listener),
    } as unknown as Download;
    askWhereToSave(item, '/home/clerk/Documenti', (folder) => remembered.push(folder));
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ defaultPath: join('/home/clerk/Documenti', 'scarti.csv') }),
    );
    done[0]?.({}, 'cancelled');
    expect(remembered).toEqual([]);
    done[0]?.({}, 'completed');
    expect(remembered).toEqual(['/home/clerk/Scrivania']);
  });

  it('comes back where it was, unless that screen is gone', () => {
    const screen = { x: 0, y: 0, width: 1920, height: 1040 };
    const bounds = { x: 100, y: 50, width: 1200, height: 800 };
    expect(visibleBounds(null, [screen])).toEqual({});
    expect(visibleBounds(bounds, [screen])).toEqual(bounds);
    const elsewhere = { ...bounds, x: 2500 };
    expect(visibleBounds(elsewhere, [screen])).toEqual({ width: 1200, height: 800 });
    expect(visibleBounds(elsewhere, [screen, { ...screen, x: 1920 }])).toEqual(elsewhere);
    expect(visibleBounds({ ...bounds, y: 1030 }, [screen])).toEqual({ width: 1200, height: 800 });
    expect(visibleBounds({ ...bounds, y: -20 }, [screen])).toEqual({ width: 1200, height: 800 });
  });

  it('remembers itself in a file, and does without when that is broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-window-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'finestra.json');
    const blank = { bounds: null, maximized: false, saveFolder: null };
    expect(readState(file)).toEqual(blank);
    const state = { bounds: { x: 1, y: 2, width: 3, height: 4 }, maximized: true, saveFolder: '/a' };
    keepState(file, state);
    expect(readState(file)).toEqual(state);
    for (const broken of [
      '',
      '[',
      'null',
      '{"bounds":{"x":"1"}}',
      '{"bounds":{"x":1,"y":1,"width":0,"height":1}}',
    ]) {
      writeFileSync(file, broken);
      expect(readState(file)).toEqual(blank);
    }
  });

  it('has an Italian menu whose commands the page understands', () => {
    const asked: Command[] = [];
    const menu = menuTemplate((command) => asked.push(command), 'linux', true);
    expect(menu.map(({ label }) => label)).toEqual(['File', 'Modifica', 'Vista', 'Vai', 'Aiuto']);
    const items = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(items.filter(({ type, label }) => type !== 'separator' && (label ?? '') === '')).toEqual([]);
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    for (const { click } of items) click?.(undefined as never, undefined, undefined as never);
    expect(asked).toContainEqual({ screen: 'importazioni', ask: { scegli: true } });
    expect(asked.map(({ screen }) => screen)).toEqual(
      expect.arrayContaining([
        'cruscotto',
        'pagamenti',
        'flussi',
        'provvisori',
        'importazioni',
        'impostazioni',
        'aiuto',
      ]),
    );
    const accelerators = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(accelerators).size).toBe(accelerators.length);
    expect(menuTemplate(() => undefined, 'darwin', false)[0]?.label).toBe('Tre Pallini');
  });
});

/** A session that remembers what it was told. */
function aSession() {
  const told: Record<string, (...values: never[]) => unknown> = {};
  const keep = (name: string) => (handler: (...values: never[]) => unknown) => void (told[name] = handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: keep('network') },
  } as unknown as LockableSession;
  const say = (name: string, ...values: unknown[]): unknown => told[name]?.(...(values as never[]));
  return {
    session,
    handlers: {
      check: (permission: string) => say('check', null, permission),
      request(permission: string): unknown {
        let answer: unknown;
        say('request', null, permission, (allowed: unknown) => (answer = allowed));
        return answer;
      },
      device: () => say('device', {}),
      /** What of the screen a page may see. */
      shared(): unknown {
        let answer: unknown;
        say('display', {}, (given: unknown) => (answer = given));
        return answer;
      },
      isCancelled(url: string): unknown {
        let answer: { cancel?: unknown } = {};
        say('network', { url }, (given: { cancel?: unknown }) => (answer = given));
        return answer.cancel;
      },
    },
  };
}
