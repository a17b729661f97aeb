import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { pagesByIndex, pagesInMemory } from '../../../src/main/ledger/known-pages.ts';
import { insertDocument, insertPart } from '../../../src/main/ledger/documents.ts';
import type { WritableLedger } from '../../../src/main/ledger/open.ts';
import { run } from '../../../src/main/ledger/statements.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

function aLedger(): WritableLedger {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  return ledger;
}

const aDocument = {
  name: 'carte',
  kind: 'ricevuta',
  ente: 'x',
  importedAt: '2026-03-10T10:00:00.000Z',
} as const;
const aPart = { header: null, pageGroup: null };

/** Two that begin alike, as no two digests do, and some that do not. */
const digests = [`${'a'.repeat(16)}1`, `${'a'.repeat(16)}2`, 'b', '', '0123456789abcdef0123456789abcdef'];
const digest = fc.constantFrom(...digests);
const step = fc.oneof(
  { arbitrary: fc.record({ kept: fc.array(digest, { minLength: 1, maxLength: 3 }) }), weight: 4 },
  { arbitrary: fc.record({ undone: fc.nat(20) }), weight: 1 },
  // What is taken back leaves nothing, and its numbers are given again.
  { arbitrary: fc.record({ refused: fc.array(digest, { minLength: 1, maxLength: 3 }) }), weight: 1 },
);

it('says without an index what it says with one, whatever was kept, undone or taken back', () => {
  const ledger = aLedger();
  let found = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 12 }), (before, steps) => {
      ledger.exec('BEGIN');
      let id = 0;
      let pages = pagesByIndex(ledger);
      const keep = (told: readonly string[]): void => {
        insertDocument(ledger, { ...aDocument, id: ++id });
        for (const [part, one] of told.entries()) {
          insertPart(ledger, id, part, { ...aPart, digest: one });
          pages.note(id, one);
        }
      };
      const take = (one: (typeof steps)[number]): void => {
        if ('kept' in one) keep(one.kept);
        else if ('undone' in one)
          run(ledger, `UPDATE documents SET undone_at = 'x' WHERE id = ?`, [one.undone]);
        else {
          ledger.exec('SAVEPOINT file');
          keep(one.refused);
          ledger.exec('ROLLBACK TO file; RELEASE file');
          id -= 1;
        }
      };
      try {
        before.forEach(take);
        pages = pagesInMemory(ledger);
        steps.forEach(take);
        const byIndex = pagesByIndex(ledger);
        for (const one of digests)
          for (const except of [0, 1, id]) {
            const said = byIndex.saidBy(one, except);
            expect(pages.saidBy(one, except)).toBe(said);
            if (said !== null) found += 1;
          }
      } finally {
        ledger.exec('ROLLBACK');
      }
    }),
    { seed: 31, numRuns: 300 },
  );
  expect(found).toBeGreaterThan(1_000);
});

it('finds each of very many, and nobody else', () => {
  const ledger = aLedger();
  const many = 20_000;
  ledger.exec(`
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${many})
      INSERT INTO documents (id, name, kind, ente, imported_at) SELECT i, 'carte', 'ricevuta', 'x', 'y' FROM c;
    INSERT INTO document_parts (document_id, part, digest) SELECT id, 0, printf('%016x', id * 7919) FROM documents;`);
  const pages = pagesInMemory(ledger);
  for (let id = 1; id <= many; id += 97) {
    expect(pages.saidBy(digestOf(id), 0)).toBe(id);
    expect(pages.saidBy(digestOf(id), id)).toBeNull();
    expect(pages.saidBy(digestOf(many + id), 0)).toBeNull();
  }
});

it('holds once what a document says very often', () => {
  const ledger = aLedger();
  insertDocument(ledger, { ...aDocument, id: 1 });
  insertPart(ledger, 1, 0, { ...aPart, digest: 'a' });
  const pages = pagesInMemory(ledger);
  const begun = process.cpuUsage();
  for (let n = 0; n < 200_000; n++) pages.note(1, 'a');
  expect(pages.saidBy('a', 0)).toBe(1);
  // Each time behind all others, it would be minutes.
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
});

function digestOf(id: number): string {
  return (id * 7919).toString(16).padStart(16, '0');
}
