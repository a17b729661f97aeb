import Database from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { found } from '../trust/figures.ts';
import { expect, test, type Desk } from './helpers/office.ts';

test.use({ prepared: 'demo' });

test('R15 a ledger that was cut is back in three clicks, the broken one stays, and a restore can be undone', async ({
  desk,
  window,
}) => {
  await window.goto(addressOf(desk, '#/copie'));
  await window.getByRole('button', { name: 'Fai una copia adesso' }).click();
  await expect(window.getByRole('button', { name: /^Ripristina la copia/ })).toHaveCount(1);
  const documents = documentsIn(desk);
  expect(documents).toBeGreaterThan(10);
  await window.goto('about:blank');
  await desk.host.stop();
  const file = join(desk.home, 'tre-pallini.db');
  truncateSync(file, Math.floor(statSync(file).size / 2));

  await desk.restart();
  await window.goto(desk.host.url);
  const notice = window.getByRole('alert').filter({ hasText: 'tagliato' });
  await expect(notice).toBeVisible();
  const began = performance.now();
  await notice.getByRole('link', { name: 'Vai alle copie di sicurezza' }).click();
  await restoreFirst(window);
  const seconds = (performance.now() - began) / 1000;
  await expect(window.getByText('Ripristinato:')).toBeVisible();
  expect(documentsIn(desk)).toBe(documents);
  expect(named(desk, 'corrotto')).toHaveLength(1);
  await expect(notice).toHaveCount(0);

  // What was there before a restore is a source like any other.
  await window
    .getByRole('button', { name: /^Ripristina la copia/ })
    .first()
    .click();
  await window.getByRole('dialog').getByRole('button', { name: 'Ripristina', exact: true }).click();
  await expect.poll(() => named(desk, 'prima-del-ripristino')).toHaveLength(1);
  await window
    .getByRole('button', { name: /prima-del-ripristino/ })
    .first()
    .click();
  await window.getByRole('dialog').getByRole('button', { name: 'Ripristina', exact: true }).click();
  await expect.poll(() => named(desk, 'prima-del-ripristino')).toHaveLength(2);
  expect(documentsIn(desk)).toBe(documents);
  found(
    'R15',
    `dalla finestra: 3 clic, ${seconds.toFixed(1)} s; il guasto tenuto da parte; il ripristino disfatto`,
  );
});

async function restoreFirst(window: Page): Promise<void> {
  await window
    .getByRole('button', { name: /^Ripristina la copia/ })
    .first()
    .click();
  await window.getByRole('dialog').getByRole('button', { name: 'Ripristina', exact: true }).click();
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

function addressOf(desk: Desk, hash: string): string {
  return new URL(hash, desk.host.url).href;
}

function documentsIn(desk: Desk): number {
  const db = new Database(join(desk.home, 'tre-pallini.db'), { readonly: true });
  const n = db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() ?? 0;
  db.close();
  return n;
}

/** Ledgers that gave way to another one. */
function named(desk: Desk, word: string): string[] {
  return readdirSync(desk.home).filter((name) => name.includes(word) && name.endsWith('.db'));
}
