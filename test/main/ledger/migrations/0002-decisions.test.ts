import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { firstTables } from '../../../../src/main/ledger/migrations/0001-first-tables.ts';
import { decisions } from '../../../../src/main/ledger/migrations/0002-decisions.ts';

it('keeps the provvisori and the flussi of an older ledger, of which nobody has decided anything', () => {
  const db = new Database(':memory:');
  migrate(db, [firstTables]);
  db.exec(`
    INSERT INTO provvisori (conto, esercizio, numero, movimento_id, day, cents, storned_cents, regularised_cents, state,
      causale, iuf_key, kind, confidence, repairs, candidates, other_iufs)
    VALUES ('0000100', 2026, '7', 1, '2026-03-12', 10000, 500, 0, 'open', 'causale', 'IUF', 'iuf', 'certain', '[]', '[]',
      '[]');
    INSERT INTO flow_states (iuf_key, iuf, day, due_day, total_cents, row_count, received_cents, money, report)
    VALUES ('IUF', 'Iuf', '2026-03-11', '2026-03-13', 9500, 1, 9500, 'exact', 'sound');
  `);
  expect(migrate(db, [firstTables, decisions])).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT numero, cents, decided, decided_iuf, partner FROM provvisori').all()).toEqual([
    { numero: '7', cents: 10_000, decided: null, decided_iuf: null, partner: null },
  ]);
  expect(db.prepare('SELECT iuf, received_cents, partner FROM flow_states').all()).toEqual([
    { iuf: 'Iuf', received_cents: 9_500, partner: null },
  ]);
  expect(db.prepare('SELECT * FROM decisions').all()).toEqual([]);
  expect(() => db.exec(`UPDATE provvisori SET bucket = NULL`)).toThrow(/NOT NULL/);
});
