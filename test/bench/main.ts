import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate, type Generated } from './generate.ts';
import { drawGrowth } from './growth.ts';
import { importYear, type ImportedYear } from './imported-year.ts';
import type { BenchDesk, Job } from './job.ts';
import { jobs } from './jobs.ts';
import { load, machine } from './machine.ts';
import { reported, reportOf, reportText, type JobReport } from './report.ts';

const names = jobs.map(({ name }) => name);
const usage = `npm run bench -- [--only ${names.join(',')}] [--payments 100000] [--folder <where>] [--keep] [--only-generate] [--json] [--growth a.json,b.json]`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    payments: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'only-generate': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    growth: { type: 'string' },
  },
});

const payments = Number(values.payments);
const wanted = values.only?.split(',') ?? names;
if (!Number.isSafeInteger(payments) || payments < 1 || wanted.some((name) => !names.includes(name))) {
  console.error(usage);
  process.exit(2);
}

if (values.growth !== undefined) {
  const drawn = drawGrowth(values.growth.split(','));
  console.error(
    drawn
      ? 'docs/immagini/crescita.svg is drawn.'
      : 'Two reports with the job «import» are needed: nothing is drawn.',
  );
  process.exit(drawn ? 0 : 2);
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'tre-pallini-bench-'));
// What else is said goes where it does not mix with the report.
const say = (words: string) => console.error(words);
let papers: Generated | null = null;
let ledger: Promise<ImportedYear> | null = null;

function yearPapers(): Generated {
  if (papers === null) say(`Inventing a year of ${payments} payments in ${folder}…`);
  papers ??= generate(join(folder, 'carte'), payments, Math.max(1, Math.round(payments / 100)));
  return papers;
}

function yearLedger(): Promise<ImportedYear> {
  if (ledger === null) {
    const invented = yearPapers();
    say('The product imports the year…');
    ledger = importYear(invented, join(folder, 'anno'));
  }
  return ledger;
}

async function measured(job: Job): Promise<JobReport> {
  const own = join(folder, `prova-${job.name}`);
  mkdirSync(own, { recursive: true });
  const desk: BenchDesk = { folder: own, payments, papers: yearPapers, ledger: yearLedger, say };
  say(`${job.name}: ${job.what}…`);
  try {
    return reported(job, await job.run(desk));
  } catch (error) {
    // The others are measured all the same; the report and the exit code tell.
    return reported(job, { figures: [], notes: [] }, error instanceof Error ? error.message : String(error));
  } finally {
    if (!values.keep) rmSync(own, { recursive: true, force: true });
  }
}

try {
  if (values['only-generate']) {
    console.log(JSON.stringify(yearPapers(), null, 2));
  } else {
    const start = load();
    const found: JobReport[] = [];
    for (const job of jobs.filter(({ name }) => wanted.includes(name))) found.push(await measured(job));
    const report = reportOf({ machine: machine(), load: { start, end: load() }, payments, jobs: found });
    console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
    if (!report.ok) process.exitCode = 1;
  }
} finally {
  if (!values.keep && !values['only-generate']) rmSync(folder, { recursive: true, force: true });
}
