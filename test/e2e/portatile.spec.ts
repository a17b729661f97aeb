import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

/** The programs of one folder, put down where nothing else of this project is, as a town hall would. */
let folder = '';

// One folder is made, and all look at it.
test.describe.configure({ mode: 'serial' });

const isElsewhere = process.platform !== 'linux';
if (isElsewhere)
  console.warn('THE PORTABLE FOLDER IS NOT TESTED: its starters are scripts of Linux, and this is none.');
test.skip(isElsewhere, 'its starters are scripts of Linux');

test.beforeAll(() => {
  test.setTimeout(120_000);
  if (!existsSync('out/main/browser.js')) execFileSync('npm', ['run', '-s', 'build']);
  execFileSync(process.execPath, ['resources/packaging/portable.ts', 'linux']);
  const packed = readdirSync('out/portatile').find((name) => name.endsWith('.tar.gz')) ?? '';
  expect(statSync(join('out/portatile', packed)).size).toBeLessThan(120e6);
  folder = mkdtempSync(join(tmpdir(), 'tre-pallini-portatile-'));
  execFileSync('tar', ['-xzf', join('out/portatile', packed), '--strip-components=1', '-C', folder]);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing of this computer but its own programs and an empty home. */
function bare(): NodeJS.ProcessEnv {
  return { HOME: join(folder, 'casa'), PATH: '/usr/bin:/bin', TREPALLINI_BROWSER: 'nessuno' };
}

test.describe('one folder, and nothing installed', () => {
  test('opens the window, and shows the invented data', async ({ page }) => {
    const program = spawn(join(folder, 'Tre Pallini.sh'), ['--archivio', join(folder, 'archivio')], {
      cwd: tmpdir(),
      env: bare(),
    });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        program.stdout.on('data', (piece: Buffer) => {
          said += piece.toString('utf8');
          const [found] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        program.on('exit', () => reject(new Error(said)));
      });
      await page.goto(address);
      await page.getByRole('link', { name: /Prova con dati finti/ }).click();
      await expect(page.getByText('Dati finti.')).toBeVisible();
      await expect(page.getByText(/Tutto riconciliato a meno di/)).toBeVisible();
    } finally {
      program.kill('SIGTERM');
    }
  });

  test('does from the terminal what the program does', async () => {
    const archive = join(folder, 'altro-archivio');
    const { stdout } = await promisify(execFile)(
      join(folder, 'tre-pallini'),
      ['--json', '--archivio', archive, 'demo', join(folder, 'demo')],
      { cwd: tmpdir(), env: bare(), maxBuffer: 16 * 1024 * 1024 },
    );
    const { report } = JSON.parse(stdout) as { report: { movements: number } };
    expect(report.movements).toBeGreaterThan(100);
  });

  test('can be moved: it knows no place of its own', async () => {
    const elsewhere = join(folder, 'spostata');
    for (const name of ['app', 'node', 'tre-pallini'])
      cpSync(join(folder, name), join(elsewhere, name), { recursive: true });
    const { stdout } = await promisify(execFile)(join(elsewhere, 'tre-pallini'), ['--aiuto'], {
      env: bare(),
    });
    expect(stdout).toContain('importa');
  });
});
