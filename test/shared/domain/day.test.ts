import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  formatDay,
  instantKey,
  isDay,
  parseDay,
  parseDayAs,
  parseItalianDay,
  weekday,
  type Day,
  type DayOrder,
} from '../../../src/shared/domain/day.ts';

function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

const anyDay = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 864e5, max: Date.UTC(2100, 11, 31) / 864e5 })
  .map((n) => day(new Date(n * 864e5).toISOString().slice(0, 10)));

describe('a day in an XML document', () => {
  test.each([
    ['2024-07-26', '2024-07-26'],
    ['2018-05-11Z', '2018-05-11'],
    ['2017-06-07+02:00', '2017-06-07'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2100-12-31', '2100-12-31'],
    ['1990-01-01', '1990-01-01'],
    ['2023-02-29', null],
    ['2100-02-29', null],
    ['2024-04-31', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['2024-01-00', null],
    ['1989-12-31', null],
    ['2101-01-01', null],
    ['2024-7-26', null],
    ['26/07/2024', null],
    ['20240726', null],
    ['2024-07-26 Z', null],
    ['2024-07-26Zx', null],
    ['2024-07-26+0200', '2024-07-26'],
    ['2024-07-26+2:00', null],
    ['2024-0:-10', null],
    ['2024-1/-10', null],
    ['2024-07/26', null],
    ['2024/07-26', null],
    ['2024-07-26 ', null],
    ['2024-07-26T10:00:00', null],
    ['', null],
  ])('%j reads as %j', (text, expected) => {
    const read = parseDay(text);
    expect(read).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-day', value: text } }
        : { ok: true, value: expected },
    );
  });
});

describe('the Italian day of an instant', () => {
  test.each([
    ['2024-12-31T23:30:00', '2024-12-31'],
    ['2024-12-31T23:30:00Z', '2025-01-01'],
    ['2024-07-31T22:00:00Z', '2024-08-01'],
    ['2024-07-31T21:59:59.999Z', '2024-07-31'],
    ['2024-07-31T23:59:59+02:00', '2024-07-31'],
    ['2024-08-01T00:30:00+09:00', '2024-07-31'],
    ['2024-07-31T20:00:00-05:00', '2024-08-01'],
    ['2024-07-31T22:00Z', '2024-08-01'],
    ['2024-07-31T24:00:00', '2024-08-01'],
    ['2024-07-31T22:00:00+0000', '2024-08-01'],
    ['1989-12-31T23:30:00Z', '1990-01-01'],
    ['2024-07-31', '2024-07-31'],
    ['2024-07-31Z', '2024-07-31'],
    ['2100-12-31T23:30:00Z', null],
    ['2024-07-31T25:00:00', null],
    ['2024-07-31T24:00:01', null],
    ['2024-07-31T10:60:00', null],
    ['2024-07-31T10:00:00+15:00', null],
    ['2024-07-31 10:00:00', null],
    ['2024-02-30T10:00:00', null],
  ])('%j falls on %j', (text, expected) => {
    const read = dayOfInstant(text);
    expect(read).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-day', value: text } }
        : { ok: true, value: expected },
    );
  });

  it('agrees with the time zone database, summer time included', () => {
    const rome = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });
    const instants = fc.oneof(
      fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }),
      // Around midnight, the only minutes that matter.
      fc
        .tuple(anyDay, fc.integer({ min: -150, max: 150 }))
        .map(([at, minutes]) => new Date(Date.parse(at) + minutes * 60_000))
        .filter((at) => at.getUTCFullYear() >= 1990 && at.getUTCFullYear() < 2100),
    );
    fc.assert(
      fc.property(instants, (at) => {
        expect(dayOfInstant(at.toISOString())).toEqual({ ok: true, value: rome.format(at) });
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the time zone database at the minutes when the hour changes', () => {
    const rome = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });
    for (let year = 1990; year < 2100; year++) {
      for (const month of ['03', '09', '10']) {
        for (let dayOfMonth = 24; dayOfMonth <= 30; dayOfMonth++) {
          for (const time of ['21:59:59', '22:00:00', '22:59:59', '23:00:00']) {
            const text = `${year}-${month}-${dayOfMonth}T${time}Z`;
            expect(dayOfInstant(text)).toEqual({ ok: true, value: rome.format(new Date(text)) });
          }
        }
      }
    }
  });
});

describe('counting days', () => {
  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (from, n) => {
        const expected = new Date(Date.parse(from) + n * 864e5).toISOString().slice(0, 10);
        const to = addDays(from, n);
        expect(to).toBe(expected);
        expect(daysBetween(from, to)).toBe(n);
        expect(weekday(to)).toBe(new Date(to).getUTCDay());
      }),
    );
  });

  it('beyond the years of four digits is a defect', () => {
    expect(addDays(day('2024-01-01'), 2_912_000)).toBe('9996-10-14');
    expect(() => addDays(day('2024-01-01'), 3_000_000)).toThrow(RangeError);
    expect(() => addDays(day('2024-01-01'), -800_000)).toThrow(RangeError);
  });

  it('shows a day as Italians write it', () => {
    expect(formatDay(day('2024-07-05'))).toBe('05/07/2024');
  });
});

