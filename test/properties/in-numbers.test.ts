import { expect, it, onTestFinished } from 'vitest';
import { derivedDigest } from '../../src/main/ledger/derived-rows.ts';
import type { WritableLedger } from '../../src/main/ledger/open.ts';
import { rederive } from '../../src/main/worker/rederive.ts';
import { aLedgerToMatch } from '../bench/match-ledger.ts';
import { aFolder, opened } from '../helpers/small-ledger.ts';

it('sixty thousand payments found at once are those that are found again one by one', () => {
  const folder = aFolder();
  aLedgerToMatch(folder, 60_000);
  const ledger = opened(folder);
  onTestFinished(() => void ledger.close());
  const schema = schemaOf(ledger);
  const dropped = droppedBy(ledger, () => rederive(ledger, () => undefined));
  expect(dropped.filter((sql) => sql.includes('payments_cents'))).toHaveLength(1);
  expect(schemaOf(ledger)).toEqual(schema);
  expect(ledger.pragma('integrity_check', { simple: true })).toBe('ok');
  const digest = derivedDigest(ledger);

  // All of them are there: each is held against what it was, and nothing is put off.
  expect(droppedBy(ledger, () => rederive(ledger, () => undefined))).toEqual([]);
  expect(derivedDigest(ledger)).toBe(digest);
}, 120_000);

const schemaOf = (ledger: WritableLedger): unknown[] =>
  ledger.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

/** What is dropped of the ledger while something is done. */
function droppedBy(ledger: WritableLedger, act: () => void): string[] {
  const dropped: string[] = [];
  const exec = ledger.exec.bind(ledger);
  ledger.exec = (sql: string) => {
    if (sql.startsWith('DROP') && sql.includes('main.')) dropped.push(sql);
    return exec(sql);
  };
  act();
  ledger.exec = exec;
  return dropped;
}
