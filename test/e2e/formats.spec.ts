import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindLabels } from '../../src/shared/wording/labels.ts';
import { drop, expect, open, test } from './helpers/office.ts';

const samples = join(import.meta.dirname, '..', 'main', 'importers');

/** The samples that the importers are tested with, one folder for each format; lists of people are no documents. */
function copySamples(folder: string): string[] {
  const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[\w-]+[/\\][\w.-]+\.(?:csv|txt|xml)$/.test(name) && !name.startsWith('recipients'),
  );
  for (const name of names) {
    const [format = '', file = ''] = name.split(/[/\\]/);
    mkdirSync(folder, { recursive: true });
    cpSync(join(samples, name), join(folder, `${format} - ${file}`));
  }
  return names;
}

test('every kind of document is recognised when it is dropped, said what it is, and explained in the guide', async ({
  window,
  desk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-formati-'));
  expect(copySamples(join(folder, 'campioni')).length).toBeGreaterThan(25);
  await drop(window, [join(folder, 'campioni'), desk.papers]);
  await expect(window.getByRole('heading', { name: /Anteprima/ })).toBeVisible();
  for (const label of Object.values(kindLabels))
    await expect(window.getByText(label, { exact: true }).first()).toBeVisible();
  await expect(window.getByText(/Tipo di file non riconosciuto/)).toHaveCount(0);
  await window.getByRole('button', { name: /^Importa \d+ documenti/ }).click();
  await expect(window.getByText('Importazione finita')).toBeVisible();

  await open(window, 'Provvisori');
  await expect(
    window.getByRole('grid', { name: 'Provvisori' }).getByText(/^EC-/).first(),
    'money of a statement without numbers of its own',
  ).toBeVisible();
  await open(window, 'Posizioni');
  await expect(window.getByRole('grid', { name: 'Posizioni' }).getByRole('row').nth(3)).toBeVisible();

  await open(window, 'Aiuto');
  for (const word of ['estratto conto', 'CBI', 'posizioni', 'Elenchi dei flussi', 'Abbina le colonne']) {
    await window
      .getByRole('searchbox')
      .or(window.getByRole('textbox', { name: /cerca/i }))
      .first()
      .fill(word);
    await expect(window.getByRole('article').or(window.getByRole('main')).first()).toContainText(
      new RegExp(word, 'i'),
    );
  }
  rmSync(folder, { recursive: true, force: true });
});
