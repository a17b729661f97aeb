import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drop, expect, open, test } from './helpers/office.ts';

test.describe('a list that nobody knows', () => {
  test('is taught once, imported, and read by itself the next time', async ({ window }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-colonne-'));
    const list = join(folder, 'estratto.csv');
    const iuf = '2026-03-04BINVIT9X-0000000077';
    writeFileSync(
      list,
      `Quando;Descrizione;Entrate;Uscite\n03/04/2026;/PUR/LGPE-RIVERSAMENTO/URI/${iuf};1.234,56;\n02/04/2026;COMMISSIONI;;12,50\n`,
    );
    await drop(window, [list]);
    await expect(window.getByText(/elenco in colonne che il programma non conosce ancora/)).toBeVisible();
    await window.getByRole('button', { name: 'Abbina le colonne di estratto.csv' }).press('Enter');

    const dialog = window.getByRole('dialog', { name: 'Abbina le colonne' });
    await expect(dialog.getByRole('textbox', { name: 'Nome del profilo' })).toBeFocused();
    await expect(dialog.getByLabel('Che cosa è la colonna 2, Descrizione')).toHaveValue('causale');
    await expect(dialog.getByRole('button', { name: 'Salva e importa' })).toBeDisabled();
    const days = dialog.getByRole('radiogroup', { name: 'Che giorno è «03/04/2026»?' });
    await days.getByRole('radio', { name: /Prima il giorno/ }).check();
    const reading = dialog.getByRole('table', { name: 'Così si leggono le prime righe' });
    await expect(reading.getByText('03/04/2026')).toBeVisible();
    await expect(reading.getByText('1.234,56 € in entrata')).toBeVisible();
    await expect(reading.getByText('12,50 € in uscita')).toBeVisible();
    await expect(reading.getByText(iuf)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme });
      await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const { violations } = await new AxeBuilder({ page: window }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    await dialog.getByRole('textbox', { name: 'Nome del profilo' }).fill('Banca di Prova');
    await dialog.getByRole('textbox', { name: 'Nome del profilo' }).press('Enter');

    await expect(window.getByText('Importazione finita')).toBeVisible();
    await open(window, 'Provvisori');
    await expect(window.getByText('1.234,56 €').first()).toBeVisible();

    const next = join(folder, 'maggio.csv');
    writeFileSync(next, 'Quando;Descrizione;Entrate;Uscite\n31/05/2026;ALTRO;1,00;\n');
    await drop(window, [next]);
    await expect(window.getByRole('button', { name: 'Importa 1 documento' })).toBeVisible();

    await open(window, 'Impostazioni');
    await expect(window.getByRole('rowheader', { name: 'Banca di Prova' })).toBeVisible();
    await window.getByRole('button', { name: 'Togli il profilo Banca di Prova' }).click();
    await expect(window.getByText('Ancora nessun profilo.')).toBeVisible();
    await window.getByRole('button', { name: 'Rimetti' }).click();
    await expect(window.getByRole('rowheader', { name: 'Banca di Prova' })).toBeVisible();
    rmSync(folder, { recursive: true, force: true });
  });
});
