import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { found } from '../trust/figures.ts';
import { drop, expect, test } from './helpers/office.ts';
import { everyScreen } from './helpers/screens.ts';

const pictures = join(import.meta.dirname, '..', '..', 'out', 'immagini');
mkdirSync(pictures, { recursive: true });

test.use({ prepared: 'demo' });

/** All that a person, or a screen reader, is told. */
function told(window: Page): Promise<string> {
  return window.evaluate(() => {
    const names = ['aria-label', 'title', 'data-tip', 'placeholder', 'value'];
    const said = [...document.querySelectorAll('*')].flatMap((one) =>
      names.map((name) => one.getAttribute(name) ?? ''),
    );
    return [document.title, globalThis.location.href, document.body.innerText, ...said].join('\n');
  });
}

async function go(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => (globalThis.location.hash = hash), address);
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openFirst(window: Page, grid: string): Promise<void> {
  await window
    .getByRole('grid', { name: grid })
    .getByRole('row')
    .filter({ hasText: /Completo/ })
    .first()
    .getByRole('gridcell')
    .first()
    .click();
  await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
}

const codice = /(?<![A-Z\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/;
/** What a field shows as an example, and the invented citizen of a template's preview. */
const ofNobody = /RSSMRA80A01H501U|FNTNCL70A01H501D/g;
const wholeIuv = /(?<!\d)\d{17,18}(?!\d)/;

test('P03 codici fiscali are covered, shown for half a minute, and stand in no address', async ({
  window,
}) => {
  await window.clock.install();
  await go(window, '#/pagamenti');
  await openFirst(window, 'Pagamenti');
  const card = window.getByRole('complementary');
  await expect(card.getByText(/^[A-Z]{3}•{11}[A-Z\d]{2}$/)).toBeVisible();
  expect(await told(window)).not.toMatch(codice);
  await card.getByRole('button', { name: 'Mostra il codice fiscale' }).click();
  const shown = await card.getByText(codice).innerText();
  await window.clock.runFor(31_000);
  await expect(card.getByText(codice)).toHaveCount(0);
  await window.keyboard.press('Escape');

  // Of a list all at once, by a key.
  await window.getByRole('button', { name: 'Colonne' }).click();
  await window.getByRole('checkbox', { name: 'Codice fiscale' }).click();
  await window.keyboard.press('Escape');
  expect(await told(window)).not.toMatch(codice);
  await window.keyboard.press('F9');
  await expect(window.getByRole('gridcell').getByText(codice).first()).toBeVisible();
  await window.clock.runFor(31_000);
  await expect(window.getByRole('gridcell').getByText(codice)).toHaveCount(0);

  // Whoever is looked for is in no address.
  await window.locator('[data-search]').fill(shown);
  await window.clock.runFor(1_000);
  await expect(
    window
      .getByRole('grid')
      .getByText(/Completo/)
      .first(),
  ).toBeVisible();
  await expect.poll(() => window.evaluate(() => globalThis.location.href)).toContain('search');
  expect(await window.evaluate(() => globalThis.location.href + document.title)).not.toContain(shown);
});

test('P03 while others look on nobody can be recognised anywhere, until it is turned off', async ({
  window,
  desk,
}) => {
  test.setTimeout(240_000);
  await go(window, '#/pagamenti');
  await expect(window.getByRole('gridcell').getByText('Completo').first()).toBeVisible();
  const names = await window.evaluate(() =>
    [...document.querySelectorAll('[role=gridcell]')].flatMap((cell) =>
      cell.id.endsWith('debitore') && cell.textContent !== '' ? [cell.textContent ?? ''] : [],
    ),
  );
  expect(new Set(names).size).toBeGreaterThan(5);
  await window.keyboard.press('F8');
  await expect(window.getByRole('complementary', { name: 'Condivisione schermo' })).toBeVisible();
  const seen: string[] = [];
  const look = async (): Promise<void> => {
    // What comes a little later must not tell either.
    await window.waitForTimeout(300);
    const text = await told(window);
    seen.push(...names.filter((name) => text.includes(name)));
    expect(text.replaceAll(ofNobody, '')).not.toMatch(codice);
    const visible = await window.evaluate(() => document.body.innerText);
    expect(visible).not.toMatch(wholeIuv);
  };
  // Where one stands, at once.
  await look();
  for (const { address } of everyScreen) {
    await go(window, address);
    await look();
  }
  // What comes in is not asked for like the rest: names of files stand in the preview as well.
  await go(window, '#/importazioni');
  await drop(window, [desk.papers]);
  await expect(window.getByRole('heading', { name: /Anteprima/ })).toBeVisible();
  await window.getByText(/^Gli altri documenti/).click();
  await expect(window.getByText('già noto').first()).toBeVisible();
  await look();
  await window.keyboard.press('Escape');
  await go(window, '#/pagamenti');
  await openFirst(window, 'Pagamenti');
  await look();
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await window.screenshot({
      path: join(pictures, `condivisione-${theme === 'light' ? 'chiaro' : 'scuro'}.png`),
    });
  }
  expect(seen).toEqual([]);

  // Remembered: the program ends and begins again, and shows nobody in between.
  await window.goto('about:blank');
  await desk.restart();
  expect(names.length).toBeGreaterThan(0);
  await window.goto(desk.host.url);
  await expect(window.getByRole('complementary', { name: 'Condivisione schermo' })).toBeVisible();
  await go(window, '#/pagamenti');
  await look();
  expect(seen).toEqual([]);
  await window.getByRole('button', { name: 'Mostra di nuovo tutto' }).click();
  await expect(
    window
      .getByRole('gridcell')
      .getByText(names[0] ?? '', { exact: true })
      .first(),
  ).toBeVisible();
  found(
    'P03',
    `${everyScreen.length} schermate, un’anteprima e una scheda, ${new Set(names).size} nomi: 0 visti`,
  );
});

test('the extract, minimising and discarding on one screen', async ({ window }) => {
  await go(window, '#/pagamenti');
  await openFirst(window, 'Pagamenti');
  await window.getByRole('button', { name: 'Mostra il codice fiscale' }).click();
  const code = await window.getByRole('complementary').getByText(codice).innerText();
  await go(window, '#/dati-personali');
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    await window.screenshot({
      path: join(pictures, `dati-personali-${theme === 'light' ? 'chiaro' : 'scuro'}.png`),
      fullPage: true,
    });
  }
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await window.getByLabel('Codice fiscale', { exact: true }).fill(code.toLowerCase());
  await window.getByRole('button', { name: 'Cerca', exact: true }).click();
  await expect(window.getByRole('heading', { name: /^Ricevute/ })).toBeVisible();
  const [file] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('button', { name: 'Salva in Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('estratto-cittadino-2026-03-31.xlsx');
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await window.screenshot({ path: join(pictures, 'estratto-chiaro.png') });
  await window.emulateMedia({ media: 'print', colorScheme: 'light' });
  await window.screenshot({ path: join(pictures, 'estratto-stampa.png') });
  await window.emulateMedia({ media: null });
  // Nothing but the extract takes room on paper: no empty sheet comes before it.
  const paper = (await window.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = [...paper.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(sheets).toHaveLength(1);
  expect(sheets.every(([, width, height]) => Number(width) > Number(height))).toBe(true);

  await window.getByLabel('Anni da tenere per intero').fill('10');
  await window.getByRole('button', { name: 'Conta che cosa cambierebbe' }).click();
  await expect(window.getByText(/non c’è nulla da minimizzare/)).toBeVisible();
  await window.getByLabel('Documenti tutti fino all’anno').fill('2025');
  await window.getByRole('button', { name: 'Quali sono?' }).click();
  await expect(window.getByText(/Nessun documento è tutto di quegli anni|Si scarterebbero/)).toBeVisible();
});
