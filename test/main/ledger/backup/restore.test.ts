import Database from 'better-sqlite3';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '../../../../src/main/ledger/backup/make-backup.ts';
import { manifestOf } from '../../../../src/main/ledger/backup/manifest.ts';
import { restoreBackup, type Restored } from '../../../../src/main/ledger/backup/restore.ts';
import { readOutbox } from '../../../../src/main/ledger/messages/outbox-state.ts';
import { ledgerFile, openWritable, standingHere } from '../../../../src/main/ledger/open.ts';
import { ok } from '../../../../src/shared/domain/result.ts';
import { aFolder, aLedger, close, nameIn, opened, rename, write } from '../../../helpers/small-ledger.ts';
import { found } from '../../../trust/figures.ts';

const now = '2026-03-10T10:00:00.000Z';

describe('a restore', () => {
  it('R15 brings the copy back, keeps what was here, and can itself be undone', async () => {
    const folder = aLedger('allora');
    const copy = await copyOf(folder);
    rename(folder, 'adesso');
    const { kept, wasDamaged } = restored(folder, copy);
    expect([nameIn(folder), wasDamaged]).toEqual(['allora', false]);
    expect(kept).toMatch(/tre-pallini\.prima-del-ripristino-\d{8}-\d{4}\.db$/);

    const undone = restored(folder, kept ?? '');
    expect(nameIn(folder)).toBe('adesso');
    restored(folder, undone.kept ?? '');
    expect(nameIn(folder)).toBe('allora');
  });

  it('is no older ledger that somebody put there, and goes on from where it stands', async () => {
    const folder = aLedger('allora');
    const copy = await copyOf(folder);
    rename(folder, 'adesso');
    restored(folder, copy);
    expect(standingHere(folder)).toEqual(ok(null));
    rename(folder, 'poi');
    expect([nameIn(folder), standingHere(folder)]).toEqual(['poi', ok(null)]);
  });

  it('holds what waits to be sent', async () => {
    const folder = aLedger('allora');
    restored(folder, await copyOf(folder));
    const ledger = opened(folder);
    expect(readOutbox(ledger).hold).toBe('restored');
    close(ledger, folder);
  });

  it('leaves nothing of its own behind, and the copy as it was', async () => {
    const folder = aLedger('allora');
    const copy = await copyOf(folder);
    const before = readFileSync(copy);
    restored(folder, copy);
    expect(readFileSync(copy)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.includes('parziale'))).toEqual([]);
    expect(readdirSync(join(copy, '..')).filter((name) => /-wal|-shm|-journal/.test(name))).toEqual([]);
  });

  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => truncateSync(file, 0)],
    ['cut', (file) => truncateSync(file, 40_000)],
    ['a text', (file) => writeFileSync(file, 'Non sono un registro.'.repeat(40_000))],
    ['damaged inside', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 100, 4_000))],
  ])('R15 works when the ledger here is %s, and keeps that file', async (how, damage) => {
    const folder = aLedger('allora');
    const copy = await copyOf(folder);
    damage(ledgerFile(folder));
    const broken = existsSync(ledgerFile(folder)) ? readFileSync(ledgerFile(folder)) : null;
    const { kept } = restored(folder, copy);
    expect(nameIn(folder)).toBe('allora');
    expect(kept ?? '').toMatch(broken === null ? /^$/ : /tre-pallini\.corrotto-\d{8}-\d{4}\.db$/);
    expect(kept === null ? null : readFileSync(kept)).toEqual(broken);
    found('R15', `registro ${how}: ripristinato, e il file guasto tenuto da parte`);
  });

  it('never lays the log of the old ledger over the new one, and keeps it beside the broken file', async () => {
    const folder = aLedger('allora');
    const copy = await copyOf(folder);
    const ledger = opened(folder);
    write(ledger, folder, 'nel registro delle modifiche');
    const killed = aFolder();
    cpSync(folder, killed, { recursive: true });
    ledger.close();
    truncateSync(ledgerFile(killed), 8_192);
    const log = readFileSync(`${ledgerFile(killed)}-wal`);
    const { kept } = restored(killed, copy);
    expect(nameIn(killed)).toBe('allora');
    expect(readFileSync(`${kept}-wal`)).toEqual(log);
  });

  it('takes a whole folder, with the log that belongs to it', () => {
    const source = aLedger('allora');
    const ledger = opened(source);
    write(ledger, source, 'appena scritto');
    const copy = aFolder();
    cpSync(source, copy, { recursive: true });
    ledger.close();
    const folder = aFolder();
    restored(folder, copy);
    expect(nameIn(folder)).toBe('appena scritto');
    expect(existsSync(`${ledgerFile(copy)}-wal`)).toBe(true);
  });

  it('puts the right ledger back where another one was put by mistake', async () => {
    const folder = aLedger('nostro');
    const copy = await copyOf(folder);
    const other = aLedger('altrui');
    sql(ledgerFile(other), aDocument);
    cpSync(ledgerFile(other), ledgerFile(folder));
    restored(folder, copy);
    expect(nameIn(folder)).toBe('nostro');
  });

  it('brings a copy of an earlier schema to that of today', async () => {
    const { anOld } = await anOldCopy();
    const folder = aFolder();
    restored(folder, anOld);
    const ledger = opened(folder);
    expect(readOutbox(ledger).hold).toBe('restored');
    close(ledger, folder);
  });

  it('brings what left towards citizens where nothing is known of it, and never twice', async () => {
    const source = aLedger('allora');
    writeFileSync(join(source, 'registro-invii.jsonl'), '{"seq":1}\n{"seq":2}\n');
    const copy = await copyOf(source);
    const folder = aFolder();
    writeFileSync(join(folder, 'registro-invii.jsonl'), '{"seq":2}\n{"seq":3}\n');
    restored(folder, copy);
    restored(folder, copy);
    const lines = readFileSync(join(folder, 'registro-invii.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.toSorted()).toEqual(['{"seq":1}', '{"seq":2}', '{"seq":3}']);
  });
});

