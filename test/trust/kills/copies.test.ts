import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCopy } from '../../../src/main/ledger/backup/look-inside.ts';
import { listBackups } from '../../../src/main/ledger/backup/list-backups.ts';
import { makeBackup } from '../../../src/main/ledger/backup/make-backup.ts';
import { ledgerFile, standingHere } from '../../../src/main/ledger/open.ts';
import { ok } from '../../../src/shared/domain/result.ts';
import { aLedger, nameIn, rename } from '../../helpers/small-ledger.ts';
import { found, times } from '../figures.ts';
import { act, leftIn, moments, restarted, whole } from './act.ts';

const kills = times(3, 200);
/** So many in one program, so that it is killed also between two. */
const atOnce = 4;

it('K01 a copy that is killed is there whole or not at all, and no earlier one is lost', async () => {
  const archive = aLedger('uno');
  const copies = join(archive, 'copie');
  const { ms } = await whole(archive, ['copies', String(atOnce)]);
  let greatest = 0;
  for (const moment of moments(kills, ms)) {
    const { said } = await act(archive, moment, ['copies', String(atOnce)]);
    const acknowledged = Math.max(greatest, ...[...said.matchAll(/copia (\d+)/g)].map(([, n]) => Number(n)));
    const told = listBackups(copies, true).filter(({ manifest }) => manifest !== null);
    const sound = told.filter(({ state }) => state === 'verified');
    // One that was on its way out may have lost its file already: never one that stays.
    expect(told.filter(({ state }) => state !== 'verified' && state !== 'missing')).toEqual([]);
    expect(sound.length).toBeGreaterThanOrEqual(2);
    for (const { file } of sound) expect(checkCopy(file, 'full').ok).toBe(true);
    const newest = Math.max(...sound.map(({ manifest }) => manifest?.sequence ?? 0));
    expect(newest).toBeGreaterThanOrEqual(acknowledged);
    greatest = newest;
    expect(nameIn(archive)).toBe('uno');
  }
  await restarted(archive);
  expect(leftIn(archive)).toEqual([]);
  found('K01', `${kills} kill -9 mentre si copia: ${greatest} copie, 0 a metà, 0 perse`);
});

it('K01 a restore that is killed leaves the old ledger or the new one, and what was kept', async () => {
  const archive = aLedger('uno');
  const one = await copyOf(archive);
  rename(archive, 'due');
  const two = await copyOf(archive);
  const words = ['restores', String(atOnce), one, two];
  const { ms } = await whole(archive, words);
  const seen: Record<string, number> = {};
  for (const moment of moments(kills, ms)) {
    await act(archive, moment, words);
    expect(standingHere(archive)).toEqual(ok(null));
    const name = nameIn(archive);
    expect(['uno', 'due']).toContain(name);
    seen[name] = (seen[name] ?? 0) + 1;
    // Reading it has left an empty log.
    for (const end of ['-wal', '-shm']) rmSync(`${ledgerFile(archive)}${end}`, { force: true });
    expect(checkCopy(ledgerFile(archive), 'full').ok).toBe(true);
    const kept = readdirSync(archive).filter((file) => /prima-del-ripristino-.*\.db$/.test(file));
    for (const file of kept) expect(checkCopy(join(archive, file), 'quick').ok).toBe(true);
    for (const file of kept.slice(5)) rmSync(join(archive, file));
  }
  expect(Object.keys(seen).length).toBeGreaterThan(times(0, 1));
  await restarted(archive);
  expect(readdirSync(archive).filter((file) => file.includes('corrotto'))).toEqual([]);
  found(
    'K01',
    `${kills} kill -9 mentre si ripristina: ${seen['uno'] ?? 0} volte un registro, ${seen['due'] ?? 0} l’altro, 0 a metà`,
  );
});

async function copyOf(archive: string): Promise<string> {
  const now = new Date().toISOString();
  const into = { folder: join(archive, 'copie'), create: true };
  const made = await makeBackup({
    archive,
    into,
    now,
    day: now.slice(0, 10),
    program: '1.2.3',
    reason: 'request',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value.file;
}
