import { readFileSync } from 'node:fs';
import { tell } from './reading.ts';

/** What a sample says, and what it should say: the JSON beside it. */
export function sampleAndExpected(folder: URL, sample: string): { said: unknown; expected: unknown } {
  const { problem, readings, warnings, refusedRows } = tell(readFileSync(new URL(sample, folder)), sample);
  const json = readFileSync(new URL(sample.replace(/\.\w+$/, '.json'), folder), 'utf8');
  return { said: { problem, readings, warnings, refusedRows }, expected: JSON.parse(json) as unknown };
}
