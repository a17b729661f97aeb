import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openReadable } from '../../src/main/ledger/open.ts';
import { generate } from './generate.ts';
import { aLedgerToMatch } from './match-ledger.ts';
import { atMost, told, type Job } from './job.ts';
import { measure } from './measure.ts';

/** What one run of the matching took; `deafMs`: of the processor's time, the longest stretch in which nobody is heard. */
export interface MatchRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly deafMs: number;
}

/** The same figures for one size of the ledger. */
interface MatchFigures {
  readonly payments: number;
  readonly all: MatchRun;
  /** `sort` of both lists of keys, at once, and `join`. */
  readonly yardstickSeconds: number;
  readonly day: MatchRun;
}

const newPayments = 1_000;

/** Larger ones by `--payments`: how the figures grow is seen by running it for several sizes. */
export const match: Job = {
  name: 'match',
  what: 'everything matched from scratch, and one day more, beside sort and join of the keys',
  async run({ folder, payments }) {
    // A year of a thousand is enough to have one day more: it is the same day for all.
    const { newDay } = generate(join(folder, 'carte-match'), newPayments, newPayments);
    const { all, day, yardstickSeconds } = await measureSize(folder, payments, newDay);
    return {
      figures: [
        atMost('matched from scratch', { found: all.seconds, limit: yardstickSeconds, unit: 's', target: 2 }),
        told('matched from scratch: processor', all.cpuSeconds, 's'),
        atMost('matched from scratch: longest stretch in which nobody is heard', {
          found: all.deafMs,
          unit: 'ms',
          target: 100,
        }),
        told('matched from scratch: peak memory', all.peakMb, 'MB'),
        told('one day more, kept, matched and committed', day.seconds, 's'),
        told('one day more: processor', day.cpuSeconds, 's'),
      ],
      notes: [],
    };
  },
};

async function measureSize(folder: string, payments: number, newDay: string): Promise<MatchFigures> {
  const archive = join(folder, `match-${payments}`);
  rmSync(archive, { recursive: true, force: true });
  aLedgerToMatch(archive, payments);
  const keys = join(folder, 'chiavi');
  await exportKeys(archive, keys);
  const yardstick = [await sortAndJoin(keys)];
  const all = await child('all', archive);
  yardstick.push(await sortAndJoin(keys), await sortAndJoin(keys));
  const day = await child('day', archive, newDay);
  rmSync(archive, { recursive: true });
  return { payments, all, day, yardstickSeconds: yardstick.toSorted((a, b) => a - b)[1] ?? 0 };
}

async function child(...words: string[]): Promise<MatchRun> {
  const program = join(import.meta.dirname, 'match-child.ts');
  const { stdout, stderr, exitCode } = await measure(process.execPath, [program, ...words]);
  if (exitCode !== 0) throw new Error(`the matching ended with ${exitCode}: ${stderr.slice(0, 800)}`);
  // The last line is what the child says of itself.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as MatchRun;
}

/** The keys of both sides as text, in the order in which the papers came. */
async function exportKeys(archive: string, keys: string): Promise<void> {
  mkdirSync(keys, { recursive: true });
  const opened = openReadable(archive);
  if (!opened.ok || opened.value === null) throw new Error('no ledger');
  const lists = {
    ricevute: `SELECT iuv || iur || ' ' || cents AS line FROM transfers NOT INDEXED`,
    righe: `SELECT iuv || iur || ' ' || cents AS line FROM righe NOT INDEXED`,
  };
  for (const [name, sql] of Object.entries(lists))
    await pipeline(
      linesOf(opened.value.prepare<[], string>(sql).pluck().iterate()),
      createWriteStream(join(keys, name)),
    );
  opened.value.close();
}

function* linesOf(rows: Iterable<string>): Generator<string> {
  for (const row of rows) yield `${row}\n`;
}

async function sortAndJoin(keys: string): Promise<number> {
  const script = `set -e; export LC_ALL=C; cd "$1"
    sort ricevute > ricevute.sorted & sort righe > righe.sorted; wait $!
    join ricevute.sorted righe.sorted > insieme`;
  const { seconds, exitCode, stderr } = await measure('bash', ['-c', script, 'bash', keys]);
  if (exitCode !== 0) throw new Error(`sort and join: ${stderr}`);
  return seconds;
}
