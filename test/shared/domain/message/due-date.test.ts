import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, isDay, type Day } from '../../../../src/shared/domain/day.ts';
import {
  dayOfDueInstant,
  dueBanner,
  dueInstant,
  italianLongDay,
} from '../../../../src/shared/domain/message/due-date.ts';

function inZone(place: string, check: () => void): void {
  const zone = process.env['TZ'];
  process.env['TZ'] = place;
  try {
    check();
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}

it.each([
  ['2026-12-16', '2026-12-16T22:59:59Z', '16 dicembre 2026'],
  ['2026-06-16', '2026-06-16T21:59:59Z', '16 giugno 2026'],
  ['2026-03-28', '2026-03-28T22:59:59Z', '28 marzo 2026'],
  ['2026-03-29', '2026-03-29T21:59:59Z', '29 marzo 2026'],
  ['2026-10-24', '2026-10-24T21:59:59Z', '24 ottobre 2026'],
  ['2026-10-25', '2026-10-25T22:59:59Z', '25 ottobre 2026'],
  ['2026-12-31', '2026-12-31T22:59:59Z', '31 dicembre 2026'],
  ['2027-01-01', '2027-01-01T22:59:59Z', '1 gennaio 2027'],
])('%s ends at %s and is written %s, wherever the computer stands', (text, instant, long) => {
  for (const place of ['America/New_York', 'Pacific/Kiritimati', 'Europe/Rome']) {
    inZone(place, () => expect(dueInstant(day(text))).toBe(instant));
  }
  expect(italianLongDay(day(text))).toBe(long);
});

it('says the end of the day as the app does', () => {
  expect(dueBanner(day('2026-12-16'))).toBe('Scade il 16/12/2026 alle ore 23:59');
});

it('every day ends at 23:59:59 of the same day in Rome', () => {
  const rome = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 104 }), (n) => {
      const any = addDays(day('1996-01-01'), n);
      const instant = dueInstant(any);
      expect(rome.format(new Date(instant))).toBe(`${any} 23:59:59`);
      expect(dayOfDueInstant(instant)).toEqual({ ok: true, value: any });
    }),
    { numRuns: 2000 },
  );
});

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}
