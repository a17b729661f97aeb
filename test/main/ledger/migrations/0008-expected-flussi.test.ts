import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps the flussi that are awaited, of which neither revision nor moment is known', () => {
  const db = new Database(':memory:');
  const version = 8;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at)
      VALUES (1, 'a.xml', 'elenco-flussi', '1', '2026-01-01T10:00:00.000Z');
    INSERT INTO flussi_attesi (id, document_id, iuf, iuf_key, created_at, psp_code, digest)
      VALUES (1, 1, '2026-01-01binvit9x-1', '2026-01-01BINVIT9X-1', '2026-01-01T22:00:00', NULL, 'd')`);
  const before = db.prepare('SELECT * FROM flussi_attesi').get();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM flussi_attesi').get()).toEqual({
    ...(before as object),
    revision: null,
    moment: null,
  });
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT iuf_key FROM flussi_attesi
       WHERE iuf_key NOT GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'`,
    )
    .all();
  expect(JSON.stringify(plan)).toContain('flussi_attesi_irregular');
});
