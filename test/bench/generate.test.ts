import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { leavesOf } from '../main/demo/xml-tree.ts';
import { generate } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-generate-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('invents a year whose papers, rows and figures agree', () => {
  const generated = generate(join(folder, 'one'), 900, 40);
  const { yearTally, tally, year, loose, csv } = generated;
  expect(yearTally.payments).toBe(900);
  expect(tally.payments).toBe(940);
  expect(Object.values(tally.byStatus).reduce((sum, count) => sum + count, 0)).toBe(940);
  expect(tally.byStatus['receipt-missing']).toBe(9);

  const flussi = readdirSync(join(year, 'flussi')).map((name) =>
    leavesOf(readFileSync(join(year, 'flussi', name), 'utf8')),
  );
  expect(flussi).toHaveLength(yearTally.flussi);
  expect(flussi.flatMap((leaves) => leaves.get('identificativoUnivocoRiscossione') ?? [])).toHaveLength(900);
  const rowsOf = (table: string): number =>
    readFileSync(join(csv, `${table}.csv`), 'utf8')
      .trim()
      .split('\n').length;
  expect(rowsOf('righe')).toBe(900);
  expect(rowsOf('ricevute')).toBe(891);
  expect(rowsOf('movimenti')).toBe(yearTally.movimenti);
  expect(readdirSync(join(loose, '1'))).toHaveLength(891);
  const giornali = readdirSync(join(year, 'giornali'));
  expect(giornali).toHaveLength(250);
  for (const name of giornali) leavesOf(readFileSync(join(year, 'giornali', name), 'utf8'));
});
