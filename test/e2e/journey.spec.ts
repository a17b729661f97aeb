import type { Locator } from '@playwright/test';
import { join } from 'node:path';
import { drop, expect, open, test } from './helpers/office.ts';

test.describe('a morning at the office', () => {
  test('the papers of the Comune are dropped, looked at, imported, and their report opens', async ({
    window,
    desk,
  }) => {
    await drop(window, [desk.papers]);
    const preview = window.getByRole('heading', { name: /Anteprima/ });
    await expect(preview).toBeVisible();
    await expect(window.getByRole('region', { name: 'Contenuto per tipo di documento' })).toContainText(
      /giornal/i,
    );
    // Nothing was written yet.
    await expect(window.getByRole('button', { name: /^Importa \d+ documenti/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Importazione finita')).toBeVisible();
    for (const words of [
      'Flussi importati',
      'di un altro Partner Tecnologico',
      'riconciliati ma non rendicontati',
      'in errore',
      'non transitati per pagoPA',
    ])
      await expect(window.locator('main')).toContainText(new RegExp(words, 'i'));
  });

  test('what was dropped before is known, and not told twice', async ({ window, desk }) => {
    const importAll = async (folder: string): Promise<void> => {
      await drop(window, [folder]);
      await expect(window.getByRole('button', { name: /^Importa \d+ documenti/ })).toBeFocused();
      await window.keyboard.press('Enter');
      await expect(window.getByText('Importazione finita')).toBeVisible();
    };
    await importAll(join(desk.papers, 'ricevute'));
    await window.keyboard.press('Escape');
    await importAll(desk.papers);
    await expect(window.getByText('328 documenti erano già noti.')).toBeVisible();
  });

  test('each count of a giornale leads to its rows', async ({ window, desk }) => {
    await drop(window, [desk.papers]);
    await window.getByRole('button', { name: /^Importa \d+ documenti/ }).click();
    await expect(window.getByText('Importazione finita')).toBeVisible();
    const table = window.getByRole('region', { name: 'Giornale per giornale' });
    const links = await table.getByRole('link').evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        label: link.getAttribute('aria-label') ?? link.textContent,
      })),
    );
    const counts = links.flatMap(({ href, label }) => {
      const count = /: (\d+),/.exec(label)?.[1];
      return href.includes('provvisori') && count !== undefined
        ? [{ href, count: Number(count), label }]
        : [];
    });
    expect(counts.length).toBeGreaterThan(20);
    // One of each kind, the richest first: following all of them would only take longer.
    const kinds = new Map(
      counts.toSorted((a, b) => a.count - b.count).map((link) => [link.label.split(':')[0] ?? '', link]),
    );
    for (const { href, count, label } of kinds.values()) {
      await window.evaluate((hash) => (location.hash = hash), href);
      await expect(window.getByRole('grid', { name: 'Provvisori' })).toBeVisible();
      const told = window.locator('main').getByText(/^\d+ provvisor/);
      await expect(told, label).toBeVisible();
      // The count of the list before stays until the new one is there.
      await expect(async () => {
        const words = (await told.textContent()) ?? '';
        const flussi = /di (\d+) fluss/.exec(words)?.[1] ?? /^(\d+) provvisor/.exec(words)?.[1];
        expect(Number(flussi), `${label}: ${words}`).toBe(count);
      }).toPass({ timeout: 60_000 });
    }
  });
});

