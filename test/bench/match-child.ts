import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWritable } from '../../src/main/ledger/open.ts';
import { writeSealed } from '../../src/main/ledger/seals/write-seals.ts';
import { noteCommit } from '../../src/main/ledger/sentinel.ts';
import { rederive } from '../../src/main/worker/rederive.ts';
import { runJob } from '../../src/main/worker/run-job.ts';
import { readHere } from '../helpers/read-here.ts';
import type { MatchRun } from './match.ts';

/**
 * In a process of its own: matches all of a ledger (`all <folder>`), or imports and matches a drop (`day <folder> <papers>`),
 * and tells what that took.
 */
const [what, folder = '', papers = ''] = process.argv.slice(2);
const opened = openWritable(folder);
if (!opened.ok) throw new Error(opened.problem.code);
const ledger = opened.value;
const before = process.cpuUsage();
const started = performance.now();
let heard = process.cpuUsage();
let deafMs = 0;

/** Here a job may be stopped. The processor's time counts: others may hold it. */
function listen(): void {
  const { user, system } = process.cpuUsage(heard);
  deafMs = Math.max(deafMs, (user + system) / 1000);
  heard = process.cpuUsage();
}

if (what === 'all') writeSealed(ledger, () => rederive(ledger, listen));
else {
  const files = readdirSync(papers, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }));
  const isStopped = (): boolean => {
    listen();
    return false;
  };
  const outside = { now: '2026-03-04T10:00:00.000Z', isStopped, progress: () => undefined, reader: readHere };
  const output = runJob(ledger, 'import', { files }, outside);
  if ('stopped' in output || !output.ok) throw new Error(JSON.stringify(output));
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
noteCommit(ledger, folder);
const run: MatchRun = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMb: process.resourceUsage().maxRSS / 1024,
  deafMs,
};
ledger.close();
console.log(JSON.stringify(run));
