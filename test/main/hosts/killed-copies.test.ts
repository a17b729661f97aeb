import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCopy } from '../../../src/main/ledger/backup/look-inside.ts';
import { listBackups } from '../../../src/main/ledger/backup/list-backups.ts';
import { makeBackup } from '../../../src/main/ledger/backup/make-backup.ts';
import { ledgerFile, standingHere } from '../../../src/main/ledger/open.ts';
import { ok } from '../../../src/shared/domain/result.ts';
import { aLedger, nameIn, rename } from '../../helpers/small-ledger.ts';

const child = fileURLToPath(new URL('../../helpers/copying-child.ts', import.meta.url));
/** 200 for the long run: `TREPALLINI_KILLS=200 npx vitest run --project slow test/main/hosts/killed-copies`. */
const kills = Number(process.env['TREPALLINI_KILLS'] ?? '14');

describe('killed at any moment', () => {
  it('a copy is there whole or not at all, and no earlier one is lost', { timeout: 180_000 }, async () => {
    const folder = aLedger('uno');
    const copies = join(folder, 'copie');
    let greatest = 0;
    for (let n = 0; n < kills; n++) {
      await killAfter(at(n), ['copy', folder]);
      const told = listBackups(copies, true).filter(({ manifest }) => manifest !== null);
      const sound = told.filter(({ state }) => state === 'verified');
      // One that was on its way out may have lost its file already: never one that stays.
      expect(told.filter(({ state }) => state !== 'verified' && state !== 'missing')).toEqual([]);
      expect(sound.length).toBeGreaterThanOrEqual(Math.min(2, greatest));
      for (const { file } of sound) expect(checkCopy(file, 'full').ok).toBe(true);
      const newest = Math.max(0, ...sound.map(({ manifest }) => manifest?.sequence ?? 0));
      expect(newest).toBeGreaterThanOrEqual(greatest);
      greatest = newest;
      expect(nameIn(folder)).toBe('uno');
    }
    expect(greatest).toBeGreaterThan(5);
    await copyOf(folder);
    expect(readdirSync(copies).filter((name) => name.includes('parziale'))).toEqual([]);
  });

  it('a restore leaves the old ledger or the new one, and what was kept', { timeout: 180_000 }, async () => {
    const folder = aLedger('uno');
    const one = await copyOf(folder);
    rename(folder, 'due');
    const two = await copyOf(folder);
    const seen = new Set<string>();
    for (let n = 0; n < kills; n++) {
      await killAfter(at(n), ['restore', folder, one, two]);
      expect(standingHere(folder)).toEqual(ok(null));
      const name = nameIn(folder);
      expect(['uno', 'due']).toContain(name);
      seen.add(name);
      // Reading it has left an empty log.
      for (const end of ['-wal', '-shm']) rmSync(`${ledgerFile(folder)}${end}`, { force: true });
      expect(checkCopy(ledgerFile(folder), 'full').ok).toBe(true);
      const kept = readdirSync(folder).filter((file) => /prima-del-ripristino-.*\.db$/.test(file));
      for (const file of kept) expect(checkCopy(join(folder, file), 'quick').ok).toBe(true);
      for (const file of kept.slice(5)) rmSync(join(folder, file));
    }
    expect([...seen].toSorted()).toEqual(['due', 'uno']);
    expect(readdirSync(folder).filter((file) => file.includes('corrotto'))).toEqual([]);
  });
});

/** From 0 to 500 ms after it began, each time another moment. */
function at(n: number): number {
  return (n * 500) / kills + (n % 7) / 7;
}

function killAfter(ms: number, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const complaints: Buffer[] = [];
    running.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), ms));
    running.on('error', reject);
    running.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`ended with ${code}: ${Buffer.concat(complaints).toString('utf8')}`));
    });
  });
}

async function copyOf(archive: string): Promise<string> {
  const now = new Date().toISOString();
  const into = { folder: join(archive, 'copie'), create: true };
  const told = { archive, into, now, day: now.slice(0, 10), program: '1.2.3' };
  const made = await makeBackup({ ...told, reason: 'request' });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value.file;
}
