import type { ReadableLedger } from './open.ts';
import type { ProvvisorioKey } from './provvisori.ts';
import { all } from './statements.ts';

/** The provvisori that hold the money of a flusso, or the single one, as of now. */
export function provvisoriOfMoney(
  ledger: ReadableLedger,
  flussoKey: string | null,
  provvisorioId: number | null,
): { esercizio: number; numero: string }[] {
  return ofMoney(ledger, 'esercizio, numero', flussoKey, provvisorioId);
}

/** The same by their whole natural keys. */
export function keysOfMoney(
  ledger: ReadableLedger,
  flussoKey: string | null,
  provvisorioId: number | null,
): ProvvisorioKey[] {
  return ofMoney(ledger, 'esercizio, numero, conto', flussoKey, provvisorioId);
}

function ofMoney<Row>(
  ledger: ReadableLedger,
  columns: string,
  flussoKey: string | null,
  provvisorioId: number | null,
): Row[] {
  if (flussoKey === null && provvisorioId === null) return [];
  return all(
    ledger,
    `SELECT ${columns} FROM quote q CROSS JOIN provvisori v ON v.id = q.provvisorio_id
     WHERE q.iuf_key = @iufKey AND q.cents > 0
     UNION SELECT ${columns} FROM provvisori WHERE id = @provvisorioId
     ORDER BY ${columns}`,
    { iufKey: flussoKey, provvisorioId },
  );
}
