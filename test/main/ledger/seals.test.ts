import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../../src/main/ledger/migrations/index.ts';
import type { WritableLedger } from '../../../src/main/ledger/open.ts';
import { brokenSeals } from '../../../src/main/ledger/seals/broken-seals.ts';
import { markBroken, sealAll } from '../../../src/main/ledger/seals/seal-all.ts';
import {
  derivedTables,
  sealedTables,
  tablesOfDocuments,
} from '../../../src/main/ledger/seals/sealed-tables.ts';
import { sealFinished, writeSealed } from '../../../src/main/ledger/seals/write-seals.ts';
import { sayFinding } from '../../../src/shared/wording/findings.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

describe('every table', () => {
  it('is derived, told by documents, or sealed row by row; only those that this test knows are not', () => {
    const ledger = aLedger();
    const covered = new Set<string>([
      ...derivedTables,
      ...tablesOfDocuments.map(({ table }) => table),
      ...sealedTables(ledger).map(({ name }) => name),
    ]);
    const all = ledger
      .prepare<[], string>(`SELECT name FROM main.sqlite_master WHERE type = 'table'`)
      .pluck()
      .all();
    expect(all.filter((name) => !covered.has(name))).toEqual(['sqlite_sequence', 'seals']);
  });

  it('that is sealed is called by what it is to a person', () => {
    for (const { name } of sealedTables(aLedger()))
      expect(sayFinding({ code: 'row-damaged', table: name, key: '[1]', why: 'changed' })).not.toContain(
        'di una tabella del registro',
      );
  });

  it('that is sealed can be written without looking through those that refer to it', () => {
    const ledger = aLedger();
    const sealed = new Set(sealedTables(ledger).map(({ name }) => name));
    const tables = ledger
      .prepare<[], string>(`SELECT name FROM main.sqlite_master WHERE type = 'table'`)
      .pluck()
      .all();
    const slow = tables.flatMap((child) =>
      ledger
        .prepare<[string], { table: string; from: string }>(
          `SELECT "table", "from" FROM pragma_foreign_key_list(?)`,
        )
        .all(child)
        .filter((key) => sealed.has(key.table) && !isIndexed(ledger, child, key.from))
        .map(({ table, from }) => `${child}.${from} → ${table}`),
    );
    expect(slow).toEqual([]);
  });
});

describe('a seal', () => {
  it('follows its row, whether it changes, changes its name, gives way or goes', () => {
    const ledger = aLedger();
    const steps = [
      `INSERT INTO profiles (name, profile, saved_at) VALUES ('Banca', '{}', 'a'), ('Posta', '{}', 'a')`,
      `UPDATE profiles SET name = 'BANCA' WHERE name = 'banca'`,
      `INSERT OR REPLACE INTO profiles (name, profile, saved_at) VALUES ('posta', '{"x":1}', 'b')`,
      `INSERT INTO io_paid_lists (name, service, digest, rows, imported_at) VALUES ('l', 's', 'd', 1, 'a')`,
      `INSERT INTO io_paid_rows (list_id, cents) VALUES (1, 5), (1, 6)`,
      // Its rows go with it, and another list takes its place.
      `INSERT OR REPLACE INTO io_paid_lists (name, service, digest, rows, imported_at) VALUES ('m', 's', 'd', 2, 'b')`,
      `DELETE FROM profiles WHERE name = 'BANCA'`,
    ];
    for (const sql of steps) {
      writeSealed(ledger, () => void ledger.exec(sql));
      expect([...brokenSeals(ledger, () => undefined)]).toEqual([]);
    }
  });

  it('is missed by a row that somebody else wrote, changed or took away', () => {
    const ledger = aLedger();
    writeSealed(ledger, () => void ledger.exec(`INSERT INTO preferences VALUES ('a', '1'), ('b', '1')`));
    ledger.exec(`DROP TRIGGER temp.seal_preferences_UPDATE; DROP TRIGGER temp.seal_preferences_INSERT;
      DROP TRIGGER temp.seal_preferences_DELETE;
      UPDATE preferences SET value = '2' WHERE key = 'a';
      INSERT INTO preferences VALUES ('c', '1');
      DELETE FROM preferences WHERE key = 'b'`);
    const table = 'preferences';
    expect([...brokenSeals(ledger, () => undefined)]).toEqual([
      { table, key: '["a"]', why: 'changed' },
      { table, key: '["c"]', why: 'foreign' },
      { table, key: '["b"]', why: 'gone' },
    ]);
  });

  it('of a finished document is made at once, again when more is written of it, and not when its file is forgotten', () => {
    const ledger = aLedger();
    const sealed = ledger
      .prepare<[], string>(`SELECT key FROM seals WHERE tbl = 'documents' ORDER BY key`)
      .pluck();
    const add = (from: number, upTo: number): void => {
      const document = ledger.prepare(
        `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (?, 'f.xml', 'flusso', '', '2026-03-11')`,
      );
      for (let id = from; id <= upTo; id++) document.run(id);
    };
    writeSealed(ledger, () => {
      add(1, 2);
      sealFinished(ledger, 2, () => undefined);
      expect(sealed.all()).toEqual(['[1]', '[2]']);
      ledger.exec('SAVEPOINT file');
      add(3, 4);
      sealFinished(ledger, 4, () => undefined);
      expect(sealed.all()).toEqual(['[1]', '[2]', '[3]', '[4]']);
      ledger.exec('ROLLBACK TO file; RELEASE file');
      expect(sealed.all()).toEqual(['[1]', '[2]']);
      add(3, 3);
      ledger.exec(`UPDATE documents SET warnings = '["!"]' WHERE id = 1`);
    });
    expect(sealed.all()).toEqual(['[1]', '[2]', '[3]']);
    expect([...brokenSeals(ledger, () => undefined)]).toEqual([]);
  });

  it('that was broken before the schema changed is broken afterwards, and no other', () => {
    const ledger = aLedger();
    writeSealed(ledger, () => void ledger.exec(`INSERT INTO preferences VALUES ('a', '1'), ('b', '1')`));
    ledger.exec(
      `DROP TRIGGER temp.seal_preferences_UPDATE; UPDATE preferences SET value = '2' WHERE key = 'a'`,
    );
    const version = (migrations.at(-1)?.version ?? 0) + 1;
    const sql = `ALTER TABLE preferences ADD COLUMN more TEXT; PRAGMA user_version = ${version}`;
    markBroken(ledger, [...migrations, { version, sql }]);
    ledger.exec(sql);
    forgetTriggers(ledger);
    sealAll(ledger);
    expect([...brokenSeals(ledger, () => undefined)]).toEqual([
      { table: 'preferences', key: '["a"]', why: 'changed' },
    ]);
  });
});

function aLedger(): WritableLedger {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  return ledger;
}

/** As a connection that is opened anew. */
function forgetTriggers(ledger: WritableLedger): void {
  const triggers = ledger
    .prepare<[], string>(`SELECT name FROM temp.sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all();
  for (const name of triggers) ledger.exec(`DROP TRIGGER temp."${name}"`);
  ledger.exec('DROP TABLE temp.unsealed');
}

function isIndexed(ledger: WritableLedger, table: string, column: string): boolean {
  return (
    ledger
      .prepare<[string, string], number>(
        `SELECT 1 FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = ?`,
      )
      .get(table, column) !== undefined
  );
}
