import Database from 'better-sqlite3';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { feedSearch } from '../../../src/main/ledger/feed-search.ts';
import { openReadable, openWritable, type ReadableLedger } from '../../../src/main/ledger/open.ts';
import { listPayments } from '../../../src/main/ledger/payment-list.ts';
import { attachSearch, searchFile } from '../../../src/main/ledger/search-index.ts';
import { writeSealed } from '../../../src/main/ledger/seals/write-seals.ts';
import { createSearchFeed } from '../../../src/main/worker/search-feed.ts';
import { paymentFilter } from '../../../src/shared/contract/schemas/payments.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { aPayment, aRicevuta, anOffice } from '../../scenarios/papers.ts';

const name = 'Zqxuvio Qwerzina';
let folder = '';

beforeEach(async () => {
  const office = await anOffice();
  const debtor = { name, codiceFiscale: 'RSSMRA80A01H501U' };
  await office.drop({
    'rt-1.xml': aRicevuta(aPayment(1, 100), { debtor }),
    'rt-2.xml': aRicevuta(aPayment(2, 200)),
  });
  await office.core.close();
  folder = join(office.folder, 'archivio');
  feedSearch(folder, () => false, 0);
});

function look(): ReadableLedger {
  const opened = openReadable(folder);
  if (!opened.ok || opened.value === null) throw new Error('no ledger');
  const ledger = opened.value;
  onTestFinished(() => void ledger.close());
  return ledger;
}

/** How many payments are found, and whether the index was asked for them. */
function search(ledger: ReadableLedger, text: string): { readonly hits: number; readonly byIndex: boolean } {
  const prepare = vi.spyOn(ledger, 'prepare');
  const page = { sort: null, after: null, limit: 10, backward: false };
  const { rows } = listPayments(ledger, '2026-03-31' as Day, paymentFilter.parse({ search: text }), page);
  const byIndex = prepare.mock.calls.some(([sql]) => sql.includes('ricerca.words'));
  prepare.mockRestore();
  return { hits: rows.length, byIndex };
}

function isNamedIn(file: string): boolean {
  return readFileSync(file).includes('zqxuvio');
}

it('the index finds a part of a name whatever its case and accents, and is no part of the ledger', () => {
  expect(search(look(), 'ZQXÙVI')).toEqual({ hits: 1, byIndex: true });
  expect(isNamedIn(searchFile(folder))).toBe(true);
});

it.each([
  ['was overwritten', (file: string) => writeFileSync(file, 'no database, but long enough'.repeat(800))],
  ['was cut', (file: string) => truncateSync(file, 5_000)],
  [
    'has pages of something else',
    (file: string) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill('garbage', 4_096, bytes.length));
    },
  ],
  [
    'is of another program',
    (file: string) => {
      writeFileSync(file, '');
      const other = new Database(file);
      other.exec('CREATE TABLE state (what TEXT); CREATE VIEW words AS SELECT 1');
      other.close();
    },
  ],
])('an index that %s is no error to anybody, and is made anew', (_what, damage) => {
  damage(searchFile(folder));
  const ledger = look();
  expect(search(ledger, 'zqxuvi').hits).toBe(1);
  // The first time it is thrown away; the next time it is made.
  feedSearch(folder, () => false, 0);
  feedSearch(folder, () => false, 0);
  attachSearch(ledger, folder);
  expect(search(ledger, 'zqxuvi')).toEqual({ hits: 1, byIndex: true });
});

it('whom the ledger forgot is found no more, and is gone from the file, also when nobody emptied it at once', () => {
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  writeSealed(opened.value, () =>
    opened.value.exec(`UPDATE ricevute SET debtor_name = NULL;
      INSERT INTO minimisations (before_day, author, made_at, counts)
      VALUES ('2026-01-01', 'c.bianchi', '2026-03-31T10:00:00.000Z', '{}')`),
  );
  opened.value.close();
  expect(search(look(), 'zqxuvi')).toEqual({ hits: 0, byIndex: false });
  feedSearch(folder, () => false, 0);
  expect(search(look(), 'zqxuvi')).toEqual({ hits: 0, byIndex: true });
  expect(isNamedIn(searchFile(folder))).toBe(false);
});

it('is looked after by its thread when something was written', async () => {
  const defects: unknown[] = [];
  const feed = createSearchFeed(folder, (error) => defects.push(error), 1);
  feed.changed();
  // So few payments need no index: the one that was made all the same goes.
  await vi.waitUntil(() => !existsSync(searchFile(folder)) || !isNamedIn(searchFile(folder)), 10_000);
  await feed.close();
  expect(defects).toEqual([]);
});

it('is emptied by its thread while somebody looks, and a small ledger has none', async () => {
  const ledger = look();
  expect(search(ledger, 'zqxuvi').byIndex).toBe(true);
  const defects: unknown[] = [];
  const feed = createSearchFeed(folder, (error) => defects.push(error));
  await feed.forget();
  await feed.close();
  expect(isNamedIn(searchFile(folder))).toBe(false);
  expect(search(ledger, 'zqxuvi')).toEqual({ hits: 1, byIndex: false });
  feedSearch(folder, () => false, 0);
  feedSearch(folder, () => false);
  expect(isNamedIn(searchFile(folder))).toBe(false);
  expect(defects).toEqual([]);
});
