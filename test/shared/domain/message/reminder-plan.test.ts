import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/shared/domain/day.ts';
import {
  daysMissed,
  lookBackDays,
  mustAsk,
  reminderDaysOf,
  turnOf,
} from '../../../../src/shared/domain/message/reminder-plan.ts';
import { day } from './recipients.ts';

describe('the turn of a reminder', () => {
  const days = reminderDaysOf(day('2026-12-16'), 7);

  it.each([
    ['the day before', '2026-12-08', 'later'],
    ['on its day', '2026-12-09', 'now'],
    ['when the computer was off on its day', '2026-12-14', 'now'],
    ['on the day on which it falls due', '2026-12-16', 'now'],
    ['when it is too late to be of use', '2026-12-17', 'over'],
  ])('%s', (_, today, turn) => {
    expect(days).toEqual({ on: '2026-12-09', until: '2026-12-16' });
    expect(turnOf(days, day(today))).toBe(turn);
  });

  it('is not made up for after thirty days, however useful', () => {
    const long = { on: day('2026-01-01'), until: day('2026-12-31') };
    expect(turnOf(long, day('2026-01-31'))).toBe('now');
    expect(turnOf(long, day('2026-02-01'))).toBe('over');
  });

  it('comes once: whatever days nobody looked, the first look in time finds it, and none after it does not', () => {
    const start = day('2026-01-01');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 40, max: 400 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 440 }), { maxLength: 60 }),
        (daysBefore, due, looks) => {
          const dueDay = addDays(start, due);
          const window = reminderDaysOf(dueDay, daysBefore);
          const sent: number[] = [];
          for (const look of looks.toSorted((a, b) => a - b))
            if (sent.length === 0 && turnOf(window, addDays(start, look)) === 'now') sent.push(look);
          const inTime = looks.filter((look) => look >= due - daysBefore && look <= due);
          expect(sent).toEqual(inTime.length === 0 ? [] : [Math.min(...inTime)]);
        },
      ),
    );
  });
});

describe('days on which nobody looked', () => {
  it.each([
    [null, lookBackDays],
    ['2027-03-09', 0],
    ['2027-03-08', 0],
    ['2027-02-20', 16],
    ['2026-02-20', lookBackDays],
    // The clock was ahead for a while.
    ['2099-01-01', 0],
  ])('since %s: %i', (checkedOn, missed) => {
    expect(daysMissed(checkedOn === null ? null : day(checkedOn), day('2027-03-09'))).toBe(missed);
  });

  it('are why a person is asked, when there is a lot', () => {
    const today = day('2027-03-09');
    expect(mustAsk(201, day('2027-02-20'), today)).toBe(true);
    expect(mustAsk(200, day('2027-02-20'), today)).toBe(false);
    expect(mustAsk(5_000, day('2027-03-08'), today)).toBe(false);
    expect(mustAsk(5_000, null, today)).toBe(true);
  });
});
