import { describe, expect, it, test } from 'vitest';
import { nextPoll } from '../../../../src/shared/domain/message/poll-plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const accepted = Date.UTC(2026, 10, 30, 10);

describe('when to ask', () => {
  test.each([
    ['never asked, no chance', null, 0, minute],
    ['never asked, all chance', null, 1, 2 * minute],
    ['asked after 1 minute', minute, 0.5, 5 * minute],
    ['asked after 5', 5 * minute, 0.5, 15 * minute],
    ['asked late, after 7', 7 * minute, 0.5, 15 * minute],
    ['asked just before its turn', 15 * minute - 1000, 0.5, 16 * minute - 1000],
    ['asked after 15', 15 * minute, 0.5, hour],
    ['asked after an hour', hour, 0.5, 7 * hour],
    ['asked after 7 hours', 7 * hour, 0.5, 13 * hour],
    ['asked after 3 days', 3 * day + 2 * hour, 0.5, 3 * day + 7 * hour],
    ['the last turn is the end of the eighth day', 8 * day - hour, 0.5, 8 * day],
  ])('%s', (_, asked, random, age) => {
    const last = asked === null ? null : accepted + asked;
    expect(nextPoll(accepted, last, random)).toEqual({ next: 'ask', at: accepted + age });
  });

  it('is over after eight days', () => {
    expect(nextPoll(accepted, accepted + 8 * day, 0.5)).toEqual({ next: 'late' });
  });

  it('a computer that was off for ten days asks once', () => {
    const next = nextPoll(accepted, null, 0.5);
    expect(next.next === 'ask' && next.at < accepted + 10 * day).toBe(true);
    expect(nextPoll(accepted, accepted + 10 * day, 0.5)).toEqual({ next: 'late' });
  });

  it('comes to an end in some forty questions', () => {
    let asked: number | null = null;
    let questions = 0;
    for (
      let next = nextPoll(accepted, asked, 0.5);
      next.next === 'ask';
      next = nextPoll(accepted, asked, 0.5)
    ) {
      expect(next.at).toBeGreaterThan(asked ?? accepted);
      asked = next.at;
      questions++;
    }
    expect(questions).toBe(4 + 32);
  });
});
