import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchToday, generate } from '../bench/generate.ts';
import { demoSettings } from '../../src/main/demo/servizi.ts';
import { isDay } from '../../src/shared/domain/day.ts';
import { openCore } from './helpers/core.ts';
import { drop, expect, open, test } from './helpers/office.ts';
import { startHost } from './helpers/host.ts';

const payments = 100_000;

/** The value under which 95 of 100 stand. */
function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

interface Block {
  readonly at: number;
  readonly ms: number;
}

/**
 * Says the figure beside its target. Only twice the target fails: the machines that run this are shared, and a neighbour
 * must not break the build.
 */
function tell(what: string, ms: number, target: number, most = 2): void {
  console.log(`${what}: ${Math.round(ms)} ms (target ${target})${ms > target ? ' MISSED' : ''}`);
  expect(ms, what).toBeLessThanOrEqual(most * target);
}

test('R41 a year of a hundred thousand payments: nobody waits', async ({ page }) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-anno-'));
  const home = join(folder, 'archivio');
  const generated = generate(join(folder, 'carte'), payments, 1_000);
  if (!isDay(benchToday)) throw new Error('not a day');
  const today = benchToday;
  const core = openCore(home, today);
  const written = await core.call('settings.write', { settings: demoSettings });
  expect(written.ok).toBe(true);
  await core.close();

  const host = await startHost(home, ['--oggi', today]);
  try {
    await page.addInitScript(() => {
      const blocks: Block[] = [];
      Object.assign(window, { blocks });
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) blocks.push({ at: startTime, ms: duration });
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(host.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await drop(page, [generated.year]);
    await page.getByRole('button', { name: /^Importa \d/ }).click({ timeout: 120_000 });
    const stop = page.getByRole('button', { name: /^Annulla/ });
    await expect(stop).toBeVisible();
    // Well into the reading: there is something to undo.
    await page.waitForTimeout(3_000);
    const stoppedAt = performance.now();
    await stop.click();
    await expect(page.getByText(/Importazione annullata/)).toBeVisible();
    const stopMs = performance.now() - stoppedAt;
    tell('an import stopped by the clerk, from the press to the words', stopMs, 500);
    await open(page, 'Cruscotto');
    await expect(page.getByRole('heading', { name: 'Per cominciare' })).toBeVisible();

    await open(page, 'Importazioni');
    await drop(page, [generated.year]);
    await page.getByRole('button', { name: /^Importa \d/ }).click({ timeout: 120_000 });
    const importedFrom = await page.evaluate(() => performance.now());
    await expect(page.getByText('Importazione finita')).toBeVisible({ timeout: 240_000 });
    const blocks = await page.evaluate(() => (window as unknown as { blocks: Block[] }).blocks);
    const during = Math.max(0, ...blocks.filter(({ at }) => at > importedFrom).map(({ ms }) => ms));
    const earlier = Math.max(0, ...blocks.filter(({ at }) => at <= importedFrom).map(({ ms }) => ms));
    tell('longest block of the page while the import runs and its report opens', during, 200);
    console.log(`(before it, start and preview included: ${Math.round(earlier)} ms)`);

    await host.stop();
    const again = await startHost(home, ['--oggi', today]);
    try {
      const startedAt = performance.now();
      await page.goto(again.url);
      await expect(page.getByText(/Tutto riconciliato/)).toBeVisible();
      const paintMs = performance.now() - startedAt;
      tell('first useful paint after the host is up', paintMs, 1_500);

      // A year that was just imported gets its index of texts now; until it is there, two cores do both.
      await page.waitForTimeout(20_000);
      await open(page, 'Pagamenti');
      const search = page.getByRole('searchbox').or(page.locator('[data-search]')).first();
      const summary = page.getByText(/pagament[oi] · /).first();
      await expect(summary).toBeVisible();
      const times: number[] = [];
      for (let turn = 0; turn < 20; turn++) {
        const text = String(100 + turn * 37);
        times.push(
          await page.evaluate(async (wanted) => {
            const input = document.querySelector<HTMLInputElement>('[data-search]');
            const grid = document.querySelector('[role=grid]');
            if (input === null || grid === null) throw new Error('no search here');
            const before = grid.getAttribute('data-question');
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, wanted);
            const from = performance.now();
            input.dispatchEvent(new Event('input', { bubbles: true }));
            for (;;) {
              await new Promise((done) => requestAnimationFrame(done));
              const isNew = grid.getAttribute('data-question') !== before;
              if (isNew && grid.getAttribute('aria-busy') === 'false') return performance.now() - from;
              if (performance.now() - from > 10_000) throw new Error('the search does not answer');
            }
          }, text),
        );
      }
      await expect(search).toHaveValue('803');
      // The search waits 150 ms after the last key, so that a word is one question.
      tell(`search among ${payments} payments, from its pause to its rows, p95`, p95(times) - 150, 200, 5);
    } finally {
      await again.stop();
    }
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
