import type { Codici } from '../../shared/domain/codice.ts';
import type { WritableLedger } from './open.ts';

/** Who tells services and owners to the connection: settings change, what is prepared stays. */
const codiciOf = new WeakMap<WritableLedger, Codici>();

/**
 * From now on statements of the connection may ask `service_told(iuv, category, line, description)` for what a receipt is about
 * (its source and the service, as one text, or null), and `owner_told(iuv)` whose an IUV is that no receipt pays to us.
 */
export function tellCodici(ledger: WritableLedger, codici: Codici): void {
  if (!codiciOf.has(ledger)) addFunctions(ledger);
  codiciOf.set(ledger, codici);
}

function addFunctions(ledger: WritableLedger): void {
  const how = { deterministic: true, directOnly: true };
  ledger.function(
    'service_told',
    how,
    (iuv: string, category: string | null, line: string | null, description: string | null) => {
      const hints = { iuv, category, tipoDovuto: null, positionCategory: null };
      const found =
        codiciOf.get(ledger)?.serviceOf({ ...hints, descriptions: [line, description, null] }) ?? null;
      return found === null ? null : `${found.source}/${found.service}`;
    },
  );
  // Null for another partner's: whose it is stands with the payment.
  ledger.function('owner_told', how, (iuv: string) => {
    const kind = codiciOf.get(ledger)?.ownerOf(iuv).kind;
    return kind === 'ours' ? 'ours' : kind === 'unknown' ? 'unknown-code' : null;
  });
}
