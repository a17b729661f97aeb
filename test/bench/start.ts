import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { chromiumPath } from '../e2e/helpers/chromium.ts';
import { startHost } from '../e2e/helpers/host.ts';
import { benchToday } from './generate.ts';
import { folderMb, runtimePackages } from './installed.ts';
import { atMost, median, medianOf, told, type Job } from './job.ts';
import { measure } from './measure.ts';

const turns = 7;
const root = join(import.meta.dirname, '../..');

/** From the command to the first screen, as a person waits for it; what it fetches, and what is installed for it. */
export const start: Job = {
  name: 'start',
  what: 'from the command to the first screen (needs npm run build), with a browser that runs already',
  async run(desk) {
    const { archive } = await desk.ledger();
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const empty = () => mkdtempSync(join(desk.folder, 'vuoto-'));
      await firstScreen(browser, empty(), 'Per cominciare');
      const bare: number[] = [];
      const none: Paint[] = [];
      const full: Paint[] = [];
      for (let turn = 0; turn < turns; turn++) {
        bare.push(await emptyPage(browser));
        none.push(await firstScreen(browser, empty(), 'Per cominciare'));
        full.push(await firstScreen(browser, archive, 'Tutto riconciliato'));
      }
      const middle = (paints: readonly Paint[], what: 'readyMs' | 'paintMs') =>
        median(paints.map((paint) => paint[what]));
      const bytes = Math.max(...full.map(({ gzipBytes }) => gzipBytes));
      const help = await medianSeconds(join(root, 'out/main/cli.js'), '--aiuto');
      const state = await medianSeconds(join(root, 'out/main/cli.js'), 'stato', '--archivio', archive);
      const node = await medianSeconds('-e', '0');
      return {
        figures: [
          atMost('command to first useful paint, empty ledger', {
            found: middle(none, 'paintMs'),
            unit: 'ms',
            target: 1200,
          }),
          atMost(`command to first useful paint, ${desk.payments} payments`, {
            found: middle(full, 'paintMs'),
            unit: 'ms',
            target: 1500,
          }),
          told(
            'the browser alone: a page of one word from a Node that serves nothing else',
            median(bare),
            'ms',
          ),
          told('of it, until the program listens', middle(full, 'readyMs'), 'ms'),
          atMost('scripts and styles of the first screen, gzip', {
            found: Math.round(bytes / 1000),
            unit: 'kB',
            target: 350,
          }),
          atMost('run-time dependencies installed, outside Electron', {
            found: folderMb(runtimePackages(root)),
            unit: 'MB',
            target: 60,
          }),
          told('node alone, from start to end', node * 1000, 'ms'),
          told('command line, --aiuto', help * 1000, 'ms'),
          told('command line, stato', state * 1000, 'ms'),
        ],
        notes: [],
      };
    } finally {
      await browser.close();
    }
  },
};

interface Paint {
  readonly readyMs: number;
  readonly paintMs: number;
  readonly gzipBytes: number;
}

/** Starts the program and looks at the page until it says `words`. */
async function firstScreen(browser: Browser, archive: string, words: string): Promise<Paint> {
  const context = await browser.newContext({ locale: 'it-IT' });
  const page = await context.newPage();
  const files: string[] = [];
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) files.push(request.url());
  });
  const from = performance.now();
  const host = await startHost(archive, ['--oggi', benchToday]);
  try {
    await page.goto(host.url, { waitUntil: 'commit' });
    await page.getByText(words).first().waitFor();
    const paintMs = performance.now() - from;
    const gzipBytes = files
      .map((url) => readFileSync(join(root, 'out/renderer', new URL(url).pathname)))
      .reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    return { readyMs: host.readyMs, paintMs, gzipBytes };
  } finally {
    await context.close();
    await host.stop();
  }
}

/** What no program can do without: the same, from a Node that does nothing but serve one word. */
async function emptyPage(browser: Browser): Promise<number> {
  const context = await browser.newContext({ locale: 'it-IT' });
  const page = await context.newPage();
  const from = performance.now();
  const child = spawn(process.execPath, ['-e', oneWord], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve) =>
      child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim())),
    );
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByText('Pronto').waitFor();
    return performance.now() - from;
  } finally {
    await context.close();
    child.kill();
  }
}

const oneWord = `
  const server = process.getBuiltinModule('node:http').createServer((_, answer) =>
    answer.setHeader('Content-Type', 'text/html').end('<!doctype html><p>Pronto</p>'));
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));`;

function medianSeconds(...words: string[]): Promise<number> {
  return medianOf(turns, async () => (await measure(process.execPath, words)).seconds);
}