describe('a restore is refused', () => {
  it.each<[string, (copy: string) => void, object]>([
    ['a copy that is not there', (copy) => rmSync(copy), { code: 'backup-not-found' }],
    ['a flipped byte', (copy) => flip(copy, 5_000), { code: 'backup-damaged', why: 'bytes' }],
    [
      'a broken file without a manifest',
      (copy) => (rmSync(manifestOf(copy)), truncateSync(copy, 40_960)),
      { code: 'backup-damaged' },
    ],
    [
      'a text',
      (copy) => (rmSync(manifestOf(copy)), writeFileSync(copy, 'Un testo.'.repeat(900))),
      { code: 'backup-damaged', why: 'not-a-ledger' },
    ],
    [
      'a database of another program',
      (copy) => (rmSync(manifestOf(copy)), rmSync(copy), sql(copy, 'CREATE TABLE mine (x)')),
      { code: 'backup-damaged', why: 'not-a-ledger' },
    ],
    [
      'a newer edition',
      (copy) => (rmSync(manifestOf(copy)), sql(copy, 'PRAGMA user_version = 999')),
      { code: 'ledger-from-the-future', version: 999 },
    ],
    [
      'a view that calls a function',
      (copy) => (
        rmSync(manifestOf(copy)),
        sql(copy, `CREATE VIEW v AS SELECT load_extension('evil.so'), writefile('preso', 'x') FROM documents`)
      ),
      { code: 'backup-damaged', why: 'tables' },
    ],
    [
      'a table with a view in its place',
      (copy) => (
        rmSync(manifestOf(copy)),
        sql(
          copy,
          `ALTER TABLE preferences RENAME TO hidden;
           CREATE VIEW preferences AS SELECT key, randomblob(1000000000) AS value FROM hidden`,
        )
      ),
      { code: 'backup-damaged', why: 'tables' },
    ],
    [
      'a column that somebody added',
      (copy) => (
        rmSync(manifestOf(copy)),
        sql(copy, `ALTER TABLE decisions ADD COLUMN x TEXT AS (hex(zeroblob(1000000))) VIRTUAL`)
      ),
      { code: 'backup-damaged', why: 'tables' },
    ],
    [
      'a trigger that somebody put in',
      (copy) => (
        rmSync(manifestOf(copy)),
        sql(copy, 'CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM decisions; END')
      ),
      { code: 'backup-damaged', why: 'tables' },
    ],
  ])('H40 for %s, and nothing is touched', async (what, spoil, problem) => {
    const folder = aLedger('adesso');
    const copy = await copyOf(folder);
    spoil(copy);
    const before = [readFileSync(ledgerFile(folder)), readdirSync(folder).toSorted()];
    expect(restoreBackup(folder, copy, now)).toMatchObject({ ok: false, problem });
    expect([readFileSync(ledgerFile(folder)), readdirSync(folder).toSorted()]).toEqual(before);
    expect([nameIn(folder), standingHere(folder)]).toEqual(['adesso', ok(null)]);
    found('H40', `${what}: rifiutata`);
  });

  it('while another program has the ledger open', async () => {
    const folder = aLedger('adesso');
    const copy = await copyOf(folder);
    const ledger = opened(folder);
    write(ledger, folder, 'al lavoro');
    expect(restoreBackup(folder, copy, now)).toEqual({ ok: false, problem: { code: 'ledger-busy' } });
    write(ledger, folder, 'ancora al lavoro');
    close(ledger, folder);
    expect(nameIn(folder)).toBe('ancora al lavoro');
  }, 20_000);

  it('H40 when the ledger here is another one and holds documents', async () => {
    const folder = aLedger('adesso');
    const copy = await copyOf(aLedger('altrui'));
    expect(restoreBackup(folder, copy, now)).toMatchObject({ ok: true });
    const full = aLedger('adesso');
    sql(ledgerFile(full), aDocument);
    expect(restoreBackup(full, copy, now)).toMatchObject({
      ok: false,
      problem: { code: 'backup-of-another-ledger' },
    });
    expect(nameIn(full)).toBe('adesso');
  });
});

const aDocument = `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'a', 'ricevuta', '80001234567', '${now}')`;

async function copyOf(archive: string): Promise<string> {
  const made = await makeBackup({
    archive,
    into: { folder: join(archive, 'copie'), create: true },
    reason: 'request',
    now,
    day: '2026-03-10',
    program: '1.2.3',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return made.value.file;
}

/** A copy of a ledger of schema 9, as the program made it before it migrated. */
async function anOldCopy(): Promise<{ readonly anOld: string }> {
  const { migrate } = await import('../../../../src/main/ledger/migrate.ts');
  const { migrations } = await import('../../../../src/main/ledger/migrations/index.ts');
  const source = aFolder();
  const db = new Database(ledgerFile(source));
  migrate(
    db,
    migrations.filter(({ version }) => version <= 9),
  );
  db.exec(`INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, 'a', '${now}', '{}')`);
  db.close();
  return { anOld: await copyOf(source) };
}

function restored(archive: string, source: string): Restored {
  const answer = restoreBackup(archive, source, now);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  const ledger = openWritable(archive);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problem));
  close(ledger.value, archive);
  return answer.value;
}

function sql(file: string, text: string): void {
  const db = new Database(file);
  db.exec(text);
  db.close();
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
