import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('leaves every row as it was, and forgets what a consumer has together with the consumer', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  const version = 10;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at)
      VALUES (1, 'a.xml', 'flusso', '1', '2026-01-01T10:00:00.000Z');
    INSERT INTO preferences VALUES ('theme', '"dark"')`);
  const rows = () => ['documents', 'preferences'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(rows()).toEqual(before);

  const cursor = `INSERT INTO consumer_cursors (consumer, export, filter, moves, exported_at, last_rows)
    VALUES ('tributi', 'pagamenti', '{}', 1, '2026-01-01T10:00:00.000Z', 1)`;
  db.exec(cursor);
  db.exec(`INSERT INTO consumer_rows VALUES (1, '["1"]', 'd')`);
  expect(() => db.exec(cursor)).toThrow(/UNIQUE/);
  db.exec(`DELETE FROM consumer_cursors`);
  expect(db.prepare('SELECT * FROM consumer_rows').all()).toEqual([]);
});
