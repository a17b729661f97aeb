import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isDay, type Day } from '../../../../src/shared/domain/day.ts';
import { oneMonthBefore } from '../../../../src/shared/domain/message/one-month-before.ts';
import { day } from './recipients.ts';

describe('one month before', () => {
  it.each([
    ['2027-03-31', '2027-02-28'],
    ['2028-03-31', '2028-02-29'],
    ['2028-03-29', '2028-02-29'],
    ['2027-03-28', '2027-02-28'],
    ['2027-05-31', '2027-04-30'],
    ['2027-01-15', '2026-12-15'],
    ['2027-08-31', '2027-07-31'],
    ['2000-03-30', '2000-02-29'],
    ['2027-03-01', '2027-02-01'],
  ])('of %s is %s', (from, expected) => {
    expect(oneMonthBefore(day(from))).toBe(expected);
  });

  const days = fc.integer({ min: 0, max: 39_000 }).map((n) => addDays(day('1991-01-01'), n));

  it('is in the month before, on the same day or on the last one', () => {
    fc.assert(
      fc.property(days, (from) => {
        const before = oneMonthBefore(from);
        expect(isDay(before)).toBe(true);
        expect(monthNumber(from) - monthNumber(before)).toBe(1);
        const isLast = monthNumber(addDays(before, 1)) === monthNumber(from);
        expect(before.slice(8) === from.slice(8) || (isLast && before.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });

  it('never goes back in time when the day goes on', () => {
    fc.assert(
      fc.property(days, (from) => {
        const step = daysBetween(oneMonthBefore(from), oneMonthBefore(addDays(from, 1)));
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(4);
      }),
    );
  });
});

function monthNumber(of: Day): number {
  return Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
}
