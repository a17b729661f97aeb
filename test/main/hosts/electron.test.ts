import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from './command-line.ts';

const isHere = existsSync(join(projectFolder, 'node_modules/electron/dist/version'));
if (!isHere)
  console.warn('THE DESKTOP WINDOW IS NOT TESTED: there is no Electron here (npx install-electron).');

describe.skipIf(!isHere)('the desktop window', () => {
  it('opens on the built page, asks the program, and goes nowhere else', { timeout: 120_000 }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'tre-pallini-electron-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const app = await _electron.launch({
      args: [projectFolder, '--archivio', home, '--oggi', '2026-03-10'],
      timeout: 60_000,
    });
    onTestFinished(() => app.close());
    const page = await app.firstWindow();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });

    await page.getByText('Cruscotto').first().waitFor();

    expect(page.url()).toMatch(/^app:\/\/tre-pallini\//);
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(true);
    expect(await page.evaluate('typeof process + typeof require')).toBe('undefinedundefined');
    await page.evaluate('location.href = "https://example.org/"');
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/tre-pallini\//);
    expect(await page.evaluate('window.open("https://example.org/")')).toBe(null);
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    await app.close();
    expect(existsSync(join(home, 'tre-pallini.lock'))).toBe(false);
  });
});
