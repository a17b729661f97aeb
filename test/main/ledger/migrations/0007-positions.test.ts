import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps payments and lists of positions, and has room for what follows from them', () => {
  const db = new Database(':memory:');
  const version = 7;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'a.csv', 'posizioni', '1', '2026-01-01T10:00:00.000Z');
    INSERT INTO posizioni (id, document_id, iuv, cents, action, digest) VALUES (1, 1, '01', 100, 'keep', 'd');
    INSERT INTO payments (iuv, iur, idx, cents, service, evidence, status, late_status)
      VALUES ('01', 'a', 1, 100, 'tari', 0, 'complete', 'complete')`);
  const before = db.prepare('SELECT * FROM posizioni').all();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM posizioni').all()).toEqual(before);
  expect(db.prepare('SELECT iuv, service, service_source FROM payments').all()).toEqual([
    { iuv: '01', service: 'tari', service_source: null },
  ]);
  const insert = `INSERT INTO position_states (key, iuv, posizione_id, cents, cancelled, disagree) VALUES (?, '01', 1, 1, 0, 0)`;
  db.prepare(insert).run('iuv/01');
  expect(() => db.prepare(insert).run('iuv/02')).toThrow(/UNIQUE/);
});
