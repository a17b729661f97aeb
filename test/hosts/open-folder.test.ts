import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { findFileManager, folderOpener, type Desk } from '../../src/main/hosts/open-folder.ts';
import { openOffice } from '../helpers/office.ts';

const desk = (over: Partial<Desk>): Desk => ({
  platform: 'linux',
  environment: { DISPLAY: ':0', PATH: '/usr/local/bin:/usr/bin' },
  isProgram: (path) => path === '/usr/bin/xdg-open',
  ...over,
});

it('each system has its own file manager, and some have none', () => {
  expect(findFileManager(desk({}))).toBe('/usr/bin/xdg-open');
  expect(findFileManager(desk({ isProgram: () => false }))).toBeNull();
  expect(findFileManager(desk({ environment: { PATH: '/usr/bin' } }))).toBeNull();
  expect(findFileManager(desk({ platform: 'darwin' }))).toBe('/usr/bin/open');
  expect(findFileManager(desk({ platform: 'win32', environment: { SYSTEMROOT: 'D:\\Windows' } }))).toMatch(
    /^D:\\Windows.explorer\.exe$/,
  );
  expect(folderOpener(null)).toBeNull();
});

it.skipIf(process.platform === 'win32')(
  'the folder is handed over whole, whatever its name says',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-apri-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const program = join(folder, 'mostra');
    const told = join(folder, 'detto');
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s|' "$#" "$1" > '${told}.tmp' && mv '${told}.tmp' '${told}'\n`,
    );
    chmodSync(program, 0o755);
    expect(await folderOpener(program)?.('/dati; rm -rf $(pwd) "x"')).toBe(true);
    await vi.waitFor(() => expect(existsSync(told)).toBe(true), 5_000);
    expect(readFileSync(told, 'utf8')).toBe('1|/dati; rm -rf $(pwd) "x"|');
    expect(await folderOpener(join(folder, 'non-esiste'))?.('/dati')).toBe(false);
  },
);

it('where nothing can show it the page is told, and asking all the same says where it is', async () => {
  const office = await openOffice();
  expect(await office.ask('privacy.read', {})).toMatchObject({ canOpenFolder: false });
  const told = await office.core.call('privacy.openFolder', {});
  expect(told).toEqual({
    ok: false,
    problem: { code: 'folder-not-opened', folder: join(office.folder, 'archivio') },
  });
});
