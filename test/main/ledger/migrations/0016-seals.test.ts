import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../../src/main/ledger/migrate.ts';
import { migrations } from '../../../../src/main/ledger/migrations/index.ts';
import { brokenSeals } from '../../../../src/main/ledger/seals/broken-seals.ts';
import { sealAll } from '../../../../src/main/ledger/seals/seal-all.ts';

it('gives every row that there is its seal', () => {
  const db = new Database(':memory:');
  const version = 16;
  migrate(
    db,
    migrations.filter((step) => step.version < version),
  );
  db.exec(`
    INSERT INTO ledger (singleton, id, created_at, settings) VALUES (1, 'a', '2026-01-01T10:00:00.000Z', '{}');
    INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'n', 'ricevuta', 'e', 'm');
    INSERT INTO document_parts (document_id, part, digest) VALUES (1, 0, 'd');
    INSERT INTO preferences VALUES ('a', '1')`);
  const steps = migrations.filter((step) => step.version <= version);
  expect(migrate(db, steps)).toEqual({ ok: true, value: undefined });
  sealAll(db);
  const sealed = db.prepare(`SELECT tbl, key FROM seals WHERE tbl <> '' ORDER BY tbl, key`).raw().all();
  expect(sealed).toEqual([
    ['documents', '[1]'],
    ['io_outbox', '[1]'],
    ['ledger', '[1]'],
    ['preferences', '["a"]'],
    ['sqlite_sequence', '[]'],
  ]);
  expect([...brokenSeals(db, () => undefined)]).toEqual([]);
});
