import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../src/shared/domain/day.ts';
import { mayBeOneSeason, mayHavePaidFor } from '../../../../src/shared/domain/message/season.ts';

describe('two days of one tax', () => {
  it.each([
    ['2026-05-16', '2026-12-16', true],
    ['2026-05-16', '2027-02-28', true],
    // The next year asks anew, of who has paid as of who has not.
    ['2026-05-16', '2027-05-16', false],
    ['2026-12-16', '2027-05-16', false],
    [null, '2027-05-16', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(mayBeOneSeason(one as Day | null, other as Day | null)).toBe(expected);
    expect(mayBeOneSeason(other as Day | null, one as Day | null)).toBe(expected);
  });
});

describe('what was paid on a day', () => {
  it.each([
    ['2026-12-16', '2026-03-10', true],
    ['2026-05-16', '2025-12-16', false],
    // The last instalment of a year, paid all at once in the spring before; and one that was paid late.
    ['2027-02-28', '2026-05-16', true],
    ['2026-12-16', '2027-01-10', true],
    ['2026-12-16', null, true],
  ])('for what falls due on %s, if on %s: %s', (due, paid, expected) => {
    expect(mayHavePaidFor(due as Day, paid as Day | null)).toBe(expected);
  });
});
