import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('tells of each payment who owes it, by its receipt or its debt position, and which receipt it has', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter((step) => step.version < 21),
  );
  db.exec(`
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'rt', 'ricevuta', '80001110009', '2026-03-09T10:00:00.000Z');
    INSERT INTO ricevute (id, document_id, form, iuv, receipt_id, outcome, ente, total_cents, debtor_name, debtor_cf, digest) VALUES
      (11, 1, 'rt', '01', 'A', 'paid', '80001110009', 100, 'Ninfa Zuccalà', NULL, 'a'),
      (12, 1, 'rt', '02', 'B', 'paid', '80001110009', 100, 'anonimo', 'ANONIMO', 'b'),
      (13, 1, 'rt', '03', 'C', 'paid', '80001110009', 100, 'ANONIMO', NULL, 'c');
    INSERT INTO transfers (id, ricevuta_id, iuv, iur, idx, cents, ente, bollo, paid) VALUES
      (21, 11, '01', 'A', 1, 100, '80001110009', 0, 1),
      (22, 12, '02', 'B', 1, 100, '80001110009', 0, 1),
      (23, 13, '03', 'C', 1, 100, '80001110009', 0, 1);
    INSERT INTO posizioni (id, document_id, iuv, debtor_name, cents, action, digest) VALUES
      (31, 1, '01', 'Un Altro', 100, 'keep', 'p'),
      (32, 1, '02', 'Ubaldo Orti', 100, 'keep', 'q');
    INSERT INTO position_states (key, iuv, posizione_id, cents, cancelled, disagree) VALUES
      ('iuv/01', '01', 31, 100, 0, 0), ('iuv/02', '02', 32, 100, 0, 0);
    INSERT INTO payments (id, iuv, iur, idx, cents, transfer_id, evidence, status, late_status) VALUES
      (1, '01', 'A', 1, 100, 21, 7, 'complete', 'complete'),
      (2, '02', 'B', 1, 100, 22, 7, 'complete', 'complete'),
      (3, '03', 'C', 1, 100, 23, 7, 'complete', 'complete'),
      (4, '04', 'D', 1, 100, NULL, 9, 'receipt-missing', 'receipt-missing')`);
  const before = db.prepare('SELECT * FROM payments').all();
  expect(migrate(db, migrations)).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT * FROM payments').all()).toMatchObject(before as object[]);
  expect(db.prepare('SELECT id, ricevuta_id, debtor, debtor_sort FROM payments ORDER BY id').all()).toEqual([
    { id: 1, ricevuta_id: 11, debtor: 'Ninfa Zuccalà', debtor_sort: 'ninfa zuccalà' },
    { id: 2, ricevuta_id: 12, debtor: 'Ubaldo Orti', debtor_sort: 'ubaldo orti' },
    { id: 3, ricevuta_id: 13, debtor: 'ANONIMO', debtor_sort: 'anonimo' },
    { id: 4, ricevuta_id: null, debtor: null, debtor_sort: String.fromCodePoint(0x10_ff_ff) },
  ]);
});
