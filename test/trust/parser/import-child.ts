/**
 * A program of its own that imports one file and tells what that cost: its memory, its event loop, its progress.
 * `node import-child.ts <folder> <file> [<share of the whole at which somebody cancels>]`
 */
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createCore } from '../../../src/main/core.ts';
import { createTimeLeft } from '../../../src/renderer/components/time-left.ts';
import { shareOfImport } from '../../../src/renderer/screens/importazioni/share-of-import.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { officeSettings } from '../../helpers/settings.ts';

/** What the child prints. */
export interface Cost {
  readonly answer: string;
  readonly problems: readonly unknown[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly startMb: number;
  readonly loopP99Ms: number;
  /** The longest silence between two reports, whatever the step; at the very end, what was written is made to last. */
  readonly silentMs: number;
  /** Guesses of the whole time after a fifth of it: the worst, as a share of what it took. */
  readonly etaError: number | null;
  readonly cancelMs: number | null;
}

const [folder = '', file = '', cancelAt] = process.argv.slice(2);
const defects: unknown[] = [];
const core = createCore({
  folder: join(folder, 'archivio'),
  demo: false,
  author: 'impiegata',
  version: '0.0.0',
  alone: true,
  today: () => '2026-03-31' as Day,
  now: () => '2026-03-31T10:00:00.000Z',
  onDefect: (_incident, _operation, error) => defects.push(error),
});
await core.call('settings.write', { settings: officeSettings });
const startMb = process.resourceUsage().maxRSS / 1_024;
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
const begun = performance.now();
const cpu = process.cpuUsage();
const stop = new AbortController();
const told: { at: number; whole: number; left: number | null }[] = [];
const left = createTimeLeft(begun);
let stoppedAt: number | null = null;
let peak = 0;
const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
const answer = await core.call(
  'documents.import',
  { parcels: [core.handOver({ path: file, name: basename(file) })] },
  {
    signal: stop.signal,
    onProgress({ step, done, total }) {
      const at = performance.now();
      const whole = shareOfImport({ step, done, total });
      if (whole !== null) told.push({ at, whole, left: left.at(at, whole) });
      if (cancelAt === undefined || (whole ?? 0) < Number(cancelAt) || stoppedAt !== null) return;
      stoppedAt = at;
      stop.abort();
    },
  },
);
const ended = performance.now();
const { user, system } = process.cpuUsage(cpu);
clearInterval(look);
// The last report comes when all is on the disk.
const moments = [begun, ...told.slice(0, -1).map(({ at }) => at)];
const cost: Cost = {
  answer: answer.ok ? 'imported' : answer.problem.code,
  problems: answer.ok
    ? answer.value.documents.flatMap((one) => ('problem' in one && one.problem !== null ? [one.problem] : []))
    : [answer.problem, ...defects.map(String)],
  seconds: (ended - begun) / 1_000,
  cpuSeconds: (user + system) / 1e6,
  peakMb: Math.max(peak, process.memoryUsage.rss()) / 1e6,
  startMb,
  loopP99Ms: loop.percentile(99) / 1e6,
  silentMs: Math.max(...moments.slice(1).map((at, i) => at - (moments[i] ?? at))),
  etaError: worstGuess(),
  cancelMs: stoppedAt === null ? null : ended - stoppedAt,
};
console.log(JSON.stringify(cost));
await core.close();

/** Of the whole import, once a fifth of it is over. */
function worstGuess(): number | null {
  const whole = ended - begun;
  const errors = told.flatMap(({ at, left: guess }) => {
    const over = (at - begun) / whole;
    return guess === null || over < 0.2 || over > 0.98 ? [] : Math.abs(guess - (ended - at)) / whole;
  });
  return errors.length === 0 ? null : Math.max(...errors);
}
