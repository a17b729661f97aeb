import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drop, expect, open, standsStill, test } from './helpers/office.ts';
import { expectReadable } from './helpers/readable.ts';

/** With `TREPALLINI_IMMAGINI=1` the pictures of the README and of the guide are made anew. */
const pictures = join(
  import.meta.dirname,
  '..',
  '..',
  process.env['TREPALLINI_IMMAGINI'] === '1' ? 'docs/immagini' : 'out/immagini',
);
mkdirSync(pictures, { recursive: true });

interface View {
  readonly name: string;
  readonly address: string;
  /** Brings the screen into the state that is looked at. */
  readonly prepare?: (window: Page) => Promise<void>;
}

const firstRow =
  (grid: string, words: RegExp) =>
  async (window: Page): Promise<void> => {
    const row = window.getByRole('grid', { name: grid }).getByRole('row').filter({ hasText: words }).first();
    await row.getByRole('gridcell').first().click();
    await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
  };

const views: readonly View[] = [
  { name: 'cruscotto', address: '#/cruscotto' },
  { name: 'pagamenti', address: '#/pagamenti' },
  {
    name: 'pagamenti-filtrati',
    address: `#/pagamenti?${encodeURIComponent(JSON.stringify({ filter: { attention: true } }))}`,
  },
  { name: 'pagamento', address: '#/pagamenti', prepare: firstRow('Pagamenti', /Completo/) },
  {
    name: 'filtri',
    address: '#/pagamenti',
    prepare: async (window) => {
      await window.getByRole('button', { name: /^Filtra/ }).click();
      await expect(window.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'flussi', address: '#/flussi' },
  { name: 'flusso', address: '#/flussi', prepare: firstRow('Flussi', /mancante/) },
  { name: 'provvisori', address: '#/provvisori' },
  { name: 'provvisorio', address: '#/provvisori', prepare: firstRow('Provvisori', /in errore/) },
  { name: 'posizioni', address: '#/posizioni' },
  { name: 'da-regolarizzare', address: '#/da-regolarizzare' },
  {
    name: 'reversali',
    address: '#/da-regolarizzare',
    prepare: firstRow('Da regolarizzare', /in parte/),
  },
  { name: 'quadratura', address: '#/quadratura' },
  ...['campagne', 'coda', 'incerti', 'promemoria', 'modelli', 'servizi'].map((parte) => ({
    name: `messaggi-${parte}`,
    address: `#/messaggi?${encodeURIComponent(JSON.stringify({ parte }))}`,
  })),
  { name: 'importazioni', address: '#/importazioni' },
  {
    name: 'storia',
    address: '#/importazioni',
    prepare: async (window) => {
      await window.getByRole('button', { expanded: false, name: /giornali di cassa/ }).click();
      await expect(window.getByRole('button', { name: /Annulla tutta/ })).toBeVisible();
    },
  },
  { name: 'esporta', address: '#/esporta' },
  { name: 'impostazioni', address: '#/impostazioni' },
  { name: 'copie', address: '#/copie' },
  { name: 'operazioni', address: '#/operazioni' },
  { name: 'dati-personali', address: '#/dati-personali' },
  { name: 'aiuto', address: '#/aiuto' },
  {
    name: 'aiuto-differenze',
    address: `#/aiuto?${encodeURIComponent(JSON.stringify({ voce: 'accredito-mancante' }))}`,
    prepare: async (window) => {
      await expect(window.getByRole('heading', { name: 'Accredito mancante', exact: true })).toBeInViewport();
    },
  },
  {
    name: 'tavolozza',
    address: '#/cruscotto',
    prepare: async (window) => {
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'scorciatoie',
    address: '#/cruscotto',
    prepare: async (window) => {
      await window.keyboard.press('?');
      await expect(window.getByRole('dialog')).toBeVisible();
    },
  },
];

/** So many in one window: each group has the time of a whole test. */
const perWalk = 8;
const walks = Array.from({ length: Math.ceil(views.length / perWalk) }, (_, n) =>
  views.slice(n * perWalk, (n + 1) * perWalk),
);

async function look(window: Page, name: string, theme: 'light' | 'dark'): Promise<void> {
  await standsStill(window);
  await window.screenshot({
    path: join(pictures, `${name}-${theme === 'light' ? 'chiaro' : 'scuro'}.png`),
    animations: 'disabled',
  });
  await expectReadable(window, `${name}, ${theme}`);
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`every screen, ${theme}`, () => {
    test.use({ prepared: 'demo', colorScheme: theme });

    for (const group of walks)
      test(`can be read by everybody: ${group.map(({ name }) => name).join(', ')}`, async ({ window }) => {
        test.setTimeout(240_000);
        for (const { name, address, prepare } of group) {
          await test.step(name, async () => {
            await window.evaluate((hash) => (location.hash = hash), address);
            await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
            await expect(window.locator('[aria-busy=true]')).toHaveCount(0);
            await prepare?.(window);
            await look(window, name, theme);
            await window.keyboard.press('Escape');
            await window.keyboard.press('Escape');
            // What still closes would take the next keys.
            await expect(window.getByRole('dialog')).toHaveCount(0);
          });
        }
      });
  });

  test.describe(`the first day, ${theme}`, () => {
    test.use({ prepared: 'settings', colorScheme: theme });

    test('goes from the drop to the report', async ({ window, desk }) => {
      await drop(window, [desk.papers]);
      await expect(window.getByRole('heading', { name: /Anteprima/ })).toBeVisible();
      await look(window, 'anteprima', theme);
      await window.keyboard.press('Enter');
      await expect(window.getByText('Importazione finita')).toBeVisible();
      await look(window, 'rapporto', theme);
    });
  });

  test.describe(`the first start, ${theme}`, () => {
    test.use({ prepared: 'empty', colorScheme: theme });

    test('asks what it must know, and offers invented data in a ledger of its own', async ({
      window,
      desk,
    }) => {
      await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
      await look(window, 'primo-avvio', theme);
      await drop(window, [desk.papers]);
      await expect(window.getByRole('heading', { name: 'Di chi sono questi documenti?' })).toBeVisible();
      await look(window, 'primo-giorno-ente', theme);
      await window.getByRole('button', { name: 'Siamo noi: continua' }).click();
      await expect(window.getByRole('heading', { name: 'Di chi sono i pagamenti?' })).toBeVisible();
      await look(window, 'primo-giorno-codici', theme);
      await window.keyboard.press('Escape');
      await open(window, 'Cruscotto');
      await window
        .getByRole('link', { name: /Prova con dati finti/ })
        .or(window.getByRole('button', { name: /Prova con dati finti/ }))
        .first()
        .click();
      await expect(window.getByText('Dati finti.')).toBeVisible();
      await expect(window.getByText(/Tutto riconciliato a meno di/)).toBeVisible();
      await look(window, 'prova', theme);
      await window.getByRole('button', { name: 'Torna al vostro registro' }).click();
      await expect(window.getByText('Dati finti.')).toHaveCount(0);
      await expect(window.getByText(/Tutto riconciliato/)).toHaveCount(0);
    });
  });
}
