import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps what was derived, as written before any revision, and marks the revision that there is', () => {
  const db = new Database(':memory:');
  const version = 14;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO ledger (singleton, id, created_at, settings, revision) VALUES (1, 'a', '2026-01-01T10:00:00.000Z', '{}', 7);
    INSERT INTO payments (id, iuv, iur, idx, cents, evidence, status, late_status)
      VALUES (1, '01', 'A', 1, 100, 0, 'complete', 'complete')`);
  const before = db.prepare('SELECT * FROM payments').get();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM payments').get()).toEqual({ ...(before as object), changed: 0 });
  expect(db.prepare('SELECT revision, length(mark) AS length FROM revision_marks').all()).toEqual([
    { revision: 7, length: 16 },
  ]);
});
