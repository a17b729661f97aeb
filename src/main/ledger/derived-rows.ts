import { createHash } from 'node:crypto';
import type { ReadableLedger } from './open.ts';
import { columnsOf, derivedTables } from './seals/sealed-tables.ts';
import { each } from './statements.ts';

/**
 * One digest of all that derived rows say, more than the ledger says by them: two ledgers that say the same have it alike
 * only when they were made of the same papers under the same numbers. Numbers of derived rows and revisions are not in it:
 * each of them stands in an index as well.
 */
export function derivedDigest(ledger: ReadableLedger): string {
  const digest = createHash('sha256');
  for (const table of derivedTables)
    for (const { text } of each<{ text: string }>(ledger, selectOf(ledger, table)))
      digest.update(text).update('\n');
  return digest.digest('hex');
}

function selectOf(ledger: ReadableLedger, table: (typeof derivedTables)[number]): string {
  const { told, joins, order } = tables[table];
  const columns = columnsOf(ledger, table)
    .map(({ name }) => name)
    .filter((name) => !numbers.has(name))
    .map((name) => `t."${name}"`);
  return `SELECT json_array(${[...columns, ...told].join(', ')}) AS text FROM "${table}" t ${joins} ORDER BY ${order}`;
}

/** Given anew when a row is found again, or told by what they lead to: equal facts may have two of them. */
const numbers: ReadonlySet<string> = new Set([
  'id',
  'changed',
  'provvisorio_id',
  'movimento_id',
  'transfer_id',
  'ricevuta_id',
  'riga_id',
]);

const provvisorio = ['v.esercizio', 'v.numero', 'v.conto'];
const ofProvvisorio = 'JOIN provvisori v ON v.id = t.provvisorio_id';

const tables: Readonly<
  Record<
    (typeof derivedTables)[number],
    { readonly told: readonly string[]; readonly joins: string; readonly order: string }
  >
> = {
  provvisori: {
    told: ['m.digest'],
    joins: 'LEFT JOIN movimenti m ON m.id = t.movimento_id',
    order: 't.esercizio, t.numero, t.conto',
  },
  causale_days: {
    told: provvisorio,
    joins: ofProvvisorio,
    order: 'v.esercizio, v.numero, v.conto, t.day',
  },
  quote: { told: provvisorio, joins: ofProvvisorio, order: 'v.esercizio, v.numero, v.conto, t.iuf_key' },
  flow_states: { told: [], joins: '', order: 't.iuf_key' },
  payments: {
    told: [
      ...provvisorio,
      't.transfer_id IS NULL',
      't.riga_id IS NULL',
      'c.digest',
      'x.idx',
      'x.cents',
      'f.digest',
      'r.idx',
      'r.cents',
    ],
    joins: `LEFT JOIN provvisori v ON v.id = t.provvisorio_id
      LEFT JOIN transfers x ON x.id = t.transfer_id LEFT JOIN ricevute c ON c.id = x.ricevuta_id
      LEFT JOIN righe r ON r.id = t.riga_id LEFT JOIN flussi f ON f.id = r.flusso_id`,
    order: 't.iuv, t.iur, t.idx',
  },
  payment_counts: { told: [], joins: '', order: 't.evidence, t.due_day, t.paid_on' },
  position_states: { told: [], joins: '', order: 't.key' },
};
