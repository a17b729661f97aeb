import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../src/main/hosts/lock.ts';
import { sayNotice } from '../../../src/shared/wording/backups.ts';
import { cliFile, run, stackTrace } from '../../main/hosts/command-line.ts';
import { found } from '../figures.ts';
import { aClosedLedger, aCore, aFlusso, aFolder, bring, digestOf, write } from './a-desk.ts';

it.each([
  ['a folder on a read-only disk', 'folder'],
  ['a file with the attribute of those that are only read', 'file'],
] as const)(
  'R08 %s opens to be read, says so, and nothing is tried twice',
  async (_, what) => {
    const folder = aFolder();
    await aClosedLedger(folder);
    const before = digestOf(folder);
    const names = readdirSync(folder);
    const db = join(folder, 'tre-pallini.db');
    if (!protect(what === 'folder' ? folder : db, what)) {
      process.stderr.write(`R08: nothing could be made read-only here: a ${what} was NOT tried.\n`);
      return;
    }
    const notices: string[] = [];
    const core = aCore(folder, {
      backups: { everyMs: 1, atTheEnd: 'anything', tell: (notice) => notices.push(sayNotice(notice)) },
    });
    expect(await core.call('payments.list', {})).toMatchObject({
      ok: true,
      value: { rows: expect.any(Array) },
    });
    expect(await core.call('backups.state', {})).toMatchObject({
      value: { place: [{ code: 'ledger-read-only', folder, what }] },
    });
    const barred = { ok: false, problem: { code: 'ledger-read-only', what } };
    expect(await bring(core, { 'altro.xml': aFlusso('ALTRO', 5, 500) }, aFolder())).toMatchObject(barred);
    expect(await core.call('backups.make', {})).toMatchObject(barred);
    expect(await core.call('backups.settings', { secondFolder: aFolder() })).toMatchObject(barred);
    expect(await core.call('documents.undo', { id: 1 })).toMatchObject(barred);
    expect(await core.call('preferences.write', { preferences: { lettere: true } })).toMatchObject(barred);
    const exported = await core.call('exports.make', { name: 'pagamenti', format: 'csv' });
    if (!exported.ok) throw new Error(JSON.stringify(exported.problem));
    expect(core.collect(exported.value.parcel)).not.toBeNull();
    const outside = aFolder();
    expect(await core.copyTo({ folder: outside })).toMatchObject({ ok: true });
    await core.close();
    expect(notices).toEqual([expect.stringMatching(/^Sola lettura: .*si consulta e si esporta.*\.$/)]);
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
    expect(digestOf(folder)).toBe(before);

    const cli = (...words: string[]) => run(process.execPath, [cliFile, '--archivio', folder, ...words]);
    const target = join(aFolder(), 'pagamenti.csv');
    const listed = await cli('esporta', 'pagamenti', '--out', target);
    expect([listed.code, statSync(target).size > 500]).toEqual([0, true]);
    expect(listed.stderr.match(/Sola lettura/g)).toHaveLength(1);
    const refused = await cli('importa', write(join(aFolder(), 'altro.xml'), aFlusso('ALTRO', 5, 500)));
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/Sola lettura/);
    expect(listed.stderr + refused.stderr).not.toMatch(stackTrace);
    // A window opens as well: it needs no lock where nothing can be written.
    const lock = takeLock(folder, 'browser', '2026-03-31T10:00:00.000Z');
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
    found(
      'R08',
      `${what === 'folder' ? 'cartella' : 'file'} di sola lettura: letto, esportato e copiato altrove; 6 scritture rifiutate con la frase, 0 byte cambiati`,
    );
  },
  60_000,
);

it('R08 another person’s folder can be read by who may only read it', async () => {
  if (process.getuid?.() !== 0) {
    process.stderr.write(
      'R08: only the administrator can become somebody else: another person was NOT tried.\n',
    );
    return;
  }
  const folder = aFolder();
  await aClosedLedger(folder);
  chmodSync(folder, 0o755);
  const bytes = readFileSync(join(folder, 'tre-pallini.db'));
  const child = spawnSync(process.execPath, [cliFile, '--archivio', folder, 'importazioni'], {
    uid: 65_534,
    gid: 65_534,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/nonexistent' },
  });
  expect([child.status, child.stdout.includes('primo.xml')]).toEqual([0, true]);
  expect(child.stderr).toMatch(/^Sola lettura: /);
  expect(child.stderr).not.toMatch(stackTrace);
  expect(readFileSync(join(folder, 'tre-pallini.db')).equals(bytes)).toBe(true);
  found('R08', 'la cartella di un altro: letta senza permesso di scrivere, file uguale al byte');
}, 60_000);

/** False where this computer does not let anybody. */
function protect(path: string, what: 'folder' | 'file'): boolean {
  if (what === 'file') {
    if (spawnSync('chattr', ['+i', path]).status !== 0) return false;
    onTestFinished(() => void spawnSync('chattr', ['-i', path]));
    return true;
  }
  if (spawnSync('mount', ['--bind', path, path]).status !== 0) return false;
  onTestFinished(() => void spawnSync('umount', ['-l', path]));
  return spawnSync('mount', ['-o', 'remount,bind,ro', path]).status === 0;
}
