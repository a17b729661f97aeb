import type { Settings } from '../../shared/domain/settings.ts';
import type { ReadableLedger, WritableLedger } from './open.ts';
import { one, run } from './statements.ts';

export function readSettings(ledger: ReadableLedger): Settings {
  const row = one<{ settings: string }>(ledger, `SELECT settings FROM ledger`);
  if (row === undefined) throw new Error('the ledger has no settings row');
  return JSON.parse(row.settings) as Settings;
}

export function writeSettings(ledger: WritableLedger, settings: Settings): void {
  run(ledger, `UPDATE ledger SET settings = ?`, [JSON.stringify(settings)]);
}

/** Which edition of the matching rules the derived tables were made with. */
export function derivationOf(ledger: ReadableLedger): number {
  return one<{ derivation: number }>(ledger, `SELECT derivation FROM ledger`)?.derivation ?? 0;
}

export function setDerivation(ledger: WritableLedger, edition: number): void {
  run(ledger, `UPDATE ledger SET derivation = ?`, [edition]);
}

/** Names this ledger for ever, and every copy of it. */
export function ledgerId(ledger: ReadableLedger): string {
  const row = one<{ id: string }>(ledger, `SELECT id FROM ledger`);
  if (row === undefined) throw new Error('the ledger has no row');
  return row.id;
}
