import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { exportNames } from '../../src/shared/domain/export.ts';
import { labels } from '../../src/shared/domain/label.ts';
import { statuses } from '../../src/shared/domain/verdict.ts';
import { openOffice } from '../helpers/office.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/integrazioni/README.md'), 'utf8');
const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);

it('every query of the page for software houses finds something in the ledger of the invented Comune', async () => {
  const office = await openOffice({ demo: true, settings: null });
  await office.ask('demo.fill', {});
  const db = new Database(join(office.folder, 'archivio', 'tre-pallini.db'), { readonly: true });
  try {
    const found = queries.map((sql) => db.prepare<[], Record<string, unknown>>(sql).all());
    expect(found.map((rows) => rows.length > 0)).toEqual([true, true, true]);
    const { payments } = await office.dashboard();
    const counted = found[0]?.reduce((sum, row) => sum + Number(row['quanti']), 0);
    expect(counted).toBe(payments.count);

    // The columns that the page says will stay are there.
    const stable = [...page.matchAll(/^\| `(\w+)`\s*\|\s*(`.*)$/gm)].filter(([, table = '']) =>
      ['payments', 'flow_states', 'provvisori', 'quote', 'documents'].includes(table),
    );
    expect(stable).toHaveLength(5);
    for (const [, table = '', told = ''] of stable) {
      const names = [...told.matchAll(/`(\w+)`/g)].map(([, column]) => column).join(', ');
      expect(() => db.prepare(`SELECT ${names} FROM ${table} LIMIT 1`).all()).not.toThrow();
    }
  } finally {
    db.close();
  }
});

it('tells every export, every label and every status', () => {
  const words = [...exportNames, ...labels, ...statuses];
  expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});
