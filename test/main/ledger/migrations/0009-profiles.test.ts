import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps what was there, and takes profiles, one for each name', () => {
  const db = new Database(':memory:');
  const version = 9;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES
      (1, 'a.xml', 'flusso', '1', '2026-01-01T10:00:00.000Z');
    INSERT INTO preferences VALUES ('tema', '"dark"')`);
  const before = [db.prepare('SELECT * FROM documents').all(), db.prepare('SELECT * FROM preferences').all()];
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect([
    db.prepare('SELECT * FROM documents').all(),
    db.prepare('SELECT * FROM preferences').all(),
  ]).toEqual(before);
  db.exec(`INSERT INTO profiles VALUES ('Banca di Prova', '{}', '2026-01-01T10:00:00.000Z')`);
  expect(() => db.exec(`INSERT INTO profiles VALUES ('BANCA DI PROVA', '{}', '2026-01-02')`)).toThrow(
    /UNIQUE/,
  );
});
