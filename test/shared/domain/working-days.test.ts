import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, isDay, type Day } from '../../../src/shared/domain/day.ts';
import { addWorkingDays, dueDay, isWorkingDay } from '../../../src/shared/domain/working-days.ts';

function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

describe('a working day', () => {
  test.each([
    ['2026-01-01', false],
    ['2026-01-06', false],
    ['2026-04-06', false],
    ['2025-04-21', false],
    ['2024-04-01', false],
    ['2027-03-29', false],
    ['2030-04-22', false],
    ['2038-04-26', false],
    ['2024-04-25', false],
    ['2026-05-01', false],
    ['2026-06-02', false],
    ['2025-08-15', false],
    ['2024-11-01', false],
    ['2026-12-08', false],
    ['2026-12-25', false],
    ['2025-12-26', false],
    ['2024-10-04', true],
    ['2019-10-04', true],
    ['2030-10-04', false],
    ['2027-10-04', false],
    ['2028-10-04', false],
    ['2026-04-03', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2026-12-24', true],
  ])('%s: %j', (text, expected) => {
    expect(isWorkingDay(day(text))).toBe(expected);
  });
});

describe('the Monday after Easter', () => {
  // As the calendars of these years print Easter; 2049 and 2076 are the years that the plain rule misses.
  it.each([
    ['1990-04-15', '1991-03-31', '1994-04-03', '1999-04-04', '2000-04-23', '2001-04-15', '2008-03-23'],
    ['2011-04-24', '2016-03-27', '2019-04-21', '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09'],
    ['2026-04-05', '2028-04-16', '2029-04-01', '2031-04-13', '2032-03-28', '2033-04-17', '2034-04-09'],
    ['2035-03-25', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28'],
  ])('follows %s and %s …', (...easters) => {
    for (const easter of easters)
      expect([easter, isWorkingDay(addDays(day(easter), 1))]).toEqual([easter, false]);
  });
});

describe('the due day', () => {
  test.each([
    ['2026-11-23', '2026-11-25', 'a plain Monday'],
    ['2026-11-19', '2026-11-23', 'Thursday, over a week-end'],
    ['2026-11-20', '2026-11-24', 'Friday, over a week-end'],
    ['2026-11-21', '2026-11-24', 'a Saturday counts from Monday'],
    ['2026-04-02', '2026-04-07', 'over Easter'],
    ['2025-12-23', '2025-12-29', 'over Christmas'],
    ['2026-12-30', '2027-01-04', 'over the new year'],
    ['2027-10-01', '2027-10-06', 'San Francesco, from 2026'],
    ['2021-10-01', '2021-10-05', 'no San Francesco before 2026'],
  ])('of %s is %s (%s)', (from, expected) => {
    expect(dueDay(day(from))).toBe(expected);
    expect(dueDay(day(from))).toBe(expected);
  });

  it('is always a working day, with exactly one other in between', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n));
    fc.assert(
      fc.property(anyDay, (from) => {
        const due = dueDay(from);
        let working = 0;
        for (let at = addDays(from, 1); at <= due; at = addDays(at, 1)) if (isWorkingDay(at)) working++;
        expect(working).toBe(2);
        expect(isWorkingDay(due)).toBe(true);
        expect(addWorkingDays(addWorkingDays(from, 1), 1)).toBe(due);
      }),
    );
  });
});
