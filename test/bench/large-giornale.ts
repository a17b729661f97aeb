import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runImport, runProduct, type ImportMeasure } from './imported-year.ts';
import { writeGiornalePapers, type GiornalePapers } from './giornale-papers.ts';
import { isInstalled, measure } from './measure.ts';
import { atMost, median, told, type Job } from './job.ts';
import { importRows } from './yardstick.ts';

/** What one large giornale takes; null where the limit cannot be measured. */
interface GiornaleMeasure {
  readonly papers: GiornalePapers;
  /** From the first look at the file until its rows are kept, nothing matched: the median of the runs. */
  readonly kept: number;
  /** The whole program, its start, its matching and its commit included. */
  readonly whole: number;
  readonly peakMb: number | null;
  /** `xmllint --stream` and `.import` of the same rows, in the same rounds. */
  readonly limit: number | null;
  /** One sentence for each figure that disagrees with the generator. */
  readonly disagreements: readonly string[];
}

/** Imports one giornale of so many megabytes, each time into a fresh ledger, by turns with the limits. */
async function measureGiornale(folder: string, megabytes: number, rounds: number): Promise<GiornaleMeasure> {
  const papers = writeGiornalePapers(join(folder, 'giornale'), megabytes * 1e6);
  const hasLimit = (await isInstalled('xmllint')) && (await isInstalled('sqlite3'));
  const runs: { whole: ImportMeasure; limit: number | null; problem: string | null }[] = [];
  for (let round = 0; round < rounds; round++) {
    const limit = hasLimit ? await measureLimit(papers, folder) : null;
    runs.push({ ...(await importOnce(papers, folder)), limit });
  }
  return {
    papers,
    kept: median(runs.map(({ whole }) => whole.keptSeconds)),
    whole: median(runs.map(({ whole }) => whole.seconds)),
    peakMb: runs.reduce<number | null>(
      (most, { whole: { peakMb } }) => (peakMb === null ? most : Math.max(most ?? 0, peakMb)),
      null,
    ),
    limit: hasLimit ? median(runs.map(({ limit }) => limit ?? 0)) : null,
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
): Promise<{ whole: ImportMeasure; problem: string | null }> {
  const archive = join(folder, 'archivio-giornale');
  rmSync(archive, { recursive: true, force: true });
  await runProduct(archive, 'impostazioni', 'scrivi', settings);
  const whole = await runImport(archive, file);
  const { report } = answer.parse(JSON.parse(whole.stdout));
  return {
    whole,
    problem:
      report.movements === movimenti
        ? null
        : `movements of the giornale: ${report.movements} instead of ${movimenti}`,
  };
}

/** Megabytes of the large giornale, by the year that is asked for: 200 beside a hundred thousand payments. */
const megabytesPerPayment = 200 / 100_000;

export const giornale: Job = {
  name: 'giornale',
  what: 'one large giornale against xmllint and .import of its rows',
  async run({ folder, payments }) {
    const megabytes = Math.max(5, Math.min(200, Math.round(payments * megabytesPerPayment)));
    const found = await measureGiornale(folder, megabytes, 3);
    const { kept, whole, peakMb, limit, disagreements } = found;
    if (disagreements.length > 0) throw new Error(disagreements.join('; '));
    const name = `giornale of ${megabytes} MB`;
    return {
      figures: [
        atMost(`${name}: read, checked and kept`, { found: kept, limit, unit: 's', target: 1.2 }),
        told(`${name}: the whole import`, whole, 's'),
        atMost(`${name}: peak memory`, { found: peakMb, unit: 'MB', target: 300 }),
      ],
      notes:
        limit === null ? ['xmllint or sqlite3 is not installed: the giornale has no limit beside it.'] : [],
    };
  },
};
