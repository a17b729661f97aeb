import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB } from 'xlsx';
import { isInstalled, measure, type Measure } from './measure.ts';

/** What the treasurer's workbook of the year takes, beside packing the same XML again. */
export interface WorkbookMeasure {
  readonly export: Measure;
  /** `zip -6` of its sheets; null when there is no `zip`. */
  readonly zipSeconds: number | null;
  /** Megabytes of XML in it. */
  readonly xmlMb: number;
}

interface Part {
  readonly name: string;
  readonly content: Uint8Array;
}

/** `run` asks the product, and throws when it fails. */
export async function measureWorkbook(
  run: (...words: string[]) => Promise<Measure>,
  folder: string,
): Promise<WorkbookMeasure> {
  const file = join(folder, 'tesoriere.xlsx');
  const exported = await run('esporta', 'tesoriere', '--out', file);
  const place = join(folder, 'tesoriere');
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
  return { export: exported, zipSeconds: zip?.seconds ?? null, xmlMb };
}
