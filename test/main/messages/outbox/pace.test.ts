import { describe, expect, it } from 'vitest';
import { createPace } from '../../../../src/main/messages/outbox/pace.ts';

function aPace() {
  const clock = { ms: 1_000 };
  return { clock, pace: createPace(() => clock.ms) };
}

describe('the pace of the calls', () => {
  it('is two calls for each message', () => {
    const { clock, pace } = aPace();
    const waits = Array.from({ length: 4 }, () => {
      const wait = pace.takeCall(2);
      clock.ms += wait;
      return wait;
    });
    expect(waits).toEqual([0, 250, 250, 250]);
  });

  it('makes up for no time in which nothing was sent', () => {
    const { clock, pace } = aPace();
    pace.takeCall(2);
    clock.ms += 60_000;
    expect([pace.takeCall(2), pace.takeCall(2)]).toEqual([0, 250]);
  });

  it('is halved for a while, and rests when told', () => {
    const { clock, pace } = aPace();
    pace.slowDown(1_000);
    expect([pace.takeCall(2), pace.takeCall(2)]).toEqual([0, 500]);
    clock.ms += 2_000;
    pace.rest(5_000);
    expect(pace.left()).toBe(5_000);
    clock.ms += 4_000;
    expect(pace.takeCall(2)).toBe(1_000);
    expect(pace.takeCall(2)).toBe(1_250);
  });

  it('rests as long as the longest that was asked for', () => {
    const { clock, pace } = aPace();
    pace.rest(5_000);
    pace.rest(1_000);
    expect(pace.left()).toBe(5_000);
    clock.ms += 6_000;
    expect(pace.left()).toBe(0);
  });
});
