import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import { feedSearch, wipeSearch } from '../../src/main/ledger/feed-search.ts';
import { openReadable, type ReadableLedger } from '../../src/main/ledger/open.ts';
import { countPayments, listPayments } from '../../src/main/ledger/payment-list.ts';
import { searchFile } from '../../src/main/ledger/search-index.ts';
import { paymentFilter } from '../../src/shared/contract/schemas/payments.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { openOffice } from '../helpers/office.ts';

const searches = [
  'niccolo',
  'ZUCCALÀ',
  'mensa',
  'binvit9x',
  '2026-03',
  '0120',
  '301',
  'FNT',
  "d'aprile",
  '1,00',
  '"',
  'zzz',
];

it('the index of texts finds what a look at every text finds, however far it is behind the ledger', async () => {
  const comune = demoComune('2026-03-31' as Day);
  const office = await openOffice({ settings: comune.settings });
  const folder = join(office.folder, 'archivio');
  const papers = comune.files.map(({ path, bytes }) => [path, bytes] as const);
  const compare = (): void => {
    const found = answers(folder);
    rmSync(searchFile(folder), { force: true });
    expect(found).toEqual(answers(folder));
  };
  const feed = (): void => feedSearch(folder, () => false, 0);
  await office.drop(Object.fromEntries(papers.slice(0, 40)));
  feed();
  expect(answers(folder).join('').length).toBeGreaterThan(100);
  compare();
  feed();
  await office.drop(Object.fromEntries(papers.slice(40, 80)));
  compare();
  feed();
  const [last] = await office.history();
  await office.undo(last?.id ?? 0);
  compare();
  feed();
  await office.drop(Object.fromEntries(papers.slice(80)));
  feed();
  feed();
  compare();
  // One that was stopped, one that was emptied, and one that is none.
  feedSearch(folder, () => true, 0);
  compare();
  feed();
  wipeSearch(folder);
  compare();
  writeFileSync(searchFile(folder), 'no index at all, but long enough to be read as one'.repeat(100));
  compare();
}, 60_000);

function answers(folder: string): string[] {
  const opened = openReadable(folder);
  if (!opened.ok || opened.value === null) throw new Error('no ledger');
  const ledger = opened.value;
  try {
    return searches.map((search) => JSON.stringify(answer(ledger, search)));
  } finally {
    ledger.close();
  }
}

function answer(ledger: ReadableLedger, search: string): unknown {
  const today = '2026-03-31' as Day;
  const filter = paymentFilter.parse({ search });
  const page = {
    sort: { by: 'cents', descending: true },
    after: null,
    limit: 1_000,
    backward: false,
  } as const;
  const { rows } = listPayments(ledger, today, filter, page);
  return [countPayments(ledger, today, filter), rows.map(({ iuv, iur, index }) => [iuv, iur, index])];
}
