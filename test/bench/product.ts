import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { benchToday } from './generate.ts';
import type { Generated } from './generate.ts';
import { measure } from './measure.ts';
import type { Measure } from './measure.ts';
import type { Tally } from './desk.ts';
import { measureWorkbook, type WorkbookMeasure } from './workbook.ts';

const cli = join(import.meta.dirname, '../../src/main/hosts/cli/main.mjs');

/** What the product takes, and whether it found what the papers say. */
export interface Product {
  readonly start: Measure;
  readonly year: Measure;
  readonly newDay: Measure;
  readonly workbook: WorkbookMeasure;
  /** One sentence for each figure that disagrees with the generator. */
  readonly disagreements: readonly string[];
}

/** Imports the year into a fresh ledger, then one day more, each in a process of its own. */
export async function measureProduct(generated: Generated, folder: string): Promise<Product> {
  const archive = join(folder, 'archivio');
  rmSync(archive, { recursive: true, force: true });
  const run = async (...args: string[]): Promise<Measure> => {
    const words = [cli, '--archivio', archive, '--json', '--oggi', benchToday, ...args];
    const done = await measure(process.execPath, words);
    if (done.exitCode !== 0) {
      throw new Error(
        `the product ended with ${done.exitCode}: ${(done.stderr || done.stdout).slice(0, 800)}`,
      );
    }
    return done;
  };
  await run('impostazioni', 'scrivi', generated.settings);
  // An import of nothing: it opens the ledger for writing and starts the thread that does.
  const nothing = join(folder, 'niente');
  mkdirSync(nothing, { recursive: true });
  const start = await run('importa', nothing);
  const year = await run('importa', generated.year);
  const afterYear = disagreements(await run('stato'), generated.yearTally);
  const newDay = await run('importa', generated.newDay);
  const afterDay = disagreements(await run('stato'), generated.tally);
  const workbook = await measureWorkbook(run, folder);
  return { start, year, newDay, workbook, disagreements: [...afterYear, ...afterDay] };
}

const stateOfThings = z.object({
  payments: z.object({ count: z.int(), cents: z.int() }),
  byStatus: z.record(z.string(), z.object({ count: z.int() })),
});

function disagreements(stato: Measure, tally: Tally): string[] {
  const { payments, byStatus } = stateOfThings.parse(JSON.parse(stato.stdout));
  const figures: [name: string, found: number, expected: number][] = [
    ['payments', payments.count, tally.payments],
    ['cents', payments.cents, tally.cents],
    ...Object.entries(tally.byStatus).map(([status, expected]): [string, number, number] => [
      status,
      byStatus[status]?.count ?? 0,
      expected,
    ]),
  ];
  return figures
    .filter(([, found, expected]) => found !== expected)
    .map(([name, found, expected]) => `${name}: ${found} instead of ${expected}`);
}
