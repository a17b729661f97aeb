import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import { answerPage, readPageFiles } from '../../src/main/hosts/page-files.ts';
import { chromiumPath } from '../e2e/helpers/chromium.ts';
import { atMost, alternate, type Job } from './job.ts';

const frames = 60;

/** What a scrolled frame of the long table costs, beside the same cells made of Mantine's table. */
export const scroll: Job = {
  name: 'scroll',
  what: 'script and style of a scrolled frame / the same grid of Mantine table cells',
  async run(desk) {
    const outDir = join(desk.folder, 'pagina');
    await build({
      root: join(import.meta.dirname, 'scroll-page'),
      base: './',
      logLevel: 'error',
      configFile: false,
      build: { outDir, emptyOutDir: true, target: 'chrome130' },
    });
    const files = readPageFiles(outDir);
    if (files === null) throw new Error('the page of the bench was not built');
    const server = createServer(({ url }, response) => {
      const { status, headers, body } = answerPage(files, new URL(url ?? '/', 'http://x').pathname);
      // Mantine writes styles of its own into the page; nothing here belongs to anybody.
      response.writeHead(status, { 'Content-Type': headers['Content-Type'] ?? 'text/plain' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const frame = async (query: string) => {
        await page.goto(`http://127.0.0.1:${address.port}/${query}`);
        return msPerFrame(page, session);
      };
      const pairs = await alternate(
        5,
        () => frame('?mantine'),
        () => frame(''),
      );
      return {
        figures: [
          atMost('script and style per scrolled frame', {
            found: pairs.second,
            limit: pairs.first,
            unit: 'ms',
            target: 0.5,
          }),
        ],
        notes: [],
      };
    } finally {
      await browser.close();
      server.close();
    }
  },
};

/** Processor time of the page's thread, not of the clock: a neighbour changes it little. */
async function msPerFrame(page: Page, session: CDPSession): Promise<number> {
  await page.locator('#scroller').waitFor();
  const before = await busySeconds(session);
  await page.evaluate(async (turns) => {
    const scroller = document.querySelector('#scroller');
    if (scroller === null) throw new Error('nothing scrolls here');
    for (let turn = 0; turn < turns; turn++) {
      scroller.scrollTop += 160;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, frames);
  return (1000 * ((await busySeconds(session)) - before)) / frames;
}

async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics
    .filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name))
    .reduce((sum, { value }) => sum + value, 0);
}
