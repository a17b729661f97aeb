import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createStopFlag } from '../../../src/main/worker/stop-flag.ts';

it('a job that was stopped never commits', () => {
  const flag = createStopFlag();
  const job = createStopFlag(flag.shared);
  expect([job.isStopped(), flag.stop(), flag.stop()]).toEqual([false, true, true]);
  expect([job.isStopped(), job.isStoppedAtLast(), job.isStopped()]).toEqual([true, true, true]);
});

it('a job that commits is not stopped any more', () => {
  const flag = createStopFlag();
  const job = createStopFlag(flag.shared);
  expect([job.isStoppedAtLast(), flag.stop(), job.isStopped()]).toEqual([false, false, false]);
});

it('of two threads that decide at once, both hear the same', async () => {
  const flags = Array.from({ length: 20_000 }, () => createStopFlag());
  const start = new Int32Array(new SharedArrayBuffer(4));
  const job = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.file).then(({ createStopFlag }) => {
      const flags = workerData.flags.map(createStopFlag);
      parentPort.postMessage('ready');
      Atomics.wait(workerData.start, 0, 0);
      parentPort.postMessage(flags.map((flag) => flag.isStoppedAtLast()));
    });`;
  const file = new URL('../../../src/main/worker/stop-flag.ts', import.meta.url).href;
  const workerData = { file, start, flags: flags.map(({ shared }) => shared) };
  const worker = new Worker(job, { eval: true, workerData });
  await new Promise((resolve) => worker.once('message', resolve));
  const heard = new Promise<boolean[]>((resolve) => worker.once('message', resolve));
  Atomics.store(start, 0, 1);
  Atomics.notify(start, 0);
  const stopped = flags.toReversed().map((flag) => flag.stop());
  expect(await heard).toEqual(stopped.toReversed());
  await worker.terminate();
});
