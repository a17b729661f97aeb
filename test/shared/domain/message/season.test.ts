import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../src/shared/domain/day.ts';
import { mayBeOneSeason } from '../../../../src/shared/domain/message/season.ts';

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
