import { test as base, expect, type Page } from '@playwright/test';
import { service } from '../fakes/io-service/services.ts';
import { openMessagesDesk, type MessagesDesk } from './helpers/messages.ts';
import { expectReadable } from './helpers/readable.ts';

const rows = 6;

const test = base.extend<{ desk: MessagesDesk; violations: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what the fixture needs
  desk: async ({}, use) => {
    const desk = await openMessagesDesk(rows);
    await use(desk);
    await desk.close();
  },
  /** What broke in the page: must stay empty. */
  violations: async ({ page }, use) => {
    const found: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(String(error)));
    await use(found);
    expect(found, 'errors in the console of the page').toEqual([]);
  },
});

async function openPart(page: Page, part: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Schermate' })
    .getByRole('link', { name: 'Messaggi IO' })
    .click();
  await page.getByRole('tab', { name: part }).click();
}

async function pasteKey(page: Page, key: string): Promise<void> {
  await openPart(page, 'Servizi e chiavi');
  await page.getByRole('button', { name: 'Incolla la chiave di TARI' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chiave di TARI' });
  await dialog.getByLabel('Chiave', { exact: true }).fill(key);
  await dialog.getByRole('radio', { name: 'Solo per questa sessione' }).check();
  await dialog.getByRole('button', { name: 'Tieni la chiave' }).click();
  await dialog.getByRole('button', { name: 'Prova' }).click();
  await expect(dialog.getByText('La chiave funziona')).toBeVisible();
  await dialog.getByRole('button', { name: 'Ho finito' }).click();
}

test('a key is pasted, the queue goes, and a person decides of what nobody knows', async ({
  page,
  desk,
  violations: _watched,
}) => {
  const key = service('tari').primary;
  desk.io.faults.script('message', 'ok', 'store-close');
  await page.goto(desk.host.url);
  await pasteKey(page, key);
  await expect(page.getByText(key.slice(-4))).toBeVisible();
  expect(await page.content()).not.toContain(key);

  await page.getByRole('tab', { name: 'Coda' }).click();
  await expect(page.getByRole('heading', { name: 'La coda è ferma' })).toBeVisible();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Esito incerto/ })).toContainText('1');
  await expect(page.getByRole('button', { name: /^In lavorazione/ })).toContainText(String(rows - 1));
  await page.getByRole('button', { name: 'Ferma' }).click();
  await expect(page.getByRole('heading', { name: 'La coda è vuota' })).toBeVisible();
  const delivered = page.getByRole('button', { name: /^Consegnato/ });
  await expect(async () => {
    await page.getByRole('button', { name: 'Aggiorna esiti' }).click({ timeout: 5_000 });
    await expect(delivered).toContainText(String(rows - 1), { timeout: 5_000 });
  }).toPass();

  await delivered.click();
  const grid = page.getByRole('grid', { name: 'Messaggi' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(rows));
  await grid.getByRole('gridcell', { name: 'Consegnato' }).first().click();
  const card = page.getByRole('complementary', { name: 'Messaggio' });
  await expect(card.getByRole('region', { name: 'Come si vedrà nell’app IO' })).toContainText('TARI');
  await expect(card.getByText('Preso in carico da IO')).toBeVisible();

  await page.getByRole('tab', { name: /^Esiti incerti 1/ }).click();
  const item = page.getByRole('article', { name: /^Esito incerto/ });
  await item.getByRole('button', { name: 'Copia i dati per l’assistenza' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Servizio: TARI');
  await item.getByRole('button', { name: /^Reinvia/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rimetti in coda' }).click();
  await expect(dialog.getByRole('alert')).toContainText('servono il motivo e la spunta');
  await page.keyboard.press('Escape');
  await item.getByRole('button', { name: 'Considera inviato' }).click();
  await dialog.getByRole('button', { name: 'Considera inviato' }).click();
  await expect(page.getByRole('heading', { name: 'Nessun esito incerto' })).toBeFocused();
  // The one that was stored without an answer was not written again.
  expect(desk.io.stored).toHaveLength(rows);
});

test('outside its hours the queue waits, unless a person says so twice', async ({ page, desk }) => {
  await page.goto(desk.host.url);
  await pasteKey(page, service('tari').primary);
  await page.getByLabel('Si invia dalle').fill('00:00');
  await page.getByLabel('Alle', { exact: true }).fill('00:00');
  await page.getByLabel('Alle', { exact: true }).press('Enter');
  await expect(page.getByText('Salvato', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Coda' }).click();
  await page.getByRole('button', { name: 'Invia', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'In attesa' })).toBeVisible();
  expect(desk.io.stored).toHaveLength(0);
  await page.getByRole('button', { name: 'Anche fuori orario…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Invia adesso' }).click();
  await expect(page.getByRole('heading', { name: 'Tutto inviato' })).toBeVisible();
  expect(desk.io.stored).toHaveLength(rows);
});

for (const theme of ['light', 'dark'] as const)
  test.describe(`the parts of the messages, ${theme}`, () => {
    test.use({ colorScheme: theme });

    test('can be read by everybody', async ({ page, desk }) => {
      desk.io.faults.script('message', 'store-close', 'problem-500');
      await page.goto(desk.host.url);
      await openPart(page, 'Servizi e chiavi');
      await expect(page.getByRole('heading', { name: 'Custodia delle chiavi' })).toBeVisible();
      await expectReadable(page, 'services');
      await page.getByRole('button', { name: 'Incolla la chiave di TARI' }).click();
      await expectReadable(page, 'paste');
      await page.keyboard.press('Escape');
      await pasteKey(page, service('tari').primary);
      await page.getByRole('tab', { name: 'Coda' }).click();
      await page.getByRole('button', { name: 'Invia', exact: true }).click();
      await expect(page.getByRole('button', { name: /^Esito incerto/ })).toBeVisible();
      await page.getByRole('gridcell', { name: 'Esito incerto' }).click();
      await expectReadable(page, 'queue');
      await page.getByRole('tab', { name: /^Esiti incerti 1/ }).click();
      await expect(page.getByRole('article')).toBeVisible();
      await expectReadable(page, 'uncertain');
      await page.getByRole('button', { name: /^Reinvia/ }).click();
      await expectReadable(page, 'settle');
    });
  });
