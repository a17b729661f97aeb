import type { JSHandle, Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectFocusSeen, tabTo } from './helpers/keyboard.ts';
import { expect, test } from './helpers/office.ts';

test.describe('a first morning without a mouse', () => {
  test.use({ prepared: 'empty' });

  test('from the first start to a decision, its undo, an export and the help', async ({ window, desk }) => {
    test.setTimeout(180_000);
    const { keyboard } = window;
    const main = window.locator('main');
    const heading = (name: RegExp | string) => window.getByRole('heading', { level: 1, name });

    await test.step('what is asked first has the focus; before all stands what leads over the menu to it', async () => {
      const codiceFiscale = main.getByLabel('Codice fiscale dell’ente');
      await expect(codiceFiscale).toBeFocused();
      await tabTo(window, window.getByRole('link', { name: 'Vai al contenuto' }), 60, 'Shift+Tab');
      await keyboard.press('Enter');
      await tabTo(window, codiceFiscale);
    });

    await test.step('the ente is told', async () => {
      await tabTo(window, main.getByLabel('Codice fiscale dell’ente'));
      await keyboard.type('90901230376');
      await keyboard.press('Tab');
      await keyboard.type('Comune di Montefiorino di Sotto');
      await keyboard.press('Enter');
      await tabTo(window, main.getByRole('link', { name: 'Controlla le impostazioni' }));
      await keyboard.press('Enter');
      await expect(heading('Impostazioni')).toBeVisible();
      await tabTo(window, window.getByLabel('Codici degli IUV che emettiamo'));
      for (const codice of ['01', 'app:02']) {
        await keyboard.type(codice);
        await keyboard.press('Enter');
      }
      await expect(window.getByText('Salvato').first()).toBeVisible();
      // Out of the field: there a letter is a letter.
      await keyboard.press('Tab');
    });

    await test.step('files are chosen, looked at and imported', async () => {
      const papers = readdirSync(desk.papers, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const choosing = window.waitForEvent('filechooser');
      await keyboard.press('Control+o');
      await (await choosing).setFiles(papers);
      await expect(window.getByRole('button', { name: /^Importa \d+ documenti/ })).toBeFocused();
      await expectFocusSeen(window);
      const listening = await listen(window);
      await keyboard.press('Enter');
      await expect(window.getByText('Importazione finita')).toBeFocused();
      await expectFocusSeen(window);
      const heard = await listening.jsonValue();
      expect(heard).toContainEqual(expect.stringMatching(/^progressbar: .+/));
      expect(heard).toContainEqual(expect.stringMatching(/^status: .*[Ii]mportazione/));
      expect(heard).toContainEqual(expect.stringMatching(/^status: Importati: 20 giornali/));
    });

    await test.step('a count of the report leads to its rows, and a row to its card', async () => {
      const counts = window.getByRole('region', { name: 'Giornale per giornale' }).getByRole('link', {
        name: /in errore: /i,
      });
      await tabTo(window, counts.first(), 120);
      await keyboard.press('Enter');
      const grid = window.getByRole('grid', { name: 'Provvisori' });
      await expect(grid.getByRole('row').nth(1)).toBeVisible();
      await tabTo(window, grid);
      await keyboard.press('Enter');
      const card = window.getByRole('complementary', { name: 'Provvisorio di entrata' });
      await expect(card.getByRole('heading', { level: 2 })).toBeVisible();
      await expect(grid).toBeFocused();
      // Once more on the open row: into its card.
      await keyboard.press('Enter');
      await expect(card).toBeFocused();
      await expectFocusSeen(window);
    });

    await test.step('a decision is made and taken back', async () => {
      const card = window.getByRole('complementary', { name: 'Provvisorio di entrata' });
      await tabTo(window, card.getByRole('button', { name: 'Non è pagoPA…' }));
      await keyboard.press('Enter');
      const dialog = window.getByRole('dialog');
      await expect(dialog).toHaveAccessibleName(/.+/);
      await expect(dialog).toBeVisible();
      await tabTo(window, dialog.getByRole('textbox').first(), 8);
      await keyboard.type('provato senza mouse');
      await tabTo(window, dialog.getByRole('button', { name: /^Escludi/ }), 8);
      await keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(card.getByText(/provato senza mouse/).first()).toBeVisible();
      await expectFocusSeen(window);
      await keyboard.press('Escape');
      await expect(card).toHaveCount(0);
      await expect(window.getByRole('grid', { name: 'Provvisori' })).toBeFocused();
      await keyboard.press('Control+z');
      await expect(window.getByRole('alert').filter({ hasText: 'Decisione annullata' })).toBeVisible();
    });

    await test.step('something is searched for', async () => {
      await keyboard.press('/');
      await expect(window.locator('[data-search]')).toBeFocused();
      await expectFocusSeen(window);
      await keyboard.type('riversamento');
      await expect(window.getByText(/con i filtri attivi/)).toBeVisible();
      await keyboard.press('Escape');
    });

    await test.step('a file is made', async () => {
      await keyboard.press('Tab');
      await keyboard.press('g');
      await keyboard.press('e');
      await expect(heading('Esporta')).toBeVisible();
      await window.getByRole('main').focus();
      await tabTo(window, window.getByRole('radio', { name: 'Cartella del tesoriere' }));
      await keyboard.press('ArrowDown');
      await expect(window.getByRole('radio', { name: 'Pagamenti' })).toBeChecked();
      await tabTo(window, window.getByRole('button', { name: 'Scarica' }));
      const saving = window.waitForEvent('download');
      await keyboard.press('Enter');
      expect((await saving).suggestedFilename()).toMatch(/pagamenti/i);
    });

    await test.step('the palette goes anywhere, and gives the focus back', async () => {
      await keyboard.press('Control+k');
      const search = window.getByRole('dialog').getByRole('textbox');
      await expect(search).toBeFocused();
      await keyboard.type('impostazioni');
      await keyboard.press('Enter');
      await expect(heading('Impostazioni')).toBeVisible();
      await expect(window.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('the help of the screen opens', async () => {
      await keyboard.press('F1');
      await expect(heading('Aiuto')).toBeVisible();
      await keyboard.press('/');
      await expectFocusSeen(window);
    });
  });
});

/** Notes what a screen reader is told from here on, however short it stands. */
function listen(page: Page): Promise<JSHandle<string[]>> {
  return page.evaluateHandle(() => {
    const heard: string[] = [];
    const note = (): void => {
      for (const live of document.querySelectorAll('[role=status], [role=alert], [role=progressbar]')) {
        const said = `${live.getAttribute('role') ?? ''}: ${live.getAttribute('aria-label') ?? live.textContent}`;
        if (!heard.includes(said)) heard.push(said);
      }
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return heard;
  });
}
