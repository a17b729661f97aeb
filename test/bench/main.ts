import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { besideGiornale, measureGiornale } from './large-giornale.ts';
import { measureProduct } from './product.ts';
import { including, reportOf, reportText, type Beside } from './report.ts';
import { measureYardstick } from './yardstick.ts';

const usage =
  'npm run bench -- [--payments 100000] [--giornale 200] [--rounds 5] [--folder <where>] [--keep] [--only-generate] [--json]';

const { values } = parseArgs({
  options: {
    payments: { type: 'string', default: '100000' },
    // Megabytes of the large giornale; 0 for none.
    giornale: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'only-generate': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const payments = Number(values.payments);
if (!Number.isSafeInteger(payments) || payments < 1) {
  console.error(usage);
  process.exit(2);
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'tre-pallini-bench-'));
try {
  console.error(`Inventing a year of ${payments} payments in ${folder}…`);
  const generated = generate(join(folder, 'carte'), payments, Math.max(1, Math.round(payments / 100)));
  if (values['only-generate']) {
    console.log(JSON.stringify(generated, null, 2));
  } else {
    console.error('Measuring the limits…');
    const yardstick = await measureYardstick(generated, folder);
    console.error('Measuring the product…');
    const year = reportOf(generated, await measureProduct(generated, folder), yardstick);
    const report = including(year, await measureLarge());
    console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
    if (!report.ok) process.exitCode = 1;
  }
} finally {
  if (!values.keep && !values['only-generate']) rmSync(folder, { recursive: true, force: true });
}

async function measureLarge(): Promise<Beside> {
  const megabytes = Number(values.giornale);
  if (megabytes === 0) return { lines: [], goals: [], notes: [], disagrees: false };
  console.error(`Measuring a giornale of ${megabytes} MB…`);
  return besideGiornale(await measureGiornale(folder, megabytes, Number(values.rounds)));
}
