import { test as base, expect, type Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { isDay, type Day } from '../../../src/shared/domain/day.ts';
import { openCore } from './core.ts';
import { startHost, type Host } from './host.ts';

export { expect };

/** The day on which these tests pretend to be. */
export const today: Day = dayOf('2026-03-31');

function dayOf(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

/** A folder with a ledger of its own, the papers of the invented Comune, and the program running on them. */
export interface Desk {
  readonly home: string;
  /** Folder with the papers of the invented Comune. */
  readonly papers: string;
  host: Host;
  /** Ends the program and starts it again on the same ledger. */
  restart(): Promise<void>;
}

interface Options {
  /** `settings`: the ente is configured; `demo`: its papers are imported too; `empty`: nothing. */
  readonly prepared: 'empty' | 'settings' | 'demo';
}

type Prepare = (prepared: Options['prepared']) => Promise<string>;

export const test = base.extend<
  Options & { desk: Desk; window: Page; violations: string[] },
  { preparedFolder: Prepare }
>({
  prepared: ['settings', { option: true }],
  /** The folder of a desk as it is before anybody sits down, made once: each desk is a copy of it. */
  preparedFolder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what the fixture needs
    async ({}, use) => {
      const root = mkdtempSync(join(tmpdir(), 'tre-pallini-e2e-modelli-'));
      const made = new Map<string, Promise<string>>();
      await use((prepared) => {
        const folder = made.get(prepared) ?? makeFolder(join(root, prepared), prepared);
        made.set(prepared, folder);
        return folder;
      });
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  desk: async ({ prepared, preparedFolder }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-e2e-'));
    cpSync(await preparedFolder(prepared), folder, { recursive: true });
    const home = join(folder, 'archivio');
    const papers = join(folder, 'documenti');
    const options = ['--oggi', today];
    const desk: Desk = {
      home,
      papers,
      host: await startHost(home, options),
      async restart() {
        await desk.host.stop();
        desk.host = await startHost(home, options);
      },
    };
    await use(desk);
    await desk.host.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  /** What the page did that the content security policy forbids, and what broke in it: must stay empty. */
  violations: async ({ page }, use) => {
    const found: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(String(error)));
    await use(found);
    expect(found, 'errors in the console of the page').toEqual([]);
  },
  window: async ({ desk, page, violations: _watched }, use) => {
    await page.goto(desk.host.url);
    await expect(page.getByRole('navigation', { name: 'Schermate' })).toBeVisible();
    await use(page);
  },
});

async function makeFolder(folder: string, prepared: Options['prepared']): Promise<string> {
  const papers = join(folder, 'documenti');
  writePapers(papers);
  if (prepared !== 'empty') await prepare(join(folder, 'archivio'), papers, prepared === 'demo');
  return folder;
}

function writePapers(folder: string): void {
  for (const { path, bytes } of demoComune(today).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

async function prepare(home: string, papers: string, withPapers: boolean): Promise<void> {
  const { files, settings } = demoComune(today);
  const core = openCore(home, today);
  const written = await core.call('settings.write', { settings });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  if (withPapers) {
    const parcels = files.map(({ path }) => core.handOver({ path: join(papers, path), name: path }));
    const imported = await core.call('documents.import', { parcels });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  }
  await core.close();
}

/** Goes to a screen through the menu, as a person does. */
export async function open(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Schermate' }).getByRole('link', { name: screen }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Drops files and folders of the disk on the window, as from the file manager. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: 640, y: 400 };
  // A hand is slower than this, and waits for a window that has just opened: files are let go where it shows that it takes them.
  await expect(async () => {
    for (const type of ['dragEnter', 'dragOver'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    await expect(page.getByText('Lasciare qui i file')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  for (const type of ['dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

/** Waits until nothing moves in or out any more; what turns for ever, as a sign that something comes, does not count. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What is about to move begins within a frame or two of what made it.
    for (let still = 0; still < 5; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const moves = document.getAnimations().some((animation) => {
        const end = animation.effect?.getComputedTiming().endTime;
        return animation.playState === 'running' && end !== Number.POSITIVE_INFINITY;
      });
      if (moves) still = 0;
    }
  });
}
