import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');
const isBlind = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const program = isBlind ? null : electronProgram();
if (program === null)
  console.warn('THE WINDOW OF ELECTRON IS NOT TESTED: its program, or a screen, is not here.');
if (program === null && process.env['TREPALLINI_ELECTRON'] === 'needed')
  throw new Error(
    'Electron’s program and a screen should be here: node node_modules/electron/install.js, xvfb-run',
  );
test.skip(program === null, 'Electron’s program, or a screen, is not here');

// One window is opened, and all look at it.
test.describe.configure({ mode: 'serial' });

let home = '';
let app: ElectronApplication;
let window: Page;

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tre-pallini-electron-'));
  app = await _electron.launch({
    executablePath: program ?? '',
    args: [join(root, 'out/main/index.js'), '--archivio', home, '--oggi', '2026-03-31'],
  });
  window = await app.firstWindow();
});

test.afterAll(async () => {
  await app.close();
  rmSync(home, { recursive: true, force: true });
});

test('opens its own page, and the first screen offers invented data', async () => {
  await expect(window.getByRole('link', { name: /Prova con dati finti/ })).toBeVisible();
  expect(window.url()).toMatch(/^app:\/\/tre-pallini\//);
  await window.getByRole('link', { name: /Prova con dati finti/ }).click();
  await expect(window.getByText('Dati finti.')).toBeVisible();
});

test('has nothing of Node in its page, which runs in a sandbox', async () => {
  const kinds = await window.evaluate(() =>
    ['process', 'require', 'module', 'Buffer', 'ipcRenderer'].map(
      (name) => typeof Reflect.get(globalThis, name),
    ),
  );
  expect(kinds).toEqual(kinds.map(() => 'undefined'));
  const processes = await app.evaluate(({ app: own }) =>
    own.getAppMetrics().flatMap(({ type, sandboxed }) => (type === 'Tab' ? [sandboxed] : [])),
  );
  if (process.platform !== 'linux') expect(processes).toEqual(processes.map(() => true));
  expect(processes.length).toBeGreaterThan(0);
});

test('is granted nothing', async () => {
  const answers = await window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    const states = names.map(async (name) => (await navigator.permissions.query({ name })).state);
    return [...(await Promise.all(states)), await Notification.requestPermission()];
  });
  expect(answers).toEqual(answers.map(() => 'denied'));
});

test('goes nowhere else, and opens no other window', async () => {
  const before = window.url();
  const opened = await window.evaluate(() => {
    const other = globalThis.open('https://example.org/');
    globalThis.location.href = 'https://example.org/';
    return other;
  });
  expect(opened).toBe(null);
  await expect(window.getByRole('navigation', { name: 'Schermate' })).toBeVisible();
  expect(window.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

/** Where the package says that its program is; null where it is not. */
function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(folder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}
