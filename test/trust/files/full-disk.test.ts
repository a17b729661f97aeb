import { readHere } from '../../helpers/read-here.ts';
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freeBytes } from '../../../src/main/disk/room.ts';
import { openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import { troubleOf } from '../../../src/main/ledger/trouble.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import { cliFile, parseOne, run, stackTrace } from '../../main/hosts/command-line.ts';
import { found, times } from '../figures.ts';
import { aClosedLedger, aCore, aFlusso, aFolder, bring, digestOf, write } from './a-desk.ts';

it('R06 a ledger that may not grow any more stays as it was, at every level, and can be used', async () => {
  const folder = aFolder();
  await aClosedLedger(folder);
  const before = digestOf(folder);
  const path = write(join(aFolder(), 'grande.xml'), aFlusso('GRANDE', 3_000, 100));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  onTestFinished(() => void ledger.close());
  const pages = Number(ledger.pragma('page_count', { simple: true }));
  const levels = times(6, 30);
  let full = 0;
  for (let level = 0; level < levels; level++) {
    ledger.pragma(`max_page_count = ${pages + level * 8}`);
    const error = thrownBy(ledger, path);
    expect(troubleOf(error, folder, 1)).toMatchObject({ code: 'disk-full', room: { needed: 1 } });
    full += 1;
    expect([level, digestOf(folder)]).toEqual([level, before]);
  }
  ledger.pragma('max_page_count = 1000000');
  expect(thrownBy(ledger, path)).toBeNull();
  expect(digestOf(folder)).not.toBe(before);
  found('R06', `${full} livelli di SQLITE_FULL, 0 righe rimaste, poi la stessa connessione importa`);
}, 120_000);

function thrownBy(ledger: WritableLedger, path: string): unknown {
  const outside = {
    now: '2026-03-31T10:00:00.000Z',
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  };
  try {
    const told = runJob(ledger, 'import', { files: [{ path, name: 'grande.xml' }] }, outside);
    expect(told).toMatchObject({ ok: true });
    return null;
  } catch (error) {
    return error;
  }
}

it('R06 on a disk that is really full nothing changes, the sentence has both figures, and what is there still leaves', async () => {
  const volume = aVolume(64);
  if (volume === null) {
    process.stderr.write('R06: no volume could be mounted here: the full disk was NOT tried.\n');
    return;
  }
  const folder = join(volume, 'archivio');
  const outside = aFolder();
  await aClosedLedger(folder);
  const before = digestOf(folder);
  const core = aCore(folder);
  const paper = { 'grande.xml': aFlusso('GRANDE', 4_000, 100) };
  const ballast = join(volume, 'zavorra');
  fill(volume, ballast);

  const refused = await bring(core, paper, outside);
  if (refused.ok || refused.problem.code !== 'disk-full') throw new Error(JSON.stringify(refused));
  const sentence = sayProblem(refused.problem);
  expect(sentence).toMatch(
    /Il disco è pieno: ne restano liberi .*, servono circa .*\. Nel registro non è cambiato nulla/,
  );
  // Still open: it reads, and exports to where there is room.
  expect(await core.call('payments.list', {})).toMatchObject({ ok: true });
  expect(await core.call('exports.make', { name: 'pagamenti', format: 'csv' })).toMatchObject({ ok: true });
  await core.close();
  expect(digestOf(folder)).toBe(before);

  // Another program, which has never looked into it before.
  fill(volume, `${ballast}-2`);
  const target = join(outside, 'pagamenti.csv');
  const cli = (...words: string[]) => run(process.execPath, [cliFile, '--archivio', folder, ...words]);
  const exported = await cli('esporta', 'pagamenti', '--out', target);
  expect([exported.code, stackTrace.test(exported.stderr)]).toEqual([0, false]);
  expect(statSync(target).size).toBeGreaterThan(1_000);
  const again = await cli('--json', 'importa', join(outside, 'grande.xml'));
  expect(parseOne(again.stdout)).toMatchObject({
    code: expect.stringMatching(/^(disk-full|ledger-unwritable)$/),
  });
  expect(again.stderr).not.toMatch(stackTrace);

  // As much room as it said does.
  rmSync(ballast);
  rmSync(`${ballast}-2`);
  const needed = refused.problem.room?.needed ?? 0;
  fill(volume, ballast, needed);
  expect(freeBytes(volume)).toBeLessThan(needed + 1024 * 1024);
  const done = await bring(aCore(folder), paper, outside);
  expect(done).toMatchObject({ ok: true });
  found(
    'R06',
    `disco vero da 64 MB pieno: registro intatto, letto ed esportato; con i ${Math.round(needed / 1e6)} MB che la frase chiede l’importazione riesce`,
  );
}, 180_000);

/** A small disk of its own; null where nobody may mount one. */
function aVolume(megabytes: number): string | null {
  const at = join(aFolder(), 'disco');
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', at]));
  return at;
}

/** Writes ballast until no more than `left` bytes are free. */
function fill(volume: string, ballast: string, left = 0): void {
  const fd = openSync(ballast, 'w');
  try {
    for (;;) {
      const room = (freeBytes(volume) ?? 0) - left;
      if (room <= 0) return;
      writeSync(fd, Buffer.alloc(Math.min(room, 1024 * 1024), 'x'));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(fd);
  }
}

it.each([
  ['missing', 'backup-folder-missing'],
  ['read-only', 'backup-folder-read-only'],
  ['full', 'backup-disk-full'],
])(
  'R07 a folder for copies that is %s is told within a second, the import stands, and no copy goes',
  async (how, code) => {
    const second = how === 'full' ? aVolume(8) : aFolder();
    if (second === null || (how === 'read-only' && !mountReadOnlyIsPossible())) {
      process.stderr.write(`R07: no volume could be mounted here: a folder that is ${how} was NOT tried.\n`);
      return;
    }
    const folder = aFolder();
    await aClosedLedger(folder);
    const first = aCore(folder);
    await first.call('backups.settings', { secondFolder: second });
    await first.call('backups.make', {});
    await first.close();
    const copies = (): string[] => readdirSync(second).filter((name) => name.endsWith('.db'));
    const good = copies();
    expect(good).toHaveLength(1);
    if (how === 'missing') rmSync(second, { recursive: true });
    else if (how === 'read-only') bindReadOnly(second);
    else fill(second, join(second, 'zavorra'));

    const heard: [string, number][] = [];
    const core = aCore(folder, {
      backups: {
        everyMs: 600_000,
        atTheEnd: 'imports',
        tell: (notice) => heard.push([notice.code, performance.now()]),
      },
    });
    const imported = await bring(core, { 'altro.xml': aFlusso('ALTRO', 50, 900) }, aFolder());
    const since = performance.now();
    expect(imported).toMatchObject({ ok: true, value: { importedAt: expect.any(String) } });
    await expect.poll(() => heard.map(([told]) => told), { timeout: 5_000, interval: 10 }).toContain(code);
    const after = Math.max(0, (heard[0]?.[1] ?? Infinity) - since);
    expect(await core.call('backups.state', {})).toMatchObject({ value: { troubles: [{ code }] } });
    await core.close();
    expect(after).toBeLessThan(1_000);
    expect(how === 'missing' ? good : copies()).toEqual(good);
    expect(existsSync(join(folder, 'copie'))).toBe(true);
    found(
      'R07',
      `cartella ${{ missing: 'sparita', 'read-only': 'di sola lettura', full: 'piena' }[how]}: avviso dopo ${Math.round(after)} ms, copia buona al suo posto`,
    );
  },
  60_000,
);

function mountReadOnlyIsPossible(): boolean {
  const at = aVolume(1);
  return at !== null;
}

function bindReadOnly(folder: string): void {
  spawnSync('mount', ['--bind', folder, folder]);
  const { status } = spawnSync('mount', ['-o', 'remount,bind,ro', folder]);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  if (status !== 0) throw new Error('a folder could not be made read-only');
}
