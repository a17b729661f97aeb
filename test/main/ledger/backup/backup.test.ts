import Database from 'better-sqlite3';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { copiesFolder } from '../../../../src/main/ledger/backup/backup-settings.ts';
import { backUpBeforeMigrating } from '../../../../src/main/ledger/backup/before-migration.ts';
import { digestOf } from '../../../../src/main/ledger/backup/files.ts';
import { keepLadder } from '../../../../src/main/ledger/backup/keep-ladder.ts';
import { listBackups } from '../../../../src/main/ledger/backup/list-backups.ts';
import { makeBackup, type MadeBackup } from '../../../../src/main/ledger/backup/make-backup.ts';
import { manifestOf, readManifest } from '../../../../src/main/ledger/backup/manifest.ts';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';
import { ledgerFile, openWritable } from '../../../../src/main/ledger/open.ts';
import { aFolder, aLedger, close, opened, rename, write } from '../../../helpers/small-ledger.ts';
import { found, times } from '../../../trust/figures.ts';

describe('a copy', () => {
  it('takes little memory, however large the ledger is', async () => {
    const asked = vi.spyOn(Database.prototype, 'pragma');
    await made(aLedger('uno'));
    const rooms = asked.mock.calls
      .flatMap(([order]) => /^cache_size = -(\d+)$/.exec(order)?.[1] ?? [])
      .map(Number);
    asked.mockRestore();
    // In KiB: of who copies, and of who reads the copy back.
    const [copying = Infinity, reading = Infinity] = rooms.slice(-2);
    expect(copying + reading).toBeLessThan(10_000);
  });

  it('R16 is one file that says what it is, and holds what the ledger held', async () => {
    const folder = aLedger('uno');
    const { file, manifest } = await made(folder);
    expect(readdirSync(copiesFolder(folder)).toSorted()).toEqual(
      [basename(file), basename(manifestOf(file))].toSorted(),
    );
    expect(readManifest(file)).toEqual(manifest);
    expect(manifest).toMatchObject({
      sequence: 1,
      reason: 'import',
      documents: 0,
      revision: 1,
      checked: 'full',
    });
    expect(digestOf(file)).toBe(manifest.sha256);
    expect(nameInCopy(file)).toBe('uno');
    expect(readdirSync(copiesFolder(folder))).toHaveLength(2);
  });

  it('is of one moment, whatever is written meanwhile, and what is only in the log is in it', async () => {
    const folder = aLedger('prima');
    const ledger = opened(folder);
    write(ledger, folder, 'durante');
    expect(readFileSync(`${ledgerFile(folder)}-wal`).length).toBeGreaterThan(0);
    const making = made(folder);
    // The copy has read its moment before it waits for the first time.
    write(ledger, folder, 'dopo');
    expect(nameInCopy((await making).file)).toBe('durante');
    expect(nameInCopy((await made(folder)).file)).toBe('dopo');
    close(ledger, folder);
  });

  it('has a name of its own, also when two are made in one second', async () => {
    const folder = aLedger('uno');
    const copies = await Promise.all([made(folder), made(folder), made(folder)]);
    expect(new Set(copies.map(({ file }) => file)).size).toBe(3);
    for (const { file, manifest } of copies) expect(digestOf(file)).toBe(manifest.sha256);
  });

  it('takes with it what left towards citizens', async () => {
    const folder = aLedger('uno');
    writeFileSync(join(folder, 'registro-invii.jsonl'), '{"seq":1}\n');
    const { file } = await made(folder);
    expect(readFileSync(file.replace('.db', '.invii.jsonl'), 'utf8')).toBe('{"seq":1}\n');
  });

  it('R16 of a damaged ledger is not kept, and the earlier ones stay', async () => {
    const folder = aLedger('uno');
    const { file } = await made(folder);
    const bytes = readFileSync(ledgerFile(folder));
    bytes.fill(0xa5, bytes.length - 3 * 4096, bytes.length - 2 * 4096);
    writeFileSync(ledgerFile(folder), bytes);
    expect(await make(folder)).toMatchObject({ ok: false, problem: { code: 'ledger-unsound' } });
    expect(listBackups(copiesFolder(folder), true)).toMatchObject([{ file, state: 'verified' }]);
    expect(readdirSync(copiesFolder(folder))).toHaveLength(2);
  });

  it('says where it should have gone when it cannot go there', async () => {
    const folder = aLedger('uno');
    const gone = join(folder, 'condivisa');
    const wanted = { ...told(folder), into: { folder: gone, create: false } };
    expect(await makeBackup(wanted)).toEqual({
      ok: false,
      problem: { code: 'backup-folder-missing', folder: gone },
    });
    expect(existsSync(gone)).toBe(false);
    writeFileSync(copiesFolder(folder), 'a file where the folder should be');
    expect(await make(folder)).toMatchObject({ ok: false, problem: { code: 'backup-failed' } });
    expect(readFileSync(copiesFolder(folder), 'utf8')).toContain('a file');
  });

  it('clears up what a program left that was killed, and nothing else', async () => {
    const folder = aLedger('uno');
    mkdirSync(copiesFolder(folder));
    const left = join(copiesFolder(folder), '.tre-pallini-999999999-0a1b2c3d.parziale');
    const other = join(copiesFolder(folder), 'appunti.txt');
    for (const file of [left, `${left}-wal`, other]) writeFileSync(file, 'x');
    await made(folder);
    expect([existsSync(left), existsSync(`${left}-wal`), existsSync(other)]).toEqual([false, false, true]);
  });
});

