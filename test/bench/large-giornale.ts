import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { benchToday } from './generate.ts';
import { writeGiornalePapers, type GiornalePapers } from './giornale-papers.ts';
import { isInstalled, measure, type Measure } from './measure.ts';
import { goal, line, type Beside } from './report.ts';
import { importRows } from './yardstick.ts';

/** What one large giornale takes; null where the limit cannot be measured. */
export interface GiornaleMeasure {
  readonly papers: GiornalePapers;
  /** From the first look at the file until its rows are kept, nothing matched: the median of the runs. */
  readonly kept: number;
  /** The whole program, its start, its matching and its commit included. */
  readonly whole: number;
  readonly peakMb: number | null;
  /** `xmllint --stream` and `.import` of the same rows, in the same rounds. */
  readonly limit: number | null;
  /** Medians of the ratios inside each round. */
  readonly keptRatio: number | null;
  readonly wholeRatio: number | null;
  /** One sentence for each figure that disagrees with the generator. */
  readonly disagreements: readonly string[];
}

const cli = join(import.meta.dirname, '../../src/main/hosts/cli/main.mjs');

/** Imports one giornale of so many megabytes, each time into a fresh ledger, by turns with the limits. */
export async function measureGiornale(
  folder: string,
  megabytes: number,
  rounds: number,
): Promise<GiornaleMeasure> {
  const papers = writeGiornalePapers(join(folder, 'giornale'), megabytes * 1e6);
  const hasLimit = (await isInstalled('xmllint')) && (await isInstalled('sqlite3'));
  const runs: { kept: number; whole: Measure; limit: number | null; problem: string | null }[] = [];
  for (let round = 0; round < rounds; round++) {
    const limit = hasLimit ? await measureLimit(papers, folder) : null;
    runs.push({ ...(await importOnce(papers, folder)), limit });
  }
  const ratios = (of: (run: (typeof runs)[number]) => number): number | null =>
    hasLimit ? median(runs.map((run) => of(run) / (run.limit ?? 1))) : null;
  return {
    papers,
    kept: median(runs.map(({ kept }) => kept)),
    whole: median(runs.map(({ whole }) => whole.seconds)),
    peakMb: runs.reduce<number | null>(
      (most, { whole: { peakMb } }) => (peakMb === null ? most : Math.max(most ?? 0, peakMb)),
      null,
    ),
    limit: hasLimit ? median(runs.map(({ limit }) => limit ?? 0)) : null,
    keptRatio: ratios(({ kept }) => kept),
    wholeRatio: ratios(({ whole }) => whole.seconds),
    disagreements: [...new Set(runs.flatMap(({ problem }) => problem ?? []))],
  };
}

async function measureLimit({ file, csv }: GiornalePapers, folder: string): Promise<number> {
  const read = await measure('xmllint', ['--stream', '--noout', file]);
  if (read.exitCode !== 0) throw new Error(`xmllint refuses the giornale: ${read.stderr.slice(0, 500)}`);
  return read.seconds + (await importRows(csv, folder));
}

const answer = z.object({ report: z.object({ movements: z.int() }) });

async function importOnce(
  { file, settings, movimenti }: GiornalePapers,
  folder: string,
): Promise<{ kept: number; whole: Measure; problem: string | null }> {
  const archive = join(folder, 'archivio-giornale');
  rmSync(archive, { recursive: true, force: true });
  const words = [cli, '--archivio', archive, '--json', '--oggi', benchToday];
  await measure(process.execPath, [...words, 'impostazioni', 'scrivi', settings]);
  let reading: number | null = null;
  let kept: number | null = null;
  const whole = await measure(process.execPath, [...words, 'importa', file], '', (said, seconds) => {
    if (said.includes('Lettura')) reading ??= seconds;
    if (said.includes('Riconciliazione')) kept ??= seconds;
  });
  if (whole.exitCode !== 0)
    throw new Error(`the product ended with ${whole.exitCode}: ${whole.stderr.slice(-800)}`);
  const { report } = answer.parse(JSON.parse(whole.stdout));
  return {
    kept: (kept ?? whole.seconds) - (reading ?? 0),
    whole,
    problem:
      report.movements === movimenti
        ? null
        : `movements of the giornale: ${report.movements} instead of ${movimenti}`,
  };
}

/** The figures beside their targets. */
export function besideGiornale(found: GiornaleMeasure): Beside {
  const { papers, kept, whole, peakMb, limit, keptRatio, wholeRatio, disagreements } = found;
  const mb = papers.bytes / 1e6;
  const name = `giornale of ${mb.toFixed(0)} MB`;
  return {
    lines: [
      line(`${name}: read, checked and kept`, kept, mb),
      line(`${name}: the whole import (${timesText(wholeRatio)})`, whole, mb, peakMb),
      line(`${name}: xmllint + .import`, limit, mb),
    ],
    goals: [goal('giornale read and kept / (xmllint + .import)', keptRatio, 1.2)],
    notes: disagreements,
    disagrees: disagreements.length > 0,
  };
}

function timesText(ratio: number | null): string {
  return ratio === null ? '-' : `${ratio.toFixed(1)} x`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