test.describe('with everything imported', () => {
  test.use({ prepared: 'demo' });

  test('a payment is found by a part of its IUV, and its trail leads to the paper', async ({ window }) => {
    await open(window, 'Pagamenti');
    await expect(window.getByRole('grid', { name: 'Pagamenti' }).getByRole('row')).not.toHaveCount(1);
    const iuv = await window
      .locator('[role=gridcell]')
      .filter({ hasText: /^01\d{15}$/ })
      .first()
      .textContent();
    await window.keyboard.press('/');
    await window.keyboard.type((iuv ?? '').slice(4));
    await expect(window.getByText(/^1 pagamento · /)).toBeVisible();
    await window.getByRole('grid', { name: 'Pagamenti' }).focus();
    await window.keyboard.press('Enter');
    const card = window.getByRole('complementary', { name: /Pagamento/ });
    await expect(card.getByRole('heading', { name: /Pagato/ })).toBeVisible();
    await expect(card.getByRole('heading', { name: /Riconciliato/ })).toBeVisible();
    await card
      .getByRole('link', { name: /riga|\.xml/ })
      .first()
      .click();
    await expect(window.getByRole('heading', { level: 1, name: 'Importazioni' })).toBeVisible();
  });

  test('R31 from a payment to its file, and to the place in it, are two clicks', async ({ window }) => {
    await open(window, 'Pagamenti');
    const grid = window.getByRole('grid', { name: 'Pagamenti' });
    const row = grid
      .getByRole('row')
      .filter({ hasText: /Completo/ })
      .first();
    let clicks = 0;
    const click = async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    };
    await click(row.getByRole('gridcell').first());
    const card = window.getByRole('complementary', { name: /Pagamento/ });
    // After the first one both are read already: the file, and the line in it.
    const source = card.getByRole('link', { name: /, riga \d+$/ }).first();
    await expect(source).toBeVisible();
    const [file = ''] = (await source.textContent())?.split(', riga') ?? [];
    await click(source);
    await expect(window.getByRole('heading', { level: 1, name: 'Importazioni' })).toBeVisible();
    await expect(window.getByText(file).first()).toBeVisible();
    expect(clicks).toBeLessThanOrEqual(2);
  });

  test('a table is walked with the keys alone: to its ends, selecting and adding up', async ({ window }) => {
    await open(window, 'Pagamenti');
    const grid = window.getByRole('grid', { name: 'Pagamenti' });
    await expect(window.getByText(/^\d+ pagamenti · /)).toBeVisible();
    await grid.focus();
    await window.keyboard.press('End');
    const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
    await expect(grid).toHaveAttribute('aria-activedescendant', new RegExp(`-${rows - 1}-`));
    await window.keyboard.press('Home');
    await expect(grid).toHaveAttribute('aria-activedescendant', /-0-/);
    await window.keyboard.press('Space');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await expect(window.getByText(/^2 selezionati · Σ /)).toBeVisible();
    await window.keyboard.press('Control+Shift+C');
    await expect(window.getByText(/Copiate 2 righe/).first()).toBeVisible();
    const copied = await window.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toHaveLength(2);
    await window.keyboard.press('Escape');
    await expect(window.getByText(/selezionati · Σ /)).toHaveCount(0);
  });

  test('a provvisorio that nobody could read is linked by hand, and the link is taken back', async ({
    window,
  }) => {
    await open(window, 'Provvisori');
    const grid = window.getByRole('grid', { name: 'Provvisori' });
    // Its IUF is cut short: the suggestions name the one flusso that it can be.
    const row = grid.getByRole('row').filter({ hasText: 'in errore' }).first();
    await row.getByRole('gridcell').first().click();
    const card = window.getByRole('complementary', { name: /Provvisorio/ });
    await card
      .getByRole('button', { name: /^(?:Abbina|Conferma) il flusso/ })
      .first()
      .click();
    await expect(card.getByText('Abbinato a mano.')).toBeVisible();
    await expect(card.getByText(/riconciliato/i).first()).toBeVisible();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+z');
    await expect(row).toContainText('in errore');
  });

  test('the same papers dropped again are all known', async ({ window, desk }) => {
    await drop(window, [desk.papers]);
    await expect(window.getByText('Non c’è nulla di nuovo: il registro conosce già')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('heading', { name: /Anteprima/ })).toBeHidden();
  });

  test('an import is undone and everything of it is gone', async ({ window }) => {
    await open(window, 'Importazioni');
    await window.getByRole('button', { expanded: false, name: /giornali di cassa/ }).click();
    await window.getByRole('button', { name: /Annulla tutta l’importazione/ }).click();
    await window
      .getByRole('dialog')
      .getByRole('button', { name: /^Annulla/ })
      .first()
      .click();
    await expect(window.getByText('annullata', { exact: true })).toBeVisible();
    await open(window, 'Pagamenti');
    await expect(window.getByText(/^0 pagamenti|Nessun pagamento/).first()).toBeVisible();
  });

  test('after a restart everything is where it was', async ({ window, desk }) => {
    await open(window, 'Cruscotto');
    const sentence = window.getByText(/Tutto riconciliato a meno di/);
    const before = await sentence.textContent();
    expect(before).toMatch(/a meno di \d+ voci per [\d.]+,\d\d/);
    // A window that is left open asks on, and its console says that nobody answers.
    await window.goto('about:blank');
    await desk.restart();
    await window.goto(desk.host.url);
    await expect(sentence).toHaveText(before ?? '');
  });

  test('what is written in the settings stays when the program does not answer for a while', async ({
    window,
    desk,
  }) => {
    await open(window, 'Impostazioni');
    const name = window.getByLabel(/Denominazione/);
    await expect(name).not.toHaveValue('');
    desk.host.freeze();
    await name.fill('Comune di Nuovo Nome');
    await name.blur();
    await expect(window.getByText(/Il programma non risponde/).first()).toBeVisible();
    await expect(name).toHaveValue('Comune di Nuovo Nome');
    desk.host.thaw();
    await expect(window.getByText(/Il programma non risponde/)).toHaveCount(0);
    await expect(window.getByText('Salvato').first()).toBeVisible();
    await window.reload();
    await expect(name).toHaveValue('Comune di Nuovo Nome');
  });
});
