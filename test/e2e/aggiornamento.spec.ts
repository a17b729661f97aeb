import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { aRelease } from '../helpers/releases.ts';
import { expect, open, test, type Desk } from './helpers/office.ts';

/** Writes the files of a release beside the ledger; their paths. */
function bring(desk: Desk, files: Readonly<Record<string, Buffer>>): string[] {
  return Object.entries(files).map(([name, bytes]) => {
    const path = join(desk.papers, 'nuova', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  });
}

test('a newer version is verified from its file, and the window says how to install it', async ({
  window,
  desk,
}) => {
  await open(window, 'Impostazioni');
  const section = window.locator('#sezione-aggiornamento');
  const input = section.getByLabel('File della versione nuova');
  const { name, files } = aRelease('9.1.0');
  await input.setInputFiles(bring(desk, files));
  const status = section.getByRole('status');
  await expect(status).toContainText(`«${name}» è la versione 9.1.0`);
  await expect(status).toContainText('Si è confrontata soltanto l’impronta');
  await expect(status).toContainText('i dati restano dove sono');
  const copy = await status.locator('.code').innerText();
  expect(readFileSync(copy).subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
  const { violations } = await new AxeBuilder({ page: window }).include('#sezione-aggiornamento').analyze();
  expect(violations).toEqual([]);

  const old = aRelease('0.0.1');
  await input.setInputFiles(bring(desk, old.files));
  await expect(section.getByText('è più vecchia di quella che si sta usando')).toBeVisible();
  await expect(status).toBeEmpty();
});

test('the program says what it is made of', async ({ window }) => {
  await open(window, 'Aiuto');
  await window.getByRole('link', { name: 'Informazioni', exact: true }).click();
  const sheet = window.locator('#voce-informazioni');
  await expect(sheet).toContainText('Schema del registro');
  await expect(sheet).toContainText('EUPL-1.2');
  const saving = window.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Licenze dei componenti' }).click();
  const text = readFileSync(await (await saving).path(), 'utf8');
  for (const part of ['@mantine/core', 'better-sqlite3', 'react ', 'xlsx', 'zod '])
    expect(text).toContain(`\n${part}`);
});
