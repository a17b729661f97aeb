import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Day } from '../../../src/shared/domain/day.ts';
import { createCore } from '../../../src/main/core.ts';

// Begins an import again and again, and stops it each time at another moment: `<today> <archive> <papers> <times>`.
// Tells how long each stop took.
const [, , today = '', archive = '', papers = '', times = ''] = process.argv;

const core = createCore({
  folder: archive,
  demo: false,
  author: 'c.bianchi',
  version: '1.2.3',
  alone: true,
  today: () => today as Day,
  now: () => new Date().toISOString(),
  onDefect(_incident, operation, error) {
    throw new Error(operation, { cause: error });
  },
});
const files = readdirSync(papers, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));

const before = await digest();
const took = (await stoppedAfter(Infinity)) ?? 0;
const stops: number[] = [];
let late = 0;
for (let n = 0; n < Number(times); n++) {
  const stopped = await stoppedAfter(((n + ((n * 0.618) % 1)) / Number(times)) * took);
  if (stopped === null) late += 1;
  else stops.push(stopped);
}
const isUntouched = (await digest()) === before;
await core.close();
process.stdout.write(`${JSON.stringify({ stops, late, isUntouched })}\n`);

/**
 * How long the stop took, or the whole thing when it is never stopped; null when it was done sooner. What was done is
 * taken back.
 */
async function stoppedAfter(ms: number): Promise<number | null> {
  const stop = new AbortController();
  let from = ms === Infinity ? performance.now() : Infinity;
  const timer = setTimeout(
    () => {
      if (ms === Infinity) return;
      from = performance.now();
      stop.abort();
    },
    ms === Infinity ? 0 : ms,
  );
  const parcels = files.map((path) => core.handOver({ path, name: basename(path) }));
  const answer = await core.call('documents.import', { parcels }, { signal: stop.signal });
  const end = performance.now();
  clearTimeout(timer);
  if (!answer.ok && answer.problem.code !== 'cancelled') throw new Error(JSON.stringify(answer.problem));
  if (!answer.ok) return end - from;
  const undone = await core.call('drops.undo', { importedAt: answer.value.importedAt ?? '' });
  if (!undone.ok) throw new Error(JSON.stringify(undone.problem));
  return ms === Infinity ? end - from : null;
}

async function digest(): Promise<string> {
  const verified = await core.call('ledger.verify', {});
  if (!verified.ok || !verified.value.ok) throw new Error(JSON.stringify(verified));
  return verified.value.digest;
}
