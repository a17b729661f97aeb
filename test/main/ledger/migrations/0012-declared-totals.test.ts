import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('leaves every payment as it was, and keeps declared totals beside them', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 12),
  );
  db.exec(`
    INSERT INTO payments (iuv, iur, idx, cents, paid_on, evidence, due_day, status, late_status)
    VALUES ('01', 'a', 1, 100, '2026-03-10', 5, '2026-03-12', 'complete', 'complete');
  `);
  const rows = (): unknown[] => db.prepare('SELECT * FROM payments ORDER BY id').all();
  const before = rows();
  expect(
    migrate(
      db,
      migrations.filter(({ version }) => version <= 12),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(rows()).toEqual(before);
  db.exec(`
    INSERT INTO declared_totals (service, from_day, to_day, count, cents, author, made_at)
    VALUES ('tari', '2026-01-01', '2026-03-31', NULL, 500, 'impiegata', '2026-04-01T10:00:00.000Z');
  `);
  expect(db.prepare('SELECT id, service, count, cents FROM declared_totals').all()).toEqual([
    { id: 1, service: 'tari', count: null, cents: 500 },
  ]);
});
