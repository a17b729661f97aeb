import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps what was there, and takes positions and flussi that are to be had', () => {
  const db = new Database(':memory:');
  const version = 6;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(
    `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'a.xml', 'flusso', '1', '2026-01-01T10:00:00.000Z')`,
  );
  const before = db.prepare('SELECT * FROM documents').all();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM documents').all()).toEqual(before);
  db.exec(`
    INSERT INTO flussi_attesi VALUES (1, 1, '2026-01-01BINVIT9X-1', '2026-01-01BINVIT9X-1', NULL, NULL, 'd');
    INSERT INTO posizioni (id, document_id, cents, action, digest) VALUES (1, 1, 100, 'keep', 'd')`);
  expect(() => db.exec(`INSERT INTO posizioni (id, document_id) VALUES (2, 1)`)).toThrow(/NOT NULL/);
});
