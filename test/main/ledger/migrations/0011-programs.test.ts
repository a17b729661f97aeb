import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';

it('keeps the ledger as it was, counts from zero, and lets a name be given again once it was taken away', () => {
  const db = new Database(':memory:');
  const version = 11;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(
    `INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, 'a', '2026-01-01T10:00:00.000Z', '{}')`,
  );
  const before = db.prepare('SELECT id, created_at, settings, derivation FROM ledger').all();
  expect(
    migrate(
      db,
      migrations.filter((step) => step.version <= version),
    ),
  ).toEqual({ ok: true, value: undefined });
  expect(db.prepare('SELECT id, created_at, settings, derivation FROM ledger').all()).toEqual(before);
  expect(db.prepare('SELECT revision FROM ledger').get()).toEqual({ revision: 0 });
  const add = (name: string, digest: string, revokedAt: string | null): void => {
    db.prepare(
      `INSERT INTO programs (name, token_digest, clear, created_at, revoked_at) VALUES (?, ?, 0, '2026-01-01', ?)`,
    ).run(name, digest, revokedAt);
  };
  add('Gestionale', 'd1', '2026-01-02');
  add('gestionale', 'd2', null);
  expect(() => add('GESTIONALE', 'd3', null)).toThrow(/UNIQUE/);
  expect(() => add('Altro', 'd1', null)).toThrow(/UNIQUE/);
});
