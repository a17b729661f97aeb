import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drop, expect, open, test } from './helpers/office.ts';

test.describe('files as they come', () => {
  test('a folder, an empty file, strange names and five hundred files: a sentence each, the others go on', async ({
    window,
    desk,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-strani-'));
    const papers = readdirSync(desk.papers, { recursive: true, encoding: 'utf8' });
    expect(papers.length).toBeGreaterThan(10);
    mkdirSync(join(folder, 'cartella'));
    writeFileSync(join(folder, 'cartella', '0 vuoto.xml'), '');
    writeFileSync(join(folder, 'cartella', '<img src=x onerror=alert(1)>.txt'), 'ciao');
    writeFileSync(join(folder, 'cartella', 'lettera d’amore "a capo".pdf'), '%PDF-1.7 nulla');
    mkdirSync(join(folder, 'cartella', 'sotto'));
    for (let number = 0; number < 500; number++)
      writeFileSync(join(folder, 'cartella', 'sotto', `appunto ${number}.txt`), `appunto ${number}`);
    await drop(window, [join(folder, 'cartella'), desk.papers]);
    await expect(window.getByRole('heading', { name: /Anteprima/ })).toBeVisible();
    await expect(window.getByRole('status').filter({ hasText: /503 rifiutati/ })).toBeVisible();
    await expect(window.getByText(/Il file è vuoto/).first()).toBeVisible();
    await expect(window.getByText('<img src=x onerror=alert(1)>.txt').first()).toBeVisible();
    await window.getByRole('button', { name: /^Importa \d+ documenti/ }).click();
    await expect(window.getByText('Importazione finita')).toBeVisible();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a file that is gone before it is handed over is named, and the others are looked at', async ({
    window,
    desk,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-spariti-'));
    const files = ['1.xml', '2.xml', '3.xml', '4.xml', '5.xml', 'sparisce.xml'].map((name) =>
      join(folder, name),
    );
    for (const file of files) writeFileSync(file, 'un testo');
    await open(window, 'Importazioni');
    // A few files travel at once: the last one waits its turn, and meanwhile the stick is pulled out.
    desk.host.freeze();
    await window.getByLabel('File da importare').setInputFiles(files);
    await window.waitForTimeout(300);
    rmSync(join(folder, 'sparisce.xml'));
    desk.host.thaw();
    await expect(window.getByText(/«sparisce.xml» non si lascia leggere/)).toBeVisible();
    await expect(window.getByText('5.xml', { exact: true }).first()).toBeVisible();
    rmSync(folder, { recursive: true, force: true });
  });
});
