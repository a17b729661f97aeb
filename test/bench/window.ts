import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page, type Response } from '@playwright/test';
import { feedSearch } from '../../src/main/ledger/feed-search.ts';
import { chromiumPath } from '../e2e/helpers/chromium.ts';
import { startHost } from '../e2e/helpers/host.ts';
import { drop } from '../e2e/helpers/office.ts';
import { noteInPage, pixelsAfter, scrollFrames, takeNotes, type Deed } from './clerk.ts';
import { generate } from './generate.ts';
import { atMost, told, type Figure, type Job } from './job.ts';
import { largeLedger, largeToday } from './large-ledger.ts';

const turns = 20;
const mostRowsAtOnce = 1_000;

/** A clerk's day in a ledger of any size; kept with `--folder <where> --keep`, where a large one takes minutes to make. */
export const windowJob: Job = {
  name: 'window',
  what: 'a large ledger in the window, as a clerk uses it: from the hand to the pixels',
  async run(desk) {
    const large = join(desk.folder, `finestra-${desk.payments}`);
    largeLedger(large, desk.payments, (what) => desk.say(`A ledger of ${desk.payments} payments: ${what}…`));
    desk.say('Its index of texts…');
    feedSearch(join(large, 'archivio'), () => false);
    const archive = join(large, 'al-lavoro');
    // What a run before left, here or in the notes of this computer, would tell of a ledger that went further.
    const notes = join(large, 'appunti');
    for (const left of [archive, notes]) rmSync(left, { recursive: true, force: true });
    cpSync(join(large, 'archivio'), archive, { recursive: true });
    const { newDay } = generate(join(large, 'carte'), 1_000, 1_000);
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const host = await startHost(archive, ['--oggi', largeToday], { XDG_DATA_HOME: notes });
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'it-IT' });
      const crossed = countRows(page);
      await noteInPage(page);
      await page.goto(host.url);
      await page.getByText('Tutto riconciliato').first().waitFor();
      const figures: Figure[] = [told('payments in the ledger', desk.payments, 'payments')];
      for (const [what, deeds] of day) figures.push(...(await step(page, what, deeds)));
      figures.push(...(await scrolled(page, 'scroll by half a window, 400 frames', 400, 300)));
      await page.goto(`${new URL(host.url).origin}/#/importazioni`);
      desk.say('A new day is imported while one scrolls…');
      await drop(page, [newDay]);
      await page.getByRole('button', { name: /^Importa \d/ }).click({ timeout: 120_000 });
      await pixelsAfter(page, { go: '#/pagamenti' });
      await takeNotes(page);
      figures.push(...(await scrolled(page, 'scroll while a new day is imported, 400 frames', 400, 300)));
      await page.evaluate(() => (location.hash = '#/importazioni'));
      await page.getByText('Importazione finita').first().waitFor({ timeout: 600_000 });
      figures.push(
        atMost('most rows in one answer', { found: crossed.most(), unit: 'rows', target: mostRowsAtOnce }),
      );
      return { figures, notes: [] };
    } finally {
      await browser.close();
      await host.stop();
    }
  },
};

const filtered = (filter: object): string => `#/pagamenti?${encodeURIComponent(JSON.stringify({ filter }))}`;
const alternately = (first: Deed, second: Deed): Deed[] =>
  Array.from({ length: turns }, (_, turn) => (turn % 2 === 0 ? first : second));

/** In the order in which they are done: each begins where the one before ended. */
const day: readonly (readonly [what: string, deeds: readonly Deed[]])[] = [
  ['open the payments', alternately({ go: '#/pagamenti' }, { go: '#/flussi' })],
  ['open the payments once more', [{ go: '#/pagamenti' }]],
  ['to the last row and back', alternately({ press: 'End' }, { press: 'Home' })],
  [
    'search, its pause of 150 ms included',
    Array.from({ length: turns }, (_, turn) => ({ type: String(100 + turn * 37) })),
  ],
  ['search for a surname', alternately({ type: 'zuccani' }, { type: 'ventardi' })],
  ['filter', alternately({ go: filtered({ attention: true }) }, { go: filtered({ services: ['mensa'] }) })],
  ['all of them again', [{ go: '#/pagamenti' }]],
  ['order', alternately({ order: 'Importo' }, { order: 'Pagato il' })],
  ['open a card', Array.from({ length: turns }, (_, turn) => ({ card: turn % 10 }))],
];

async function step(page: Page, what: string, deeds: readonly Deed[]): Promise<Figure[]> {
  const took: number[] = [];
  for (const deed of deeds) took.push(await pixelsAfter(page, deed));
  return figuresOf(page, what, took);
}

async function scrolled(page: Page, what: string, frames: number, pixels: number): Promise<Figure[]> {
  const { took, bare } = await scrollFrames(page, frames, pixels);
  return [...(await figuresOf(page, what, took)), told(`${what}: frames without rows`, bare, 'frames')];
}

async function figuresOf(page: Page, what: string, took: readonly number[]): Promise<Figure[]> {
  const { longTasks, mostRows } = await takeNotes(page);
  const at = (share: number) => took.toSorted((a, b) => a - b)[Math.ceil(took.length * share) - 1] ?? 0;
  return [
    told(`${what}: p50`, at(0.5), 'ms'),
    told(`${what}: p95`, at(0.95), 'ms'),
    told(`${what}: longest`, at(1), 'ms'),
    told(`${what}: long tasks of the page`, longTasks.length, 'tasks'),
    told(`${what}: the longest of them`, Math.max(0, ...longTasks), 'ms'),
    told(`${what}: most rows in the page`, mostRows, 'rows'),
  ];
}

/** Counts the rows of each answer that the page gets. */
function countRows(page: Page): { readonly most: () => number } {
  let most = 0;
  async function countIn(response: Response): Promise<void> {
    // A question that was given up has no answer.
    const text = await response.text().catch(() => '');
    for (const line of text.split('\n').filter((one) => one !== ''))
      most = Math.max(most, rowsOf(JSON.parse(line)));
  }
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/api/')) return;
    void countIn(response);
  });
  return { most: () => most };
}

/** The longest list in an answer, however deep. */
function rowsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(rowsOf));
}
