import { describe, expect, it, onTestFinished } from 'vitest';
import { keepFacts, keepPayments } from '../../../src/main/ledger/index-afterwards.ts';
import type { WritableLedger } from '../../../src/main/ledger/open.ts';
import { aFolder, opened } from '../../helpers/small-ledger.ts';

function aLedger(): WritableLedger {
  const ledger = opened(aFolder());
  onTestFinished(() => void ledger.close());
  return ledger;
}

const schemaOf = (ledger: WritableLedger, table: string): unknown[] =>
  ledger
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type, name`,
    )
    .all(table);

const indexes = (ledger: WritableLedger): unknown[] =>
  ['document_parts', 'righe', 'transfers', 'ricevute', 'movimenti', 'posizioni'].flatMap((table) =>
    schemaOf(ledger, table),
  );

const countsOf = (ledger: WritableLedger): unknown[] =>
  ledger.prepare('SELECT due_day, count, cents FROM payment_counts ORDER BY due_day').all();

function addPayments(ledger: WritableLedger, from: number, upTo: number): void {
  ledger
    .prepare(
      `WITH RECURSIVE c(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM c WHERE i < ?)
       INSERT INTO payments (iuv, iur, idx, cents, evidence, due_day, status, late_status)
       SELECT printf('01%015d', i), 'A', 1, i, 7, printf('2026-03-%02d', 1 + i % 3), 'complete', 'complete' FROM c`,
    )
    .run(from, upTo);
}

describe('payments that come in numbers', () => {
  it('are kept without indexes and counter, which are there afterwards and right', () => {
    const ledger = aLedger();
    const before = schemaOf(ledger, 'payments');
    const heard: number[] = [];
    const expected: number[] = [];
    keepPayments(
      ledger,
      50_000,
      (share, next) => {
        heard.push(share);
        if (next !== undefined) expected.push(next.share);
      },
      () => {
        expect(schemaOf(ledger, 'payments')).toHaveLength(1);
        addPayments(ledger, 1, 7);
        expect(countsOf(ledger)).toEqual([]);
      },
    );
    expect(schemaOf(ledger, 'payments')).toEqual(before);
    expect(countsOf(ledger)).toEqual([
      { due_day: '2026-03-01', count: 2, cents: 9 },
      { due_day: '2026-03-02', count: 3, cents: 12 },
      { due_day: '2026-03-03', count: 2, cents: 7 },
    ]);
    // Each piece is told before it is made, with what will be then.
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(expected).toHaveLength(before.length - 1);
    expect([heard.at(-1), expected.at(-1)]).toEqual([1, 1]);
    expect(ledger.pragma('integrity_check', { simple: true })).toBe('ok');
    addPayments(ledger, 8, 8);
    expect(countsOf(ledger)).toContainEqual({ due_day: '2026-03-03', count: 3, cents: 15 });
  });

  it('can be stopped while the indexes are made, and all is as it was', () => {
    const ledger = aLedger();
    const before = schemaOf(ledger, 'payments');
    let heard = 0;
    const stop = (): void => {
      if ((heard += 1) > 3) throw new Error('stopped');
    };
    const keep = ledger.transaction(() =>
      keepPayments(ledger, 50_000, stop, () => addPayments(ledger, 1, 7)),
    );
    expect(keep).toThrow('stopped');
    expect(schemaOf(ledger, 'payments')).toEqual(before);
    expect(ledger.prepare('SELECT count(*) FROM payments').pluck().get()).toBe(0);
    expect(countsOf(ledger)).toEqual([]);
  });

  it.each([
    ['few', 0, 49_999],
    ['not much more than there are', 30_000, 59_999],
  ])('are kept with them when they are %s', (_which, there, iuvs) => {
    const ledger = aLedger();
    addPayments(ledger, 1, there);
    const before = schemaOf(ledger, 'payments');
    let seen: unknown[] = [];
    keepPayments(
      ledger,
      iuvs,
      () => undefined,
      () => void (seen = schemaOf(ledger, 'payments')),
    );
    expect(seen).toEqual(before);
  });
});

describe('facts', () => {
  it('of papers larger than the ledger are kept without the indexes that nobody asks meanwhile', () => {
    const ledger = aLedger();
    const before = indexes(ledger);
    const missing = keepFacts(
      ledger,
      8_000_000,
      () => undefined,
      () => before.length - indexes(ledger).length,
    );
    expect(missing).toBe(9);
    expect(indexes(ledger)).toEqual(before);
  });

  it('of few papers are kept with them', () => {
    const ledger = aLedger();
    const before = indexes(ledger);
    expect(
      keepFacts(
        ledger,
        7_999_999,
        () => undefined,
        () => indexes(ledger),
      ),
    ).toEqual(before);
  });
});
