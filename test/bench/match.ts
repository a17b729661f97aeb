import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openReadable } from '../../src/main/ledger/open.ts';
import { generate } from './generate.ts';
import { aLedgerToMatch } from './match-ledger.ts';
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
const sizes = [10_000, 100_000, 1_000_000];

/** Matches a ledger of so many payments from scratch, or of several sizes, beside `sort` and `join` of the same keys. */
export async function measureMatch(folder: string, payments: number, growth: boolean): Promise<string> {
  const figures: MatchFigures[] = [];
  // A year of a thousand is enough to have one day more: it is the same day for all.
  const { newDay } = generate(join(folder, 'carte-match'), newPayments, newPayments);
  for (const size of growth ? sizes : [payments]) figures.push(await measureSize(folder, size, newDay));
  return matchText(figures);
}

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

const cell = (value: number, decimals: number): string => value.toFixed(decimals).padStart(12);

function matchText(figures: readonly MatchFigures[]): string {
  const goals = figures.flatMap(({ payments, all, yardstickSeconds, day }) => [
    goal(`${payments}: match from scratch / (sort + join)`, all.seconds / yardstickSeconds, 2),
    goal(`${payments}: longest deaf stretch of the match, ms`, all.deafMs, 100),
    goal(`${payments}: one day of ${newPayments} / match alone`, day.cpuSeconds / all.cpuSeconds, null),
  ]);
  return [
    `${'payments'.padStart(12)}     match s       cpu s  us/payment sort+join s     peak MB     deaf ms  day cpu ms day peak MB`,
    ...figures.map(
      ({ payments, all, yardstickSeconds, day }) =>
        String(payments).padStart(12) +
        cell(all.seconds, 2) +
        cell(all.cpuSeconds, 2) +
        cell((all.cpuSeconds / payments) * 1e6, 1) +
        cell(yardstickSeconds, 2) +
        cell(all.peakMb, 0) +
        cell(all.deafMs, 0) +
        cell(day.cpuSeconds * 1000, 0) +
        cell(day.peakMb, 0),
    ),
    '',
    ...goals,
  ].join('\n');
}

function goal(what: string, found: number, target: number | null): string {
  const verdict =
    target === null ? '' : `${String(target).padStart(8)}  ${found <= target ? 'met' : 'MISSED'}`;
  return what.padEnd(58) + found.toFixed(2).padStart(10) + verdict;
}
