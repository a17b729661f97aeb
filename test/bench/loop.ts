import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { filesOf } from '../../src/main/hosts/cli/files.ts';
import { demoSettings } from '../../src/main/demo/servizi.ts';
import { isDay } from '../../src/shared/domain/day.ts';
import { openCore } from '../e2e/helpers/core.ts';
import { benchToday } from './generate.ts';
import { atMost, told, type Job } from './job.ts';

/** Whether who talks to the page is kept waiting while the writer works. */
export const loop: Job = {
  name: 'loop',
  what: 'delay of the main thread during the import of the year / idle, with a question every 50 ms',
  async run(desk) {
    const { year } = desk.papers();
    if (!isDay(benchToday)) throw new Error('not a day');
    const core = openCore(join(desk.folder, 'archivio'), benchToday);
    try {
      const written = await core.call('settings.write', { settings: demoSettings });
      if (!written.ok) throw new Error(JSON.stringify(written.problem));
      const idle = await delaysDuring(core, wait(5_000));
      const beside = await delaysDuring(core, reckoning(2, 5_000));
      const parcels = filesOf(year).map((file) => core.handOver(file));
      const work = core.call('documents.import', { parcels });
      const busy = await delaysDuring(core, work);
      const imported = await work;
      if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
      return {
        figures: [
          atMost('event-loop delay during an import / idle, p99', {
            found: busy.p99,
            limit: idle.p99,
            unit: 'ms',
            target: 1.5,
          }),
          told('delay beside two threads that only reckon, p99', beside.p99, 'ms'),
          told('longest delay during an import', busy.max, 'ms'),
          told('longest delay idle', idle.max, 'ms'),
          told('questions answered meanwhile', busy.answers, 'answers'),
        ],
        notes: [],
      };
    } finally {
      await core.close();
    }
  },
};

/** Threads that touch nothing of ours: what is left of a delay beside them is the system's, who has no processor free. */
async function reckoning(threads: number, milliseconds: number): Promise<void> {
  const program = `const end = performance.now() + ${milliseconds}; while (performance.now() < end);`;
  await Promise.all(
    Array.from(
      { length: threads },
      () => new Promise((resolve) => new Worker(program, { eval: true }).once('exit', resolve)),
    ),
  );
}

interface Delays {
  readonly p99: number;
  readonly max: number;
  readonly answers: number;
}

async function delaysDuring(core: ReturnType<typeof openCore>, work: Promise<unknown>): Promise<Delays> {
  const seen = monitorEventLoopDelay({ resolution: 1 });
  const state = { done: false };
  const end = work.finally(() => (state.done = true));
  let answers = 0;
  seen.enable();
  while (!state.done) {
    if ((await core.call('about.read', {})).ok) answers += 1;
    await wait(50);
  }
  seen.disable();
  await end;
  return { p99: ms(seen.percentile(99)), max: ms(seen.max), answers };
}

function ms(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e4) / 100;
}
