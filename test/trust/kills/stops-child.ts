import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Day } from '../../../src/shared/domain/day.ts';
import { createCore } from '../../../src/main/core.ts';

// Begins an import again and again, and stops it each time at another moment: `<today> <archive> <papers> <times>`.
// Tells how long each stop took, and when each import was at work.
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

const imports: [from: number, to: number][] = [];
const before = await digest();
const begun = performance.now();
await undo(await importNow());
// What is taken back was done in the half of the time.
const took = (performance.now() - begun) / 2;
const stops: number[] = [];
let late = 0;
for (let n = 0; n < Number(times); n++) {
  const stop = new AbortController();
  let stoppedAt = 0;
  const timer = setTimeout(
    () => {
      stoppedAt = performance.now();
      stop.abort();
    },
    ((n + ((n * 0.618) % 1)) / Number(times)) * took,
  );
  const importedAt = await importNow(stop.signal);
  const ms = performance.now() - stoppedAt;
  clearTimeout(timer);
  if (importedAt === null) stops.push(ms);
  else {
    late += 1;
    await undo(importedAt);
  }
}
const isUntouched = (await digest()) === before;
await core.close();
process.stdout.write(`${JSON.stringify({ stops, late, isUntouched, imports })}\n`);

/** Names the drop; null when it was stopped. */
async function importNow(signal?: AbortSignal): Promise<string | null> {
  const parcels = files.map((path) => core.handOver({ path, name: basename(path) }));
  const from = Date.now();
  const answer = await core.call('documents.import', { parcels }, { signal });
  imports.push([from, Date.now()]);
  if (answer.ok) return answer.value.importedAt;
  if (answer.problem.code === 'cancelled') return null;
  throw new Error(JSON.stringify(answer.problem));
}

async function undo(importedAt: string | null): Promise<void> {
  const undone = await core.call('drops.undo', { importedAt: importedAt ?? '' });
  if (!undone.ok) throw new Error(JSON.stringify(undone.problem));
}

async function digest(): Promise<string> {
  const verified = await core.call('ledger.verify', {});
  if (!verified.ok || !verified.value.ok) throw new Error(JSON.stringify(verified));
  return verified.value.digest;
}
