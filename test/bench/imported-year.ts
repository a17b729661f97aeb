import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { stepLabels } from '../../src/shared/wording/labels.ts';
import type { Tally } from './desk.ts';
import { benchToday, type Generated } from './generate.ts';
import { measure, type Measure } from './measure.ts';

/** The year in a ledger, and what importing it took. */
export interface ImportedYear {
  /** The folder of the ledger: whoever writes takes a copy. */
  readonly archive: string;
  readonly year: ImportMeasure;
  /** The papers of the year; `year` of them is what was imported. */
  readonly papers: Generated;
}

/** As it is installed: from the sources, taking the types out would cost memory that nobody pays. */
export const cli = join(import.meta.dirname, '../../out/main/cli.js');

/** The command line as a technician has it, in a process of its own; throws when it fails. */
export async function runProduct(archive: string, ...words: string[]): Promise<Measure> {
  return runHeard(archive, words);
}

async function runHeard(
  archive: string,
  words: readonly string[],
  onSaid?: (said: string, seconds: number) => void,
): Promise<Measure> {
  if (!existsSync(cli)) throw new Error('the product is not built: npm run build');
  const all = [cli, '--archivio', archive, '--json', '--oggi', benchToday, ...words];
  const done = await measure(process.execPath, all, '', onSaid);
  if (done.exitCode === 0) return done;
  throw new Error(`the product ended with ${done.exitCode}: ${(done.stderr || done.stdout).slice(0, 800)}`);
}

/** What an import took. */
export interface ImportMeasure extends Measure {
  /** From the first look at the papers until their rows are kept, nothing matched: what the yardsticks do. */
  readonly keptSeconds: number;
}

/** Imports papers, and hears when they are read. */
export async function runImport(archive: string, papers: string): Promise<ImportMeasure> {
  let reading: number | null = null;
  let matching: number | null = null;
  const whole = await runHeard(archive, ['importa', papers], (said, seconds) => {
    if (said.includes(stepLabels.read)) reading ??= seconds;
    if (said.includes(stepLabels.match)) matching ??= seconds;
  });
  return { ...whole, keptSeconds: (matching ?? whole.seconds) - (reading ?? 0) };
}

/** Imports the year into a fresh ledger, and counts what came of it. */
export async function importYear(papers: Generated, archive: string): Promise<ImportedYear> {
  rmSync(archive, { recursive: true, force: true });
  await runProduct(archive, 'impostazioni', 'scrivi', papers.settings);
  const year = await runImport(archive, papers.year);
  await mustAgree(archive, papers.yearTally);
  return { archive, year, papers };
}

const stateOfThings = z.object({
  payments: z.object({ count: z.int(), cents: z.int() }),
  byStatus: z.record(z.string(), z.object({ count: z.int() })),
});

/** Throws unless the ledger holds what the papers say. */
export async function mustAgree(archive: string, tally: Tally): Promise<void> {
  const { payments, byStatus } = stateOfThings.parse(JSON.parse((await runProduct(archive, 'stato')).stdout));
  const figures: [name: string, found: number, expected: number][] = [
    ['payments', payments.count, tally.payments],
    ['cents', payments.cents, tally.cents],
    ...Object.entries(tally.byStatus).map(([status, expected]): [string, number, number] => [
      status,
      byStatus[status]?.count ?? 0,
      expected,
    ]),
  ];
  const wrong = figures.filter(([, found, expected]) => found !== expected);
  if (wrong.length > 0)
    throw new Error(
      wrong.map(([name, found, expected]) => `${name}: ${found} instead of ${expected}`).join('; '),
    );
}
