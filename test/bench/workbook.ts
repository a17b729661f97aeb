import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from 'xlsx';
import { runProduct } from './imported-year.ts';
import { atMost, told, type Job } from './job.ts';
import { isInstalled, measure } from './measure.ts';

interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The treasurer's workbook of the year, beside packing the same XML again. */
export const workbook: Job = {
  name: 'workbook',
  what: 'the treasurer’s workbook of the year / zip -6 of its own XML',
  async run(desk) {
    const { archive } = await desk.ledger();
    const start = await runProduct(archive, 'stato');
    const file = join(desk.folder, 'tesoriere.xlsx');
    const made = await runProduct(archive, 'esporta', 'tesoriere', '--out', file);
    const place = join(desk.folder, 'tesoriere');
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    const parts: readonly Part[] = CFB.read(readFileSync(file), { type: 'buffer' }).FileIndex;
    const sheets = parts.filter(({ name }) => /^sheet\d+\.xml$/.test(name));
    for (const { name, content } of sheets) writeFileSync(join(place, name), content);
    const paths = sheets.map(({ name }) => join(place, name));
    const zip = (await isInstalled('zip'))
      ? await measure('zip', ['-q', '-6', join(place, 'a.zip'), ...paths])
      : null;
    if (zip !== null && zip.exitCode !== 0) throw new Error(`zip ended with ${zip.exitCode}: ${zip.stderr}`);
    const xmlMb = sheets.reduce((sum, { content }) => sum + content.length, 0) / 1e6;
    return {
      figures: [
        told('XML in the workbook', xmlMb, 'MB'),
        atMost('workbook, work alone / zip -6 of its XML', {
          found: Math.max(0.001, made.seconds - start.seconds),
          limit: zip?.seconds ?? null,
          unit: 's',
          target: 4,
        }),
        atMost('peak memory of the workbook', { found: made.peakMb, unit: 'MB', target: 400 }),
      ],
      notes: zip === null ? ['zip is not installed: its half of the ratio is skipped.'] : [],
    };
  },
};
