import { expect, it, onTestFinished } from 'vitest';
import { sealsOfDocuments } from '../../../src/main/ledger/seals/seal-text.ts';
import { heldBytes } from '../../helpers/heap.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

it('the seals of many long documents are made without holding what those say', () => {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  const [documents, length] = [1_000, 30_000];
  ledger
    .prepare(
      `INSERT INTO documents (id, name, kind, ente, imported_at, warnings)
       WITH RECURSIVE n (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM n WHERE id < ?)
       SELECT id, 'f.xml', 'flusso', '', '2026-03-11', hex(zeroblob(? / 2)) FROM n`,
    )
    .run(documents, length);
  const before = heldBytes();
  const held: number[] = [];
  const seals = sealsOfDocuments(ledger, 1, documents, () => held.push(heldBytes() - before));
  expect(seals.size).toBe(documents);
  expect(held.length).toBeGreaterThan(0);
  expect(Math.max(...held)).toBeLessThan((documents * length) / 4);
});

it('what is asked for each range of documents is prepared once, until the tables are others', () => {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  ledger.exec(
    `INSERT INTO documents (id, name, kind, ente, imported_at) VALUES (1, 'f.xml', 'flusso', '', '2026-03-11')`,
  );
  const prepare = ledger.prepare.bind(ledger);
  let prepared = 0;
  ledger.prepare = (sql: string) => {
    prepared += 1;
    return prepare(sql);
  };
  const seal = (): string | undefined =>
    sealsOfDocuments(ledger, 1, 500, () => undefined)
      .get(1)
      ?.toString('hex');
  const first = seal();
  const once = prepared;
  expect(once).toBeGreaterThan(0);
  expect(seal()).toBe(first);
  expect(prepared).toBe(once);
  ledger.exec(`ALTER TABLE documents ADD COLUMN more TEXT DEFAULT 'x'`);
  expect(seal()).not.toBe(first);
  expect(prepared).toBe(2 * once);
});
