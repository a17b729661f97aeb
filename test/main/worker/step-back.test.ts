import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

it.runIf(process.platform === 'linux')(
  'a thread that works for long steps back, and whoever started it does not',
  async () => {
    const file = new URL('../../../src/main/worker/step-back.ts', import.meta.url).href;
    const before = getPriority(0);
    const worker = new Worker(
      `const { getPriority } = require('node:os');
       import(${JSON.stringify(file)}).then(({ stepBack }) => {
         stepBack();
         require('node:worker_threads').parentPort.postMessage(getPriority(0));
       });`,
      { eval: true },
    );
    const inside = await new Promise<number>((resolve) => worker.once('message', resolve));
    expect([inside, getPriority(0)]).toEqual([Math.min(19, before + 5), before]);
    await worker.terminate();
  },
);
