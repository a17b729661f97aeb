import type { WritableLedger } from './open.ts';
import { revisionOfJob } from './revision.ts';
import { run } from './statements.ts';

/**
 * Where payments are put that were found: where they are kept; or, when there are former ones to hold them against, beside
 * them. Of what comes out as it was only the revision is written, and one index of ten: the papers behind it may say something
 * else of it, which other programs are told.
 */
export type PaymentsPlace = 'payments' | 'found_payments';

const key = ['iuv', 'iur', 'idx'];
const said = [
  'cents',
  'paid_on',
  'partner',
  'service',
  'service_source',
  'transfer_id',
  'riga_id',
  'iuf_key',
  'provvisorio_id',
  'evidence',
  'due_day',
  'status',
  'late_status',
  'ricevuta_id',
  'debtor',
];
const columns = [...key, ...said, 'changed'];

/** Readies the place beside the payments, empty. */
export function openFound(ledger: WritableLedger): void {
  ledger.exec(`
    CREATE TEMP TABLE IF NOT EXISTS found_payments (${columns.join(', ')}, PRIMARY KEY (${key.join(', ')})) WITHOUT ROWID;
    DELETE FROM found_payments;`);
}

/** Of the touched IUVs numbered `after`+1..`upTo`: takes away the payments that were not found so again, and keeps the new ones. */
export function keepFound(ledger: WritableLedger, after: number, upTo: number): void {
  run(ledger, removeOthers, [after, upTo]);
  run(ledger, raiseSame, [after, upTo]);
  run(ledger, keepNew);
  run(ledger, `DELETE FROM found_payments`);
}

const same = (names: readonly string[], equals: string): string =>
  names.map((name) => `n.${name} ${equals} p.${name}`).join(' AND ');

const isTouched = `iuv IN (SELECT iuv FROM touched_iuvs WHERE seq > ? AND seq <= ?)`;

const removeOthers = `
  DELETE FROM payments AS p WHERE ${isTouched}
    AND NOT EXISTS (SELECT 1 FROM found_payments n WHERE ${same(key, '=')} AND ${same(said, 'IS')})`;

const raiseSame = `UPDATE payments SET changed = ${revisionOfJob} WHERE ${isTouched}`;

const keepNew = `
  INSERT INTO payments (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM found_payments n
  WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE ${same(key, '=')})`;
