import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Every module that a program loads until it ends, from the root of the project. */
function loadedBy(entry: string, ...words: string[]): string[] {
  const listing = join(import.meta.dirname, 'list-loaded.mjs');
  const args = ['--import', pathToFileURL(listing).href, join(root, entry), ...words];
  const told = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const list: unknown = JSON.parse(told.trimEnd().split('\n').at(-1) ?? '');
  if (!Array.isArray(list)) throw new Error('the list of modules is no list');
  const home = pathToFileURL(root).href;
  return list.map((url) => String(url).replace(`${home}/`, ''));
}

const cli = 'src/main/hosts/cli/main.mjs';

it('who asks how a command is written does not wait for the program behind it', () => {
  const loaded = loadedBy(cli, '--aiuto');
  expect(loaded).toContain('src/main/hosts/cli/commands/importa.ts');
  expect(loaded.filter((name) => name.startsWith('node_modules/'))).toEqual([]);
  const rooms =
    /^src\/(renderer|main\/(core|importers|ledger|reconciliation|exports|worker|operations|demo))/;
  expect(loaded.filter((name) => rooms.test(name))).toEqual([]);
  expect(loaded).not.toContain('node:http');
});

it('a command that asks the ledger loads no sheets, no archives and no fetch', () => {
  const nowhere = mkdtempSync(join(tmpdir(), 'tre-pallini-moduli-'));
  try {
    const loaded = loadedBy(cli, 'stato', '--archivio', nowhere, '--json');
    expect(loaded).toContain('src/main/core.ts');
    expect(loaded.filter((name) => /^node_modules\/(xlsx|yauzl|saxes)\//.test(name))).toEqual([]);
    // Imported, it brings the whole of fetch with it.
    expect(loaded).not.toContain('node:http');
    expect(loaded.filter((name) => name.startsWith('src/renderer/'))).toEqual([]);
  } finally {
    rmSync(nowhere, { recursive: true, force: true });
  }
});
