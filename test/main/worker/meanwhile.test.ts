import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobProgress } from '../../../src/main/worker/job-context.ts';
import { createMeanwhile } from '../../../src/main/worker/meanwhile.ts';
import { createThrottle } from '../../../src/main/worker/throttle.ts';

const at = (done: number, meanwhile?: JobProgress['meanwhile']): JobProgress => {
  const told = { step: 'match', done, total: 100, unit: 'items', file: null } as const;
  return meanwhile === undefined ? told : { ...told, meanwhile };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function telling() {
  const told: number[] = [];
  return { told, meanwhile: createMeanwhile(({ done }) => told.push(done), 100) };
}

it('tells what is expected little by little, and never beyond it, until it is heard again', () => {
  const { told, meanwhile } = telling();
  meanwhile.tell(at(10, { done: 30, ms: 400 }));
  vi.advanceTimersByTime(250);
  expect(told).toEqual([10, 15, 20]);
  vi.advanceTimersByTime(450);
  expect(told).toEqual([10, 15, 20, 25, 30, 30, 30, 30]);
  meanwhile.tell(at(31));
  vi.advanceTimersByTime(1_000);
  expect(told.slice(8)).toEqual([31]);
});

it('says nothing more once the job is over', () => {
  const { told, meanwhile } = telling();
  meanwhile.tell(at(10, { done: 30, ms: 400 }));
  meanwhile.end();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([10]);
});

it('what is expected is not kept back, however lately something was told', () => {
  const told: JobProgress[] = [];
  const throttle = createThrottle(
    100,
    (progress) => told.push(progress),
    () => 5,
  );
  for (const progress of [at(1), at(2), at(3, { done: 9, ms: 50 })]) throttle.tell(progress);
  expect(told.map(({ done }) => done)).toEqual([1, 3]);
});
