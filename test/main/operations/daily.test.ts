import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDailyCheck } from '../../../src/main/operations/messages/daily.ts';

const minute = 60_000;

describe('the daily look of a window', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-30T07:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  function aWindow(answers: readonly boolean[] = []) {
    const looks: string[] = [];
    const now = (): string => new Date().toISOString();
    const end = startDailyCheck({
      now,
      async check() {
        looks.push(now().slice(0, 16));
        return answers[looks.length - 1] ?? true;
      },
    });
    return { looks, end };
  }

  it('comes when it has opened, at nine, and at nine of the next days', async () => {
    const { looks, end } = aWindow();
    await vi.advanceTimersByTimeAsync(26 * 60 * minute);
    expect(looks).toEqual(['2026-11-30T07:00', '2026-11-30T08:00', '2026-12-01T08:00']);
    await end();
  });

  it('is tried again when it could not be done', async () => {
    const { looks, end } = aWindow([false, false, true]);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(looks).toEqual(['2026-11-30T07:00', '2026-11-30T07:01', '2026-11-30T07:02']);
    await end();
  });

  it('is made up for when the computer slept over nine', async () => {
    const { looks, end } = aWindow();
    await vi.advanceTimersByTimeAsync(minute);
    vi.setSystemTime(new Date('2026-12-02T13:00:00Z'));
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(looks).toHaveLength(2);
    expect(looks[1]).toMatch(/^2026-12-02T13:0/);
    await end();
  });

  it('ends with the window, and not before what it does is done', async () => {
    let done: (value: boolean) => void = () => undefined;
    const end = startDailyCheck({
      now: () => new Date().toISOString(),
      check: () =>
        new Promise((resolve) => {
          done = resolve;
        }),
    });
    await vi.advanceTimersByTimeAsync(4_000);
    let ended = false;
    const ending = end().then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ended).toBe(false);
    done(true);
    await ending;
    expect(ended).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
