import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDailyCheck } from '../../../src/main/operations/messages/daily.ts';

const minute = 60_000;

describe('the daily look of a window', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-30T07:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

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
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const end = startDailyCheck({ now, check: () => promise });
    await vi.advanceTimersByTimeAsync(4_000);
    const steps: string[] = [];
    async function close(): Promise<void> {
      await end();
      steps.push('closed');
    }
    const closing = close();
    await vi.advanceTimersByTimeAsync(1_000);
    steps.push('looked');
    resolve(true);
    await closing;
    expect(steps).toEqual(['looked', 'closed']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

const now = (): string => new Date().toISOString();

function aWindow(answers: readonly boolean[] = []) {
  const looks: string[] = [];
  const end = startDailyCheck({
    now,
    async check() {
      looks.push(now().slice(0, 16));
      return answers[looks.length - 1] ?? true;
    },
  });
  return { looks, end };
}
