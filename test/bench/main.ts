import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { measureMatch } from './match.ts';
import { measureProduct } from './product.ts';
import { reportOf, reportText } from './report.ts';
import { measureYardstick } from './yardstick.ts';

const usage =
  'npm run bench -- [--payments 100000] [--folder <where>] [--keep] [--only-generate] [--only-match] [--growth] [--json]';

const { values } = parseArgs({
  options: {
    payments: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'only-generate': { type: 'boolean', default: false },
    'only-match': { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
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
  if (values['only-match']) {
    console.log(await measureMatch(folder, payments, values.growth));
  } else await measureAll();
} finally {
  if (!values.keep && !values['only-generate']) rmSync(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  console.error(`Inventing a year of ${payments} payments in ${folder}…`);
  const generated = generate(join(folder, 'carte'), payments, Math.max(1, Math.round(payments / 100)));
  if (values['only-generate']) {
    console.log(JSON.stringify(generated, null, 2));
  } else {
    console.error('Measuring the limits…');
    const yardstick = await measureYardstick(generated, folder);
    console.error('Measuring the product…');
    const report = reportOf(generated, await measureProduct(generated, folder), yardstick);
    console.error(await measureMatch(folder, payments, values.growth));
    console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
    if (!report.ok) process.exitCode = 1;
  }
}
