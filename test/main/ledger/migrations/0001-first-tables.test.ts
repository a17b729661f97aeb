import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { firstTables } from '../../../../src/main/ledger/migrations/0001-first-tables.ts';

it('makes the first tables in an empty file, and does nothing the second time', () => {
  const db = new Database(':memory:');
  expect(migrate(db, [firstTables])).toEqual({ ok: true, value: undefined });
  const tables = (): unknown[] =>
    db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();
  expect(tables()).toEqual([
    'causale_days',
    'coperture',
    'document_parts',
    'documents',
    'files',
    'flow_states',
    'flussi',
    'ledger',
    'movimenti',
    'payments',
    'provvisori',
    'ricevute',
    'righe',
    'transfers',
  ]);
  db.exec(
    `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'a.xml', 'flusso', '1', 'now')`,
  );
  expect(migrate(db, [firstTables])).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(1);
});

it('takes only cents that are integers, and facts of a document that exists', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, [firstTables]);
  const insert = (cents: number, document: number): unknown =>
    db
      .prepare(
        `INSERT INTO flussi (id, document_id, iuf, iuf_key, revision, created_at, regolamento, day, due_day, psp_code,
           declared_count, declared_cents, digest, anomalies)
         VALUES (1, ?, 'i', 'I', 1, 'x', 'r', 'd', 'd', 'p', 1, ?, 'g', '[]')`,
      )
      .run(document, cents);
  expect(() => insert(100, 7)).toThrow(/FOREIGN KEY/);
  db.exec(
    `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (7, 'a.xml', 'flusso', '1', 'now')`,
  );
  expect(() => insert(12.34, 7)).toThrow(/INTEGER/);
  expect(() => insert(1234, 7)).not.toThrow();
});
