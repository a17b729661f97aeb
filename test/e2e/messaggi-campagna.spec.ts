import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, open, standsStill, test } from './helpers/office.ts';

const lists = join(import.meta.dirname, '..', 'main', 'importers', 'recipients');

/** In both themes, as it stands. */
async function isForEverybody(window: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // Notifications and menus move in and out: half there, they are half as dark.
    await standsStill(window);
    const { violations } = await new AxeBuilder({ page: window }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light' });
}

async function begin(window: Page, service: string, template: string): Promise<void> {
  await open(window, 'Messaggi IO');
  await window.getByRole('button', { name: 'Nuova campagna' }).click();
  await window.getByLabel('Servizio che scrive').selectOption({ label: service });
  await window.getByLabel('Modello del messaggio').selectOption({ label: template });
}

/** Lets a file go above an element, as from the file manager. */
async function dropOn(window: Page, name: string, path: string): Promise<void> {
  const place = window.getByRole('region', { name });
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${name} is not to be seen`);
  const at = { x: box.x + 40, y: box.y + 20 };
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await expect(place.getByText('Lasciare qui il file')).toBeVisible();
  for (const type of ['dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

test.describe('a campaign', () => {
  test('goes from a list to the queue, and every message is seen before', async ({ window }) => {
    test.setTimeout(180_000);
    await open(window, 'Messaggi IO');
    await expect(window.getByText(/Una campagna scrive lo stesso messaggio/)).toBeVisible();
    await begin(window, 'TARI', 'TARI, avviso di pagamento');
    await expect(window.getByRole('button', { name: 'Leggi l’elenco' })).toBeDisabled();

    await dropOn(window, 'Elenco delle persone', join(lists, 'tari-2026.csv'));
    await dropOn(window, 'Elenco degli immobili (facoltativo)', join(lists, 'immobili-2026.csv'));
    await expect(window.getByText('tari-2026.csv con immobili-2026.csv')).toBeVisible();
    await expect(window.getByRole('heading', { level: 1, name: 'Messaggi IO' })).toBeVisible();
    await isForEverybody(window);

    await window.getByRole('button', { name: 'Leggi l’elenco' }).press('Enter');
    const figures = window.getByRole('status', { name: 'Che cosa dice l’elenco' });
    await expect(figures).toContainText('8 righe');
    await expect(figures).toContainText('6 pronti');
    const refused = window.getByRole('region', { name: 'Righe rifiutate' });
    await expect(refused.getByText(/Riga 3: nell’elenco degli immobili non c’è/)).toBeVisible();
    await expect(refused.getByText(/Riga 6: manca il codice fiscale/)).toBeVisible();

    const preview = window.getByRole('region', { name: 'Anteprima dei messaggi' });
    await expect(preview.getByText('Riga 1, rata unica · 1 di 6')).toBeVisible();
    const phone = preview.getByRole('region', { name: 'Come si vedrà nell’app IO' });
    await expect(phone.getByText('128,30 €').first()).toBeVisible();
    await preview.getByRole('button', { name: 'Messaggio seguente' }).click();
    await expect(preview.getByText(/Riga 1, rata 1/)).toBeVisible();
    await expect(phone.getByText('64,15 €').first()).toBeVisible();
    await preview.getByRole('textbox').fill('prova anna');
    await preview.getByRole('textbox').press('Enter');
    await expect(preview.getByText(/Riga 2, rata unica/)).toBeVisible();
    await expect(phone.getByText('1.234,50 €').first()).toBeVisible();
    await expect(phone.getByText(/VIA ROMA 12_B \* \[ex\] #3/)).toBeVisible();
    await isForEverybody(window);

    await window.getByLabel('Chi non ha immobili nell’elenco').selectOption('send');
    await expect(window.getByText('Le scelte sono cambiate: quello che segue è di prima.')).toBeVisible();
    await window.getByRole('button', { name: 'Leggi di nuovo l’elenco' }).click();
    await expect(figures).toContainText('9 pronti');
    await refused.getByRole('button', { name: /È giusto così.*riga 4/ }).click();
    await window.getByLabel('Perché è giusto').fill('Visto sulla tessera sanitaria');
    await window.getByLabel('Perché è giusto').press('Enter');
    await expect(figures).toContainText('12 pronti');

    await window.getByRole('button', { name: 'Metti in coda 12 messaggi del servizio TARI' }).click();
    await expect(window.getByText('12 messaggi sono in coda')).toBeFocused();
    await isForEverybody(window);

    await window.getByRole('button', { name: 'Tutte le campagne' }).first().click();
    const row = window.getByRole('row').filter({ hasText: 'TARI, avviso di pagamento, tari-2026.csv' });
    // What was read again took the place of what was read before.
    await expect(row).toHaveCount(1);
    await expect(row.getByText('In coda 12')).toBeVisible();
    await row.getByRole('button', { name: /^Azioni su/ }).click();
    await window.getByRole('menuitem', { name: 'Metti in pausa' }).click();
    await expect(row.getByText('In pausa 12')).toBeVisible();
    await isForEverybody(window);
    await row.getByRole('button', { name: /^Azioni su/ }).click();
    await window.getByRole('menuitem', { name: 'Ritira…' }).click();
    await window.getByRole('button', { name: 'Ritira 12 messaggi' }).click();
    await expect(window.getByText('Nessuna campagna aperta')).toBeVisible();
  });

  test('that was left goes on where it was left', async ({ window }) => {
    await begin(window, 'TARI', 'TARI, avviso di pagamento');
    await window
      .getByLabel('Elenco delle persone')
      .locator('input')
      .setInputFiles(join(lists, 'tari-2026.csv'));
    await window.getByRole('button', { name: 'Leggi l’elenco' }).click();
    await expect(window.getByText(/Riga 1, rata unica · 1 di/)).toBeVisible();
    await open(window, 'Cruscotto');
    await open(window, 'Messaggi IO');
    await expect(window.getByText('da confermare')).toBeVisible();
    await window.getByRole('link', { name: /TARI, avviso di pagamento/ }).click();
    await expect(window.getByText(/Riga 1, rata unica · 1 di/)).toBeVisible();
    await window.getByRole('button', { name: /^Metti in coda \d+ messaggi del servizio TARI$/ }).click();
    await expect(window.getByText(/messaggi sono in coda/)).toBeFocused();
  });

  test('of a list that nobody knows asks once what its columns are', async ({ window }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-elenco-'));
    const list = join(folder, 'piscina.csv');
    writeFileSync(
      list,
      'Soggetto;Quanto;Entro\nFNTNCL70A01H501D;100;03/04/2026\nPRVNNA81B42F205L;200;05/06/2026\n',
    );
    await begin(window, 'TARI', 'Messaggio libero');
    await window.getByLabel('Elenco delle persone').locator('input').setInputFiles(list);
    await window.getByLabel('Oggetto').fill('Orari estivi della piscina');
    await window
      .getByLabel('Testo', { exact: true })
      .fill(
        'Da giugno la piscina apre alle nove. Chi ha l’abbonamento entra già dalle otto, tutti i giorni.',
      );
    await window.getByRole('button', { name: 'Leggi l’elenco' }).click();
    await expect(window.getByText(/Non si trova la colonna del codice fiscale/)).toBeVisible();
    await window.getByRole('button', { name: 'Abbina le colonne…' }).last().click();

    const dialog = window.getByRole('dialog', { name: 'Abbina le colonne' });
    await expect(dialog.getByRole('textbox', { name: 'Nome del profilo' })).toBeFocused();
    await expect(dialog.getByLabel('Che cos’è la colonna 1, Soggetto')).toHaveValue('fiscalCode');
    await dialog.getByLabel('Che cos’è la colonna 2, Quanto').selectOption('amount');
    await dialog.getByLabel('Che cos’è la colonna 3, Entro').selectOption('due');
    await dialog.getByRole('textbox', { name: 'Nome del profilo' }).fill('Piscina');
    await expect(dialog.getByRole('button', { name: 'Salva il profilo' })).toBeDisabled();
    await dialog.getByRole('radio', { name: '100 euro' }).check();
    await dialog.getByRole('radio', { name: '3 aprile 2026' }).check();
    await expect(dialog.getByRole('cell', { name: '5 giugno 2026' })).toBeVisible();
    await isForEverybody(window);
    await dialog.getByRole('button', { name: 'Salva il profilo' }).click();
    await expect(window.getByText('Le colonne si leggono con il profilo «Piscina».')).toBeVisible();
    await window.getByRole('button', { name: 'Leggi l’elenco' }).click();
    await expect(window.getByRole('status', { name: 'Che cosa dice l’elenco' })).toContainText('2 pronti');
    rmSync(folder, { recursive: true, force: true });
  });
});

test.describe('the texts', () => {
  test('are written with their faults in sight, kept, doubled and put back', async ({ window }) => {
    await open(window, 'Messaggi IO');
    await window.getByRole('tab', { name: 'Modelli' }).click();
    await isForEverybody(window);
    await window.getByRole('link', { name: 'TARI, rata' }).click();
    const source = window.getByLabel('Testo del modello');
    const phone = window.getByRole('region', { name: 'Come si vedrà nell’app IO' });
    await expect(window.getByText('Nessun difetto')).toBeVisible();
    const text = await source.inputValue();
    await source.fill(text.replace('Ogni rata ha', 'Sono ~~trenta~~ 12,50 €. Ogni rata ha'));
    await expect(window.getByText('2 difetti: così non si può inviare')).toBeVisible();
    await expect(phone.getByText('Testo barrato, sparisce')).toBeVisible();
    await window.getByRole('button', { name: /«12,50 €» è scritto a mano/ }).press('Enter');
    await expect(source).toBeFocused();
    const chosen = await source.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(chosen).toContain('~~trenta~~');
    await isForEverybody(window);

    await window.getByRole('tab', { name: 'Campagne' }).click();
    await window.getByRole('tab', { name: 'Modelli' }).click();
    await expect(window.getByText('modifiche non salvate')).toBeVisible();
    await window.getByRole('link', { name: 'TARI, rata' }).click();
    await source.fill(text.replace('Ogni rata ha', 'Attenzione: ogni rata ha'));
    await window.getByRole('button', { name: 'Salva' }).click();
    await expect(window.getByText('Modello modificato dall’ufficio')).toBeVisible();

    await window.getByRole('button', { name: 'Duplica…' }).click();
    await window.getByLabel('Nome del modello nuovo').fill('TARI, rata di prova');
    await window.getByLabel('Nome del modello nuovo').press('Enter');
    await expect(window.getByRole('heading', { name: 'TARI, rata di prova' })).toBeVisible();
    await window.getByRole('button', { name: 'Elimina…' }).click();
    await window.getByRole('button', { name: 'Elimina', exact: true }).click();
    await window.getByRole('link', { name: 'TARI, rata', exact: true }).click();
    await window.getByRole('button', { name: 'Ripristina l’originale…' }).click();
    await window.getByRole('button', { name: 'Ripristina', exact: true }).click();
    await expect(window.getByText('Modello del programma')).toBeVisible();
    await expect(source).toHaveValue(text);
  });
});
