import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps what was derived, and counts it', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter((step) => step.version < 19),
  );
  db.exec(`
    INSERT INTO payments (id, iuv, iur, idx, cents, paid_on, due_day, service, evidence, status, late_status) VALUES
      (1, '01', 'A', 1, 100, '2026-03-09', '2026-03-11', 'TARI', 7, 'complete', 'complete'),
      (2, '01', 'A', 2, 250, '2026-03-09', '2026-03-11', NULL, 7, 'complete', 'complete'),
      (3, '02', 'B', 1, 40, NULL, NULL, NULL, 9, 'awaiting-report', 'not-reported')`);
  const before = db.prepare('SELECT * FROM payments').all();
  expect(migrate(db, migrations)).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM payments').all()).toMatchObject(before as object[]);
  expect(db.prepare('SELECT * FROM payment_counts').all()).toEqual([
    { evidence: 7, due_day: '2026-03-11', paid_on: '2026-03-09', count: 2, cents: 350 },
    { evidence: 9, due_day: '', paid_on: '', count: 1, cents: 40 },
  ]);
  expect(db.prepare('SELECT paid_sort, service_sort FROM payments ORDER BY id').all()).toEqual([
    { paid_sort: '2026-03-09', service_sort: 'tari' },
    { paid_sort: '2026-03-09', service_sort: String.fromCodePoint(0x10_ff_ff) },
    { paid_sort: '', service_sort: String.fromCodePoint(0x10_ff_ff) },
  ]);
});
