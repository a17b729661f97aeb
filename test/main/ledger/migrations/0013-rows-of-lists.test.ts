import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps the facts as they were, and takes the row of each that stands in a list', () => {
  const db = new Database(':memory:');
  const version = 13;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'a.csv', 'posizioni', '1', '2026-01-01T10:00:00.000Z');
    INSERT INTO posizioni (id, document_id, cents, action, digest) VALUES (7, 1, 100, 'keep', 'd')`);
  const before = db.prepare('SELECT * FROM posizioni').all();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM posizioni').all()).toEqual(before);
  db.exec(`INSERT INTO fact_rows VALUES (7, 12)`);
  expect(() => db.exec(`INSERT INTO fact_rows VALUES (7, 13)`)).toThrow(/UNIQUE/);
});
