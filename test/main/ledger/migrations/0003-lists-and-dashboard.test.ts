import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { firstTables } from '../../../../src/main/ledger/migrations/0001-first-tables.ts';
import { decisions } from '../../../../src/main/ledger/migrations/0002-decisions.ts';
import { listsAndDashboard } from '../../../../src/main/ledger/migrations/0003-lists-and-dashboard.ts';

it('leaves every payment as it was, and finds it by its provvisorio and by its evidence', () => {
  const db = new Database(':memory:');
  migrate(db, [firstTables, decisions]);
  db.exec(`
    INSERT INTO payments (iuv, iur, idx, cents, paid_on, provvisorio_id, evidence, due_day, status, late_status)
    VALUES ('01', 'a', 1, 100, '2026-03-10', 7, 5, '2026-03-12', 'complete', 'complete'),
      ('02', 'b', 1, 200, '2026-03-10', NULL, 5, '2026-03-12', 'complete', 'complete'),
      ('03', 'c', 1, 400, NULL, NULL, 6, NULL, 'not-paid', 'not-paid');
  `);
  const rows = (): unknown[] => db.prepare('SELECT * FROM payments ORDER BY id').all();
  const before = rows();
  expect(migrate(db, [firstTables, decisions, listsAndDashboard])).toEqual({ ok: true, value: undefined });
  expect(rows()).toEqual(before);
  const byEvidence = db.prepare(
    `SELECT evidence, due_day, paid_on, count(*) AS n, sum(cents) AS cents FROM payments INDEXED BY payments_evidence
     GROUP BY 1, 2, 3`,
  );
  expect(byEvidence.all()).toEqual([
    { evidence: 5, due_day: '2026-03-12', paid_on: '2026-03-10', n: 2, cents: 300 },
    { evidence: 6, due_day: null, paid_on: null, n: 1, cents: 400 },
  ]);
  const byProvvisorio = db.prepare(
    `SELECT iuv FROM payments INDEXED BY payments_provvisorio WHERE provvisorio_id = 7`,
  );
  expect(byProvvisorio.all()).toEqual([{ iuv: '01' }]);
});
