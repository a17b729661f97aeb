import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProperties } from '../../../../src/main/importers/recipients/properties.ts';
import { openTable } from '../../../../src/main/importers/table/table.ts';
import { mergeProperties } from '../../../../src/shared/domain/message/property.ts';
import { planTari, scenarioOf } from '../../../../src/shared/domain/message/tari-plan.ts';
import { day } from '../../../shared/domain/message/recipients.ts';
import { workbook } from '../table/workbooks.ts';
import { read, source } from './lists.ts';

const sample = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
const list = sample('tari-2026.csv');
const today = day('2026-03-02');

/** All that a list says, cells apart: a workbook keeps other line ends. */
const told = ({ recipients, refused }: ReturnType<typeof read>) => ({
  refused,
  recipients: recipients.map((person) => ({ ...person, fields: {} })),
});

describe('the list of TARI avvisi of a software house', () => {
  it('is read: three people with three avvisi each, five rows left out', () => {
    const { recipients, refused, warnings, rows } = read(list, { today });
    expect(
      recipients.map(({ row, fiscalCode, rata, cents, dueDay }) => [
        row,
        fiscalCode.slice(0, 6),
        rata,
        cents,
        dueDay,
      ]),
    ).toEqual([
      [1, 'FNTNCL', { kind: 'unica' }, 12_830, '2026-05-16'],
      [1, 'FNTNCL', { kind: 'rata', n: 1, of: 2 }, 6415, '2026-06-16'],
      [1, 'FNTNCL', { kind: 'rata', n: 2, of: 2 }, 6415, '2026-12-16'],
      [2, 'PRVNNA', { kind: 'unica' }, 123_450, '2026-05-16'],
      [2, 'PRVNNA', { kind: 'rata', n: 1, of: 2 }, 61_725, '2026-06-16'],
      [2, 'PRVNNA', { kind: 'rata', n: 2, of: 2 }, 61_725, '2026-12-16'],
      [3, 'SMPGSI', { kind: 'unica' }, 9940, '2026-05-16'],
      [3, 'SMPGSI', { kind: 'rata', n: 1, of: 2 }, 4970, '2026-06-16'],
      [3, 'SMPGSI', { kind: 'rata', n: 2, of: 2 }, 4970, '2026-12-16'],
    ]);
    expect(recipients[0]).toMatchObject({ name: 'FINTI NICOLÒ', account: 'C0001' });
    expect(recipients[6]?.fields['Indirizzo recapito']).toBe('Località "Le Case",\r\npresso C/O Finti');
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [4, 'cf-check'],
      [5, 'cf-numeric'],
      [6, 'cf-missing'],
      [7, 'amount-zero'],
      [8, 'total-row'],
    ]);
    expect(warnings).toEqual([]);
    expect(rows).toBe(8);
  });

  it.each(['xlsx', 'xls', 'ods'] as const)('says the same in %s', (type) => {
    const table = openTable(source(list));
    if (!table.ok) throw new Error(table.problem.code);
    const cells = [...table.value.rows()].map((row) => row.cells.map(({ text }) => text));
    expect(told(read(workbook({ TARI: cells }, type)))).toEqual(told(read(list)));
  });

  it('is planned with the whole first, and its properties are led to it', () => {
    const { recipients } = read(list, { today });
    const scenario = scenarioOf(recipients);
    const plan = planTari(recipients, { scenario, from: today, decisionDay: null, daysAhead: 30 });
    expect(scenario).toBe('unica-first');
    expect(
      plan.ok && plan.value.rows.filter(({ row }) => row === 1).map(({ notBefore }) => notBefore),
    ).toEqual(['2026-03-02', '2026-05-17', '2026-11-16']);
    const properties = readProperties(source(sample('immobili-2026.csv')));
    if (!properties.ok) throw new Error(properties.problem.code);
    const merged = mergeProperties(recipients, properties.value.properties, { today, missing: 'block' });
    expect(merged).toMatchObject({
      by: 'account',
      missing: [3],
      blocked: [3],
      orphans: [5],
      ended: [4],
      shared: [],
    });
    expect([1, 2].map((row) => merged.byRow.get(row)?.length)).toEqual([2, 1]);
  });
});
