import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import { importYear } from './imported-year.ts';
import { alternate, faster, median, told, type Job } from './job.ts';
import { isInstalled, measure } from './measure.ts';

const counts = z.object({ count: z.int(), cents: z.int(), missing: z.int(), differs: z.int() });

/** The product, with its checks and its history, beside what a technician would write in an afternoon. */
export const script: Job = {
  name: 'script',
  what: 'the year imported and matched / the same by a Python script of the standard library (script.py)',
  async run(desk) {
    if (!(await isInstalled('python3')))
      return { figures: [], notes: ['python3 is not installed: nothing was measured.'] };
    const papers = desk.papers();
    const turns = desk.payments > 200_000 ? 1 : 3;
    const cpu: Record<'script' | 'product', (number | null)[]> = { script: [], product: [] };
    const byScript = async () => {
      const database = join(desk.folder, 'script.sqlite');
      rmSync(database, { force: true });
      const words = [
        join(import.meta.dirname, 'script.py'),
        papers.year,
        database,
        inventedEnte.codiceFiscale,
      ];
      const done = await measure('python3', words);
      if (done.exitCode !== 0) throw new Error(done.stderr.slice(-800));
      const { count, cents, missing, differs } = counts.parse(JSON.parse(done.stdout));
      const { yearTally: tally } = papers;
      const agrees =
        count === tally.payments &&
        cents === tally.cents &&
        missing === tally.byStatus['receipt-missing'] &&
        differs === tally.byStatus['reported-amount-differs'];
      if (!agrees) throw new Error(`the script finds other figures: ${done.stdout}`);
      cpu.script.push(done.cpuSeconds);
      return done.seconds;
    };
    // The settings are written before, and the figures are counted after: only the import is timed.
    const byProduct = async () => {
      const { year } = await importYear(papers, join(desk.folder, 'archivio'));
      cpu.product.push(year.cpuSeconds);
      return year.seconds;
    };
    const { first, second, quotient } = await alternate(turns, byScript, byProduct);
    return {
      figures: [
        faster('import and match, times faster than the script', {
          found: second,
          limit: first,
          unit: 's',
          target: 1.3,
        }),
        told('script / product, median of the pairs', 1 / quotient, 'times'),
        told('processor of the script', middle(cpu.script), 's'),
        told('processor of the product, all its threads', middle(cpu.product), 's'),
      ],
      notes: [],
    };
  },
};

function middle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}
