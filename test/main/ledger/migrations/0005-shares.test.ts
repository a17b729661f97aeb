import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps where the money of an older ledger counts, and what was decided of it', () => {
  const db = new Database(':memory:');
  migrate(db, migrations.slice(0, 4));
  const money = db.prepare(`
    INSERT INTO provvisori (id, conto, esercizio, numero, movimento_id, day, cents, storned_cents, regularised_cents, state,
      causale, iuf, iuf_key, decided, decided_iuf, kind, confidence, repairs, candidates, other_iufs)
    VALUES (?, '0000100', 2026, ?, 1, '2026-03-12', 10000, ?, 0, ?, 'causale', ?, ?, ?, ?, 'iuf', 'certain', '[]', '[]', '[]')`);
  money.run(1, '1', 500, 'open', 'Iuf-a', 'IUF-A', null, null);
  money.run(2, '2', 0, 'open', 'Iuf-a', 'IUF-B', 'link', 'Iuf-b');
  money.run(3, '3', 10_000, 'cancelled', 'Iuf-a', 'IUF-A', null, null);
  money.run(4, '4', 0, 'open', null, null, 'unlink', null);
  db.exec(`
    INSERT INTO decisions (id, kind, subject, esercizio, numero, conto, iuf_key, payload, author, made_at)
    VALUES (1, 'link', 'money', 2026, '2', '0000100', 'IUF-B', '{}', 'chi prova', '2026-03-12'),
      (2, 'partner', 'partner', NULL, NULL, NULL, 'IUF-C', '{}', 'chi prova', '2026-03-12')`);
  expect(migrate(db, migrations.slice(0, 5))).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT provvisorio_id AS id, iuf_key, iuf, cents FROM quote ORDER BY 1').all()).toEqual([
    { id: 1, iuf_key: 'IUF-A', iuf: 'Iuf-a', cents: 9_500 },
    { id: 2, iuf_key: 'IUF-B', iuf: 'Iuf-b', cents: 10_000 },
    { id: 3, iuf_key: 'IUF-A', iuf: 'Iuf-a', cents: 0 },
  ]);
  expect(db.prepare('SELECT numero, decided, conflict FROM provvisori ORDER BY id').all()).toEqual([
    { numero: '1', decided: null, conflict: null },
    { numero: '2', decided: 'link', conflict: null },
    { numero: '3', decided: null, conflict: null },
    { numero: '4', decided: 'unlink', conflict: null },
  ]);
  expect(db.prepare('SELECT * FROM decision_flussi').all()).toEqual([
    { decision_id: 1, iuf_key: 'IUF-B', revision: null, created_at: null, digest: null },
  ]);
  expect(db.prepare('SELECT id, iuf_key, read_iuf_key FROM decisions').all()).toEqual([
    { id: 1, iuf_key: null, read_iuf_key: null },
    { id: 2, iuf_key: 'IUF-C', read_iuf_key: null },
  ]);
  db.pragma('foreign_keys = ON');
  db.exec('DELETE FROM provvisori WHERE id = 1');
  expect(db.prepare('SELECT count(*) AS n FROM quote').get()).toEqual({ n: 2 });
});
