import { describe, expect, it } from 'vitest';
import { toldByLists } from '../../../src/main/reconciliation/list-lines.ts';
import { matchIuv } from '../../../src/main/reconciliation/match-iuv.ts';
import type { Claim } from '../../../src/main/reconciliation/payment-draft.ts';
import type { Day } from '../../../src/shared/domain/day.ts';

let nextId = 1;

/** A line of the list `document` of 100 cents, of a day of January; null: it tells no day. */
function line(document: number, dayOfMonth: number | null, over: Partial<Claim> = {}): Claim {
  const id = nextId++;
  return {
    id,
    document,
    listed: true,
    iur: '',
    index: 1,
    cents: 100,
    totalCents: 100,
    standing: 'paid',
    paidOn: dayOfMonth === null ? null : (`2026-01-${dayOfMonth}` as Day),
    issuedAt: '',
    debtor: null,
    digest: `line ${id}`,
    notes: [],
    ...over,
  };
}

const receipt = (iur: string, index: number, cents: number): Claim =>
  line(nextId, 15, { iur, index, cents, totalCents: cents, listed: false });

/** Of each payment: from which lists, and of which days. */
const told = (lines: readonly Claim[]): string[] =>
  toldByLists(lines).map(
    ({ lines: same }) =>
    same.map(({ document, paidOn }) => `${document}/${paidOn?.slice(-2) ?? '-'}`).toSorted().join(' '), // prettier-ignore
  );

describe('lines of lists without IUR', () => {
  it.each<[string, Claim[], string[]]>([
    ['of one day in two lists are one payment', [line(1, 15), line(2, 15)], ['1/15 2/15']],
    ['of one list are as many as it tells', [line(1, 15), line(1, 15)], ['1/15', '1/15']],
    [
      'of two lists meet one by one',
      [line(1, 15), line(1, 15), line(2, 15), line(2, 15), line(3, 15)],
      ['1/15 2/15 3/15', '1/15 2/15'],
    ],
    ['of days that follow are one payment', [line(1, 15), line(2, 16)], ['1/15 2/16']],
    [
      'of a third day are another one, counted from the first',
      [line(3, 17), line(2, 16), line(1, 15), line(4, 18)],
      ['1/15 2/16', '3/17 4/18'],
    ],
    ['of days apart are two', [line(2, 25), line(1, 15)], ['1/15', '2/25']],
    ['of different amounts are two', [line(2, 15, { cents: 200 }), line(1, 15)], ['1/15', '2/15']],
    ['without a day are of any day of another list', [line(2, null), line(1, 25)], ['1/25 2/-']],
    ['without a day are another payment in the same list', [line(1, null), line(1, 25)], ['1/25', '1/-']],
    [
      'without a day fill the first days first, and what is beyond them together',
      [line(1, 15), line(1, 25), line(2, null), line(3, null), line(3, null), line(3, null), line(4, null)],
      ['1/15 2/- 3/- 4/-', '1/25 3/-', '3/-'],
    ],
    [
      'without a day, more than there are days, are the same in two lists',
      [line(1, 15), line(2, null), line(2, null), line(3, null), line(3, null)],
      ['1/15 2/- 3/-', '2/- 3/-'],
    ],
  ])('%s', (_rule, lines, expected) => {
    for (const order of [lines, lines.toReversed()]) expect(told(order)).toEqual(expected);
  });

  it('are numbered from one', () => {
    expect(
      toldByLists([line(1, 25), line(1, 15)]).map(({ number, lines: [one] }) => [number, one?.paidOn]),
    ).toEqual([
      [1, '2026-01-15'],
      [2, '2026-01-25'],
    ]);
  });

  it('are many more than ten in the order of the list', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => line(1, 15, { index: i }));
    expect(toldByLists(twelve).map(({ lines: [one] }) => one?.index)).toEqual(
      twelve.map(({ index }) => index),
    );
  });
});

/** How many payments of lists alone are left. */
const left = (claims: readonly Claim[]): number =>
  matchIuv(claims, [], []).filter(({ iur }) => iur === '').length;

const parts = (iur: string): Claim[] => [receipt(iur, 1, 70), receipt(iur, 2, 30)];

describe('a line that is the sum of what a receipt pays us', () => {
  it('takes one receipt whole, and another line takes the next', () => {
    expect(left([...parts('A'), line(9, 15)])).toBe(0);
    expect(left([...parts('A'), line(9, 15), line(9, 15)])).toBe(1);
    expect(left([...parts('A'), ...parts('B'), line(9, 15), line(9, 15)])).toBe(0);
    expect(left([...parts('A'), ...parts('B'), line(9, 15), line(9, 15), line(9, 15)])).toBe(1);
  });

  it('takes no receipt of which another line tells a part already', () => {
    expect(left([...parts('A'), line(9, 15, { cents: 70 }), line(9, 15)])).toBe(1);
  });

  it('is of that day, of the next, or of none', () => {
    expect([14, 15, 16, null].map((on) => left([...parts('A'), line(9, on)]))).toEqual([0, 0, 0, 0]);
    expect([13, 17].map((on) => left([...parts('A'), line(9, on)]))).toEqual([1, 1]);
  });
});
