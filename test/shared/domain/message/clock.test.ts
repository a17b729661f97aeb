import { expect, test } from 'vitest';
import { judgeClock, skewOf } from '../../../../src/shared/domain/message/clock.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [null, 'fine'],
  [0, 'fine'],
  [5 * minute, 'fine'],
  [-5 * minute, 'fine'],
  [5 * minute + 1, 'warn'],
  [-10 * minute, 'warn'],
  [12 * hour, 'warn'],
  [12 * hour + 1, 'block'],
  [-24 * hour, 'block'],
] as const)('a clock that is %j ms off: %s', (skew, verdict) => {
  expect(judgeClock(skew)).toBe(verdict);
});

const now = Date.UTC(2026, 10, 30, 10);

test.each([
  ['Mon, 30 Nov 2026 10:10:00 GMT', 10 * minute],
  ['Sun, 29 Nov 2026 10:00:00 GMT', -24 * hour],
  ['', null],
  ['ieri', null],
  [undefined, null],
])('the service says %j', (date, skew) => {
  expect(skewOf(date, now)).toBe(skew);
});