describe('the list of copies', () => {
  it('tells a flipped byte, a file that is gone, and one of which nothing is said', async () => {
    const folder = aLedger('uno');
    const [a, b, c, d] = [await made(folder), await made(folder), await made(folder), await made(folder)];
    flip(a.file, 5_000);
    rmSync(b.file);
    rmSync(manifestOf(c.file));
    const states = new Map(listBackups(copiesFolder(folder), true).map(({ file, state }) => [file, state]));
    expect([a, b, c, d].map(({ file }) => states.get(file))).toEqual([
      'damaged',
      'missing',
      'no-manifest',
      'verified',
    ]);
  });

  it('R16 tells any flipped byte, wherever it is', { timeout: 600_000 }, async () => {
    const flips = times(40, 1_000);
    const folder = aLedger('uno');
    const { file, manifest } = await made(folder);
    for (let n = 0; n < flips; n++) {
      const at = Math.floor((manifest.bytes / flips) * n);
      flip(file, at);
      expect(listBackups(copiesFolder(folder), true)[0]?.state).toBe('damaged');
      flip(file, at);
    }
    expect(listBackups(copiesFolder(folder), true)[0]?.state).toBe('verified');
    found('R16', `${flips} byte cambiati in una copia, ${flips} visti`);
  });
});

describe('the ladder', () => {
  it('keeps three of one day, takes away their manifests too, and leaves other files alone', async () => {
    const folder = aLedger('uno');
    const all = [];
    for (let n = 0; n < 5; n++) all.push(await made(folder));
    appendFileSync(join(copiesFolder(folder), 'appunti.txt'), 'x');
    expect(keepLadder(copiesFolder(folder))).toBe(2);
    const stay = all.slice(2).flatMap(({ file }) => [basename(file), basename(manifestOf(file))]);
    expect(readdirSync(copiesFolder(folder)).toSorted()).toEqual([...stay, 'appunti.txt'].toSorted());
  });

  it('R17 lets none go while fewer than two of those that stay are sound', async () => {
    const folder = aLedger('uno');
    const all = [];
    for (let n = 0; n < 5; n++) all.push(await made(folder));
    for (const { file } of all.slice(3)) flip(file, 5_000);
    expect(keepLadder(copiesFolder(folder))).toBe(0);
    expect(listBackups(copiesFolder(folder), false)).toHaveLength(5);
    found('R17', 'con due copie guaste nessuna se ne va');
  });

  it('counts the copies of each ledger for itself', async () => {
    const [ours, theirs] = [aLedger('uno'), aLedger('due')];
    const into = { folder: aFolder(), create: false };
    for (const folder of [ours, ours, ours, theirs, theirs, theirs, theirs])
      await makeBackup({ ...told(folder), into });
    keepLadder(into.folder);
    const names = listBackups(into.folder, true).map(({ file }) => nameInCopy(file));
    expect(names.filter((name) => name === 'due')).toHaveLength(3);
    expect(names.filter((name) => name === 'uno')).toHaveLength(3);
  });
});

