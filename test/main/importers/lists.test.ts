import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../src/main/importers/bytes.ts';
import { readBeginning } from '../../../src/main/importers/head.ts';
import { importers } from '../../../src/main/importers/registry.ts';
import { tell } from './reading.ts';

const formats = [
  'govpay-flussi',
  'govpay-console',
  'govpay-rendicontazione',
  'ricevute-p4pa',
  'pagati',
  'hypersic-av20',
  'secim',
  'posizioni-p4pa',
  'posizioni-piemonte',
  'elenco-posizioni',
];

const samples = formats.flatMap((format) =>
  readdirSync(new URL(`${format}/`, import.meta.url))
    .filter((name) => /^sample.*\.(?:csv|txt)$/.test(name))
    .map((name) => [format, name] as const),
);

describe('samples of lists, with what is expected of them', () => {
  it.each(samples)('%s, %s', (format, name) => {
    const at = new URL(`${format}/${name}`, import.meta.url);
    const told = tell(readFileSync(at));
    expect(told.problem).toBeNull();
    const { readings, warnings, refusedRows } = told;
    const expected: unknown = JSON.parse(readFileSync(`${at.pathname.replace(/\.\w+$/, '')}.json`, 'utf8'));
    expect({ readings, warnings, refusedRows }).toEqual(expected);
  });

  it.each(samples)('are of one format only: %s, %s', (format, name) => {
    const source = bytesInMemory(readFileSync(new URL(`${format}/${name}`, import.meta.url)));
    const head = readBeginning(source);
    expect(importers.filter((importer) => importer.claims(head)).map((one) => one.name)).toEqual([format]);
  });
});
