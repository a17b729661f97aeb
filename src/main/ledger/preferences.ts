import type { ReadableLedger, WritableLedger } from './open.ts';
import { all, one, run } from './statements.ts';

/** A preference by its name; the value is JSON text. */
interface Preference {
  readonly key: string;
  readonly value: string;
}

export function readPreferences(ledger: ReadableLedger): Preference[] {
  return all<Preference>(ledger, `SELECT key, value FROM preferences ORDER BY key`);
}

export function writePreference(ledger: WritableLedger, { key, value }: Preference): void {
  run(
    ledger,
    `INSERT INTO preferences (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [key, value],
  );
}

export function forgetPreference(ledger: WritableLedger, key: string): void {
  run(ledger, `DELETE FROM preferences WHERE key = ?`, [key]);
}

export function countPreferences(ledger: ReadableLedger): number {
  return one<{ n: number }>(ledger, `SELECT count(*) AS n FROM preferences`)?.n ?? 0;
}
