import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sendWindow, usualSendHours } from '../../../../src/shared/domain/message/send-window.ts';

const at = (text: string) => Date.parse(text);
const open = (closesAt: string) => ({ open: true, closesAt: at(closesAt) });
const closed = (opensAt: string) => ({ open: false, opensAt: at(opensAt) });

describe('the hours of sending', () => {
  test.each([
    ['a Monday morning in winter', '2026-11-30T10:00:00Z', open('2026-11-30T18:30:00Z')],
    ['the first moment', '2026-11-30T07:30:00Z', open('2026-11-30T18:30:00Z')],
    ['just before it', '2026-11-30T07:29:59.999Z', closed('2026-11-30T07:30:00Z')],
    ['the last moment', '2026-11-30T18:29:59.999Z', open('2026-11-30T18:30:00Z')],
    ['just after it', '2026-11-30T18:30:00Z', closed('2026-12-01T07:30:00Z')],
    ['a Monday morning in summer', '2026-07-06T06:30:00Z', open('2026-07-06T17:30:00Z')],
    ['a summer evening', '2026-07-06T17:30:00Z', closed('2026-07-07T06:30:00Z')],
    ['a Friday evening', '2026-11-27T19:00:00Z', closed('2026-11-30T07:30:00Z')],
    ['a Saturday', '2026-11-28T10:00:00Z', closed('2026-11-30T07:30:00Z')],
    ['a Friday evening before summer time', '2026-03-27T19:00:00Z', closed('2026-03-30T06:30:00Z')],
    ['a Friday evening before winter time', '2026-10-23T18:00:00Z', closed('2026-10-26T07:30:00Z')],
    ['Christmas Eve, evening', '2026-12-24T20:00:00Z', closed('2026-12-28T07:30:00Z')],
    ['Easter Monday', '2026-04-06T08:00:00Z', closed('2026-04-07T06:30:00Z')],
    // Already tomorrow in Italy.
    ['just before midnight UTC of a Sunday', '2026-11-29T23:30:00Z', closed('2026-11-30T07:30:00Z')],
  ])('%s', (_, now, expected) => {
    expect(sendWindow(at(now), usualSendHours)).toEqual(expected);
  });

  it('may be others, on any day', () => {
    const hours = { fromMinute: 6 * 60, toMinute: 24 * 60, workingDaysOnly: false };
    expect(sendWindow(at('2026-11-29T22:59:00Z'), hours)).toEqual(open('2026-11-29T23:00:00Z'));
    expect(sendWindow(at('2026-11-29T23:30:00Z'), hours)).toEqual(closed('2026-11-30T05:00:00Z'));
  });

  it('do not exist in the year in which a dead battery believes to be', () => {
    expect(sendWindow(at('1980-01-01T10:00:00Z'), usualSendHours)).toEqual({ open: false, opensAt: null });
  });

  const anyTime = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
  const shown = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', timeStyle: 'short' });

  /** When it changes, and what clocks in Italy show then. */
  function nextChange(now: number): { at: number; shows: string } {
    const window = sendWindow(now, usualSendHours);
    const change = (window.open ? window.closesAt : window.opensAt) ?? Number.NaN;
    return { at: change, shows: shown.format(change) };
  }

  it('open and close when they say, and not before', () => {
    fc.assert(
      fc.property(anyTime, (now) => {
        const { open: isOpen } = sendWindow(now, usualSendHours);
        const change = nextChange(now);
        expect(change.at).toBeGreaterThan(now);
        expect(change.shows).toBe(isOpen ? '19:30' : '08:30');
        expect(sendWindow(change.at, usualSendHours).open).toBe(!isOpen);
        expect(sendWindow(change.at - 1, usualSendHours)).toEqual(sendWindow(now, usualSendHours));
      }),
    );
  });
});
