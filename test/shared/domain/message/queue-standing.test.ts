import { describe, expect, it } from 'vitest';
import {
  queueStanding,
  shareGone,
  wantsConfirmation,
  type QueueFacts,
} from '../../../../src/shared/domain/message/queue-standing.ts';

const now = Date.parse('2026-11-30T09:00:00Z');
const still: QueueFacts = {
  running: false,
  waitingUntil: null,
  blocked: null,
  hold: null,
  byState: {},
  later: 0,
  secondsLeft: null,
};
const waiting: QueueFacts = { ...still, byState: { queued: 10 }, later: 4, secondsLeft: 3 };

describe('where the queue stands', () => {
  it('is empty without anything that can go today', () => {
    expect(queueStanding(still, now)).toEqual({ code: 'empty', later: 0 });
    expect(queueStanding({ ...waiting, byState: { queued: 4 }, secondsLeft: null }, now)).toEqual({
      code: 'empty',
      later: 4,
    });
  });

  it('is held before anything else', () => {
    expect(queueStanding({ ...waiting, running: true, hold: 'restored' }, now)).toEqual({
      code: 'held',
      why: 'restored',
    });
  });

  it('is held no longer once a person has looked', () => {
    const blocked = { code: 'queue-held', why: 'restored' } as const;
    expect(queueStanding({ ...waiting, blocked }, now)).toMatchObject({ code: 'stopped', why: null });
  });

  it('was stopped by a person, which is no reason to tell, or by something', () => {
    const stopped = { code: 'stopped', left: 6, secondsLeft: 3 };
    expect(queueStanding(waiting, now)).toEqual({ ...stopped, why: null });
    expect(queueStanding({ ...waiting, blocked: { code: 'stopped' } }, now)).toEqual({
      ...stopped,
      why: null,
    });
    const why = { code: 'uncertain-in-a-row' } as const;
    expect(queueStanding({ ...waiting, blocked: why }, now)).toEqual({ ...stopped, why });
    expect(queueStanding({ ...still, blocked: why }, now)).toMatchObject({ code: 'stopped', left: 0, why });
  });

  it('sends; the pause between two calls is not told', () => {
    const sending = { code: 'sending', left: 6, secondsLeft: 3 };
    const soon = new Date(now + 400).toISOString();
    expect(queueStanding({ ...waiting, running: true, waitingUntil: soon }, now)).toEqual(sending);
    const last = { ...still, running: true, byState: { sending: 1 } };
    expect(queueStanding(last, now)).toMatchObject({ code: 'sending', left: 0 });
  });

  it('waits until a moment, or for what has to pass', () => {
    const until = new Date(now + 60_000).toISOString();
    const running = { ...waiting, running: true };
    expect(queueStanding({ ...running, waitingUntil: until }, now)).toEqual({
      code: 'waiting',
      left: 6,
      until,
      why: null,
    });
    const night = { code: 'quiet-hours', until } as const;
    expect(queueStanding({ ...running, blocked: night }, now)).toMatchObject({ until, why: night });
    const offline = { code: 'unreachable', why: 'dns', detail: 'ENOTFOUND' } as const;
    expect(queueStanding({ ...running, blocked: offline }, now)).toMatchObject({
      code: 'waiting',
      until: null,
    });
  });

  it('watches when everything is gone', () => {
    const gone: QueueFacts = { ...still, running: true, byState: { queued: 2, accepted: 7 }, later: 2 };
    expect(queueStanding(gone, now)).toEqual({ code: 'watching', later: 2, accepted: 7 });
  });
});

it('asks for a person’s word when it is held or old, and not when it is merely stopped', () => {
  expect(wantsConfirmation({ hold: 'other-machine', blocked: null })).toBe(true);
  expect(wantsConfirmation({ hold: null, blocked: { code: 'confirmation-old', days: 7 } })).toBe(true);
  expect(wantsConfirmation({ hold: null, blocked: { code: 'stopped' } })).toBe(false);
});

it.each([
  [0, 0, null],
  [10, 10, 0],
  [10, 4, 0.6],
  [10, 0, 1],
  [10, 12, 0],
])('of %i that waited with %i left, the share that is gone is %s', (most, left, share) => {
  expect(shareGone(most, left)).toBe(share);
});
