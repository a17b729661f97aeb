import { describe, expect, it, test } from 'vitest';
import type { ProfileAnswer, SubmitAnswer } from '../../../../src/shared/domain/message/answer.ts';
import { afterProfile, afterSubmit } from '../../../../src/shared/domain/message/retry.ts';

const detail = 'x';
const second = 1000;
const minute = 60 * second;

describe('after a message', () => {
  test.each<[SubmitAnswer, unknown]>([
    [
      { outcome: 'accepted', id: '01HMRBX079WA5SGYBQP1A7FSKH' },
      { next: 'state', state: 'accepted' },
    ],
    [
      { outcome: 'uncertain', why: 'timeout', detail },
      { next: 'state', state: 'uncertain' },
    ],
    [
      { outcome: 'uncertain', why: 'gateway-error', detail },
      { next: 'state', state: 'uncertain' },
    ],
    [
      { outcome: 'data-error', why: 'invalid', field: null, detail, cap: null },
      { next: 'state', state: 'data-error' },
    ],
    [
      { outcome: 'recipient-forbidden', detail },
      { next: 'state', state: 'data-error' },
    ],
    [
      { outcome: 'refused', why: 'key', detail },
      { next: 'stop', scope: 'service' },
    ],
    [
      { outcome: 'refused', why: 'payee', detail },
      { next: 'stop', scope: 'service' },
    ],
    // It does not mend itself.
    [
      { outcome: 'not-sent', why: 'certificate', detail },
      { next: 'stop', scope: 'all' },
    ],
  ])('%j', (answer, expected) => {
    expect(afterSubmit(answer, 0, 0.5)).toEqual(expected);
    expect(afterSubmit(answer, 50, 0.5)).toEqual(expected);
  });

  test.each([
    [0, 0.5, 5 * second],
    [1, 0.5, 10 * second],
    [5, 0.5, 160 * second],
    [6, 0.5, 5 * minute],
    [2000, 0.5, 5 * minute],
    [0, 0, 4 * second],
    [0, 1, 6 * second],
  ])('not sent, %i times before, chance %d: the whole queue waits %i ms', (earlier, random, inMs) => {
    for (const why of ['dns', 'connection', 'proxy', 'portal'] as const)
      expect(afterSubmit({ outcome: 'not-sent', why, detail }, earlier, random)).toEqual({
        next: 'retry',
        inMs,
        scope: 'all',
        halfPaceForMs: 0,
      });
  });

  test.each([
    [4, 0, 0, 5 * second],
    [4, 7, 0.5, 5.5 * second],
    [0, 0, 0, second],
    [1_000_000, 0, 0, 60 * minute + second],
    [null, 0, 0, 6 * second],
    [null, 1, 0, 12 * second],
    [null, 2, 1, 25 * second],
    [null, 9, 0, 5 * minute],
  ])(
    'limited to %j s, %i times before, chance %d: everybody waits %i ms',
    (afterSeconds, earlier, random, inMs) => {
      expect(afterSubmit({ outcome: 'limited', afterSeconds }, earlier, random)).toEqual({
        next: 'retry',
        inMs,
        scope: 'all',
        halfPaceForMs: 5 * minute,
      });
    },
  );

  it('the application failed: five more tries, then a person', () => {
    const steps = [0, 1, 2, 3, 4, 5, 6].map((earlier) =>
      afterSubmit({ outcome: 'server-error', detail }, earlier, 0.5),
    );
    expect(steps.map((step) => (step.next === 'retry' ? step.inMs / minute : step))).toEqual([
      0.5,
      2,
      10,
      30,
      120,
      { next: 'state', state: 'paused' },
      { next: 'state', state: 'paused' },
    ]);
    expect(steps[0]).toMatchObject({ scope: 'row' });
  });
});

describe('after the question about a citizen', () => {
  test.each<[ProfileAnswer, unknown]>([
    [{ outcome: 'allowed', languages: [] }, { next: 'send' }],
    [{ outcome: 'not-enrolled' }, { next: 'state', state: 'not-enrolled' }],
    [{ outcome: 'service-disabled' }, { next: 'state', state: 'service-disabled' }],
    [
      { outcome: 'data-error', detail },
      { next: 'state', state: 'data-error' },
    ],
    [
      { outcome: 'refused', why: 'key', detail },
      { next: 'stop', scope: 'service' },
    ],
    [
      { outcome: 'limited', afterSeconds: 4 },
      { next: 'retry', inMs: 5500, scope: 'all', halfPaceForMs: 5 * minute },
    ],
    [
      { outcome: 'not-sent', why: 'dns', detail },
      { next: 'retry', inMs: 5000, scope: 'all', halfPaceForMs: 0 },
    ],
    [
      { outcome: 'not-sent', why: 'certificate', detail },
      { next: 'stop', scope: 'all' },
    ],
    [
      { outcome: 'no-answer', detail },
      { next: 'retry', inMs: 30 * second, scope: 'row', halfPaceForMs: 0 },
    ],
  ])('%j', (answer, expected) => {
    expect(afterProfile(answer, 0, 0.5)).toEqual(expected);
  });

  it('no answer five times more: a person', () => {
    expect(afterProfile({ outcome: 'no-answer', detail }, 5, 0.5)).toEqual({
      next: 'state',
      state: 'paused',
    });
  });
});
