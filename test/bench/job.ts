import type { Generated } from './generate.ts';
import type { ImportedYear } from './imported-year.ts';

/**
 * A job of the bench: a file of its own (`test/bench/lists.ts`) that exports one `Job`, and one line in `jobs.ts`.
 *
 *     export const lists: Job = {
 *       name: 'lists',
 *       what: 'lists, search and dashboard over a million payments',
 *       async run(desk) {
 *         const pairs = await alternate(5, () => scan(desk), () => page(desk));
 *         return {
 *           figures: [
 *             atMost('keyset page / OFFSET 900 000, p95', { found: pairs.second, limit: pairs.first, unit: 'ms', target: 0.1 }),
 *             atMost('peak memory', { found: 140, unit: 'MB', target: 300 }),
 *             told('rows in the ledger', 1_000_000, 'rows'),
 *           ],
 *           notes: ['sqlite3 is not installed: its half is skipped.'],
 *         };
 *       },
 *     };
 *
 * `npm run bench -- --only lists` runs it alone. A job that finds wrong counts or sums throws: speed is compared among
 * equal answers only.
 */
export interface Job {
  /** As `--only` names it. */
  readonly name: string;
  /** One line: what is measured against what. */
  readonly what: string;
  run(desk: BenchDesk): Promise<Findings>;
}

/** What a job finds when it begins. */
export interface BenchDesk {
  /** Empty, the job's own, taken away at the end of the bench. */
  readonly folder: string;
  /** How many payments the invented year has (`--payments`). */
  readonly payments: number;
  /** The papers of the year, invented when first asked for, the same for all jobs: not to be written into. */
  papers(): Generated;
  /** The year as the product imports it into a fresh ledger: once, measured, the same for all jobs. */
  ledger(): Promise<ImportedYear>;
  /** Tells the person who waits what goes on. */
  say(words: string): void;
}

/** What a job has found. */
export interface Findings {
  readonly figures: readonly Figure[];
  /** What could not be measured, and why: told loudly, never left out. */
  readonly notes: readonly string[];
}

/** One figure, beside its limit and its target where it has them. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  /** Null when it could not be measured; a note tells why. */
  readonly found: number | null;
  /** What the yardstick took in the same run, in the same unit; null when the target is about `found` itself. */
  readonly limit: number | null;
  /** What is held against the target: found / limit, limit / found where more is better, or `found` itself. */
  readonly ratio: number | null;
  readonly target: number | null;
  /** Whether a ratio under or over the target is met. */
  readonly sense: 'at most' | 'at least';
  /** Null when there is no target, or nothing was measured. */
  readonly met: boolean | null;
}

interface Measured {
  readonly found: number | null;
  readonly limit?: number | null;
  readonly unit: string;
  readonly target: number;
}

/** Met when found / limit, or found where no limit is given, is not over the target. */
export function atMost(what: string, { found, limit, unit, target }: Measured): Figure {
  const ratio = found === null || limit === null ? null : found / (limit ?? 1);
  const met = ratio === null ? null : ratio <= target;
  return { what, unit, found, limit: limit ?? null, ratio, target, sense: 'at most', met };
}

/** Met when the limit takes at least `target` times what was found: so many times faster. */
export function faster(what: string, { found, limit, unit, target }: Measured): Figure {
  const ratio = found === null || limit === null || limit === undefined ? null : limit / found;
  const met = ratio === null ? null : ratio >= target;
  return { what, unit, found, limit: limit ?? null, ratio, target, sense: 'at least', met };
}

/** A figure without a target: the scale of things. */
export function told(what: string, found: number | null, unit: string): Figure {
  return { what, unit, found, limit: null, ratio: null, target: null, sense: 'at most', met: null };
}

/** The middle one; of an even count the lower of the two. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error('no values to find the middle of');
  return middle;
}

/** Both sides in turns (A B A B …) after one turn that does not count; the median of each, and of the quotients second / first. */
export async function alternate(
  turns: number,
  first: () => Promise<number> | number,
  second: () => Promise<number> | number,
): Promise<{ readonly first: number; readonly second: number; readonly quotient: number }> {
  await first();
  await second();
  const pairs: { first: number; second: number }[] = [];
  for (let turn = 0; turn < turns; turn++) pairs.push({ first: await first(), second: await second() });
  return {
    first: median(pairs.map((pair) => pair.first)),
    second: median(pairs.map((pair) => pair.second)),
    quotient: median(pairs.map((pair) => pair.second / pair.first)),
  };
}

/** The same thing so many times, after once that does not count; the median. */
export async function medianOf(turns: number, work: () => Promise<number> | number): Promise<number> {
  await work();
  const values: number[] = [];
  for (let turn = 0; turn < turns; turn++) values.push(await work());
  return median(values);
}
