import { describe, expect, it } from 'vitest';
import { isCheckDue, nextCheckAt } from '../../../../src/shared/domain/message/daily-check.ts';

describe('the daily look', () => {
  it.each([
    ['when the window opens', null, '2026-11-30T06:00:00Z', true],
    ['not again an hour later', '2026-11-30T08:30:00Z', '2026-11-30T09:30:00Z', false],
    ['again at nine in Italy', '2026-11-30T06:00:00Z', '2026-11-30T08:00:00Z', true],
    ['not before nine', '2026-11-29T10:00:00Z', '2026-11-30T07:59:59Z', false],
    ['at nine of the next day', '2026-11-29T10:00:00Z', '2026-11-30T08:00:00Z', true],
    ['at nine of summer', '2026-07-05T10:00:00Z', '2026-07-06T07:00:00Z', true],
    ['when the computer slept over nine', '2026-11-27T10:00:00Z', '2026-11-30T13:00:00Z', true],
    ['not when the clock was put back', '2026-11-30T08:30:00Z', '2026-11-30T08:10:00Z', false],
  ])('comes %s', (_, last, now, due) => {
    expect(isCheckDue(last, now)).toBe(due);
  });

  it.each([
    ['2026-11-30T06:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['2026-11-30T08:00:30.000Z', '2026-12-01T08:00:00.000Z'],
    ['2026-11-30T20:00:00.000Z', '2026-12-01T08:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', '2026-03-29T07:00:00.000Z'],
    ['1980-01-01T12:00:00.000Z', null],
  ])('is told ahead: at %s it is %s', (now, next) => {
    expect(nextCheckAt(now)).toBe(next);
  });
});