describe('a day as people, banks and spreadsheets write it', () => {
  test.each([
    ['31/12/2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['01-02-26', '2026-02-01'],
    ['01.02.2026', '2026-02-01'],
    [' 31/12/2026 ', '2026-12-31'],
    ['31/12/2026 10:30', '2026-12-31'],
    ['31/12/2026 9.05.07', '2026-12-31'],
    ['31/12/2026T10:30:00.123', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2026-12-31 23:30:00', '2026-12-31'],
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/02/2026', null],
    ['12/31/2026', null],
    ['00/01/2026', null],
    ['1/2/226', null],
    ['1/2/1989', null],
    ['1/2/2101', null],
    ['31/12-2026', null],
    ['31/12/2026 circa', null],
    ['31122026', null],
    ['2026/12/31', null],
    ['1 20261231', null],
    ['202612310', null],
    ['9 2026-12-31 10:00', null],
    ['x31/12/2026', null],
    ['45494', null],
    ['4,5494E+4', null],
    ['oggi', null],
    ['', null],
  ])('%j', (text, expected) => {
    const read = parseItalianDay(text);
    expect(read.ok ? read.value : null).toBe(expected);
    expect(read.ok ? '' : read.problem.code).toBe(expected === null ? 'invalid-day' : '');
  });

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const read = parseItalianDay(formatDay(one));
        expect(read.ok ? read.value : null).toBe(one);
      }),
    );
  });
});

describe('a day of a list that is known to write it so', () => {
  test.each<[DayOrder, string, string | null]>([
    ['dmy', '05/07/2024', '2024-07-05'],
    ['mdy', '05/07/2024', '2024-05-07'],
    ['ymd', '05/07/2024', null],
    ['ymd', '2024/07/05', '2024-07-05'],
    ['dmy', '2024/7/5', '2024-07-05'],
    ['mdy', '2024.07.05 10:30', '2024-07-05'],
    ['mdy', '2024-07-05', '2024-07-05'],
    ['mdy', '20240705', '2024-07-05'],
    ['dmy', ' 5.7.24 ', '2024-07-05'],
    ['mdy', '12-31-2024', '2024-12-31'],
    ['dmy', '12/31/2024', null],
    ['mdy', '31/12/2024', null],
    ['mdy', '7/31/2024 9.30', '2024-07-31'],
    ['dmy', '31/7/24T10:00:00', '2024-07-31'],
    ['mdy', '2024/07/05T10:00', '2024-07-05'],
    ['mdy', '7/31/202', null],
    ['mdy', '7/31/2', null],
    ['mdy', '7/31/xx', null],
    ['dmy', ' 5/7/2024 ', '2024-07-05'],
    ['mdy', ' 2024/7/5 ', '2024-07-05'],
    ['mdy', '107/31/2024', null],
    ['mdy', '7/31/2024x', null],
    ['ymd', '2024/7/5x', null],
    ['ymd', '12024/7/5', null],
    ['dmy', 'oggi', null],
    ['dmy', '', null],
  ])('with %s %j is %j', (order, text, expected) => {
    const read = parseDayAs(text, order);
    expect(read).toEqual(
      expected === null
        ? { ok: false, problem: { code: 'invalid-day', value: text } }
        : { ok: true, value: expected },
    );
  });
});

describe('instants in order of time', () => {
  test.each([
    ['2024-07-31T22:00:00Z', '2024-08-01T00:00:00.000000000'],
    ['2024-07-31T23:59:59.5+02:00', '2024-07-31T23:59:59.500000000'],
    ['2024-01-31T23:59:59.1234567891Z', '2024-02-01T00:59:59.123456789'],
    [' 2024-01-31T09:05:07 ', '2024-01-31T09:05:07.000000000'],
    ['2024-01-31T24:00:00', '2024-02-01T00:00:00.000000000'],
    ['2024-01-31T20:30-05:30', '2024-02-01T03:00:00.000000000'],
    ['2024-01-31T10:00:00+14:00', '2024-01-30T21:00:00.000000000'],
    ['2024-01-31T10:00:00+14:01', '2024-01-31T10:00:00+14:01'],
    ['2024-01-31T10:00:60', '2024-01-31T10:00:60'],
    ['2024-01-31T10:60:00', '2024-01-31T10:60:00'],
    ['2024-01-31T24:01:00', '2024-01-31T24:01:00'],
    ['2024-01-31 T10:00:00', '2024-01-31 T10:00:00'],
    ['2024-01-31T10:00:00 circa', '2024-01-31T10:00:00 circa'],
    [' ieri ', 'ieri'],
    ['2024-01-31', '2024-01-31'],
  ])('%j sorts as %j', (text, expected) => {
    expect(instantKey(text)).toBe(expected);
  });
});