describe('before a migration', () => {
  it('R20 a copy of the old schema is made, and then the ledger is brought on', async () => {
    const folder = anOldLedger();
    expect(await backUpBeforeMigrating(folder, told(folder))).toEqual({ ok: true, value: undefined });
    const [copy] = listBackups(copiesFolder(folder), true);
    expect(copy).toMatchObject({ state: 'verified', manifest: { reason: 'migration', schema: 9 } });
    close(opened(folder), folder);
    expect(await backUpBeforeMigrating(folder, told(folder))).toEqual({ ok: true, value: undefined });
    expect(listBackups(copiesFolder(folder), false)).toHaveLength(1);
  });

  it('R20 without a copy nothing is migrated', async () => {
    const folder = anOldLedger();
    writeFileSync(copiesFolder(folder), 'a file where the folder should be');
    const before = readFileSync(ledgerFile(folder));
    expect(await backUpBeforeMigrating(folder, told(folder))).toMatchObject({
      ok: false,
      problem: { code: 'migration-without-backup', why: { code: 'backup-failed' } },
    });
    expect(readFileSync(ledgerFile(folder))).toEqual(before);
  });

  it('R20 without three times its room nothing is migrated, and not a byte changes', async () => {
    const folder = anOldLedger();
    const { bavail, bsize } = statfsSync(folder);
    // A hole takes no room, and SQLite does not look behind its last page.
    truncateSync(ledgerFile(folder), Math.ceil((bavail * bsize) / 2.9));
    const before = firstBytes(folder);
    expect(await backUpBeforeMigrating(folder, told(folder))).toMatchObject({
      ok: false,
      problem: { code: 'migration-without-backup', why: { code: 'backup-disk-full' } },
    });
    expect(existsSync(copiesFolder(folder))).toBe(false);
    expect(firstBytes(folder)).toEqual(before);
    truncateSync(ledgerFile(folder), before.length);
    expect(await backUpBeforeMigrating(folder, told(folder))).toEqual({ ok: true, value: undefined });
    found('R20', 'senza il triplo dello spazio, o senza copia, non si aggiorna e non cambia un byte');
  });

  it('nothing is done where there is no ledger, or one of today', async () => {
    for (const folder of [aFolder(), aLedger('uno')]) {
      expect(await backUpBeforeMigrating(folder, told(folder))).toEqual({ ok: true, value: undefined });
      expect(existsSync(copiesFolder(folder))).toBe(false);
    }
  });
});

/** As a program of an earlier edition left it. */
function anOldLedger(): string {
  const folder = aFolder();
  const db = new Database(ledgerFile(folder));
  migrate(
    db,
    migrations.filter(({ version }) => version <= 9),
  );
  db.exec(
    `INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, 'a', '2026-01-01T10:00:00.000Z', '{}')`,
  );
  db.close();
  return folder;
}

function firstBytes(folder: string): Buffer {
  const db = new Database(ledgerFile(folder), { readonly: true });
  const bytes = Number(db.pragma('page_count', { simple: true })) * 4096;
  db.close();
  const fd = openSync(ledgerFile(folder), 'r');
  const read = Buffer.alloc(bytes);
  readSync(fd, read, 0, bytes, 0);
  closeSync(fd);
  return read;
}

function told(archive: string) {
  return {
    archive,
    into: { folder: copiesFolder(archive), create: true },
    reason: 'import',
    now: '2026-03-10T10:00:00.000Z',
    day: '2026-03-10',
    program: '1.2.3',
  } as const;
}

function make(archive: string): ReturnType<typeof makeBackup> {
  return makeBackup(told(archive));
}

async function made(archive: string): Promise<MadeBackup> {
  const answer = await make(archive);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

function nameInCopy(file: string): unknown {
  const db = new Database(file, { readonly: true });
  const row = db.prepare<[], { settings: string }>('SELECT settings FROM ledger').get();
  db.close();
  const settings: unknown = JSON.parse(row?.settings ?? '{}');
  return (settings as { ente?: { denominazione?: unknown } }).ente?.denominazione;
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

it('an opened ledger is not in the way of a copy of it', async () => {
  const folder = aLedger('uno');
  const ledger = openWritable(folder);
  expect(await make(folder)).toMatchObject({ ok: true });
  if (ledger.ok) close(ledger.value, folder);
  rename(folder, 'due');
});
