import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps the documents as they were, finds them by drop, and remembers preferences', () => {
  const db = new Database(':memory:');
  const version = 4;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES
      (1, 'a.xml', 'flusso', '1', '2026-01-01T10:00:00.000Z'), (2, 'b.xml', 'ricevuta', '1', '2026-01-02T10:00:00.000Z')`);
  const before = db.prepare('SELECT * FROM documents').all();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM documents').all()).toEqual(before);
  const plan = db
    .prepare(`EXPLAIN QUERY PLAN SELECT id FROM documents WHERE imported_at = '2026-01-02T10:00:00.000Z'`)
    .all();
  expect(JSON.stringify(plan)).toContain('documents_imported');
  db.exec(`INSERT INTO preferences VALUES ('theme', '"dark"')`);
  expect(() => db.exec(`INSERT INTO preferences VALUES ('theme', '"light"')`)).toThrow(/UNIQUE/);
});
