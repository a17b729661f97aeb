import Database from 'better-sqlite3';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../../src/main/core.ts';
import { copiesFolder } from '../../../src/main/ledger/backup/backup-settings.ts';
import { listBackups } from '../../../src/main/ledger/backup/list-backups.ts';
import { hasOurTables } from '../../../src/main/ledger/backup/look-inside.ts';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { aFolder } from '../../helpers/small-ledger.ts';
import { found } from '../../trust/figures.ts';

const golden = join(import.meta.dirname, '../../golden');
const editions = readdirSync(golden)
  .flatMap((name) => /^schema-(\d\d)\.db\.gz$/.exec(name)?.[1] ?? [])
  .toSorted();
const newest = migrations.at(-1)?.version ?? 0;

/** What documents say; the rest follows from it. */
const facts = ['movimenti', 'coperture', 'flussi', 'righe', 'ricevute', 'transfers'];

describe.each(editions)('a ledger of edition %s', (edition) => {
  const schema = Number(edition);

  it('has the tables that the migrations of today say it had', () => {
    expect(hasOurTables(ledgerFile(unpacked(edition)), schema)).toBe(true);
  });

  it('R18 keeps every fact when it is brought to today, and says the same as all the others', async () => {
    const folder = unpacked(edition);
    const before = factsIn(folder);
    expect(before.flatMap(({ rows }) => rows).length).toBeGreaterThan(20);

    const core = createCore({
      folder,
      demo: false,
      author: 'c.bianchi',
      version: '1.2.3',
      alone: true,
      today: () => '2026-03-10' as Day,
      now: () => '2026-03-10T10:00:00.000Z',
      onDefect(_incident, operation, error) {
        throw new Error(operation, { cause: error });
      },
    });
    onTestFinished(() => core.close());
    const verified = await core.call('ledger.verify', {});

    expect(verified).toMatchObject({ ok: true, value: { ok: true, findings: [], digest: ofToday } });
    expect(factsIn(folder, before)).toEqual(before);
    const copies = listBackups(copiesFolder(folder), true);
    // One of today needs no migration, and no copy before it.
    const wanted =
      schema === newest ? [] : [{ state: 'verified', manifest: { reason: 'migration', schema } }];
    expect(copies).toMatchObject(wanted);
    expect(copies).toHaveLength(wanted.length);
    expect(brokenIn(folder)).toEqual([]);
    found('R18', `schema ${schema}: stessa impronta, nessun riferimento rotto`);
  });
});

it('there is one of the schema of today, and of the first', () => {
  expect(editions.map(Number)).toEqual(expect.arrayContaining([1, newest]));
});

/** Of the papers of that day, whichever edition read them. */
const ofToday = '65915af137d5637c1455376d1a9673d178a352464dc32b0b1213aff0c33ef767';

function unpacked(edition: string): string {
  const folder = aFolder();
  writeFileSync(ledgerFile(folder), gunzipSync(readFileSync(join(golden, `schema-${edition}.db.gz`))));
  return folder;
}

interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[];
}

/** Every row of every fact, in the columns that there are, or that there were. */
function factsIn(folder: string, like: readonly Rows[] | null = null): Rows[] {
  const db = new Database(ledgerFile(folder), { readonly: true });
  try {
    return facts.map((table) => {
      const columns =
        like?.find((rows) => rows.table === table)?.columns ??
        db
          .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY name')
          .all(table)
          .map(({ name }) => name);
      const list = columns.map((name) => `"${name}"`).join(', ');
      return { table, columns, rows: inOrder(db.prepare(`SELECT ${list} FROM "${table}"`).all()) };
    });
  } finally {
    db.close();
  }
}

function brokenIn(folder: string): unknown[] {
  const db = new Database(ledgerFile(folder), { readonly: true });
  const broken = db.pragma('foreign_key_check') as unknown[];
  db.close();
  return broken;
}

function inOrder(rows: readonly unknown[]): unknown[] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
