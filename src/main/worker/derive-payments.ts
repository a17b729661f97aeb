import type { Codici } from '../../shared/domain/codice.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { keepPayment, removePaymentsOfTouched, touchedIuvs } from '../ledger/payments.ts';
import { setSingle } from '../ledger/provvisori.ts';
import type { Decided } from '../reconciliation/decided.ts';
import { paymentsOfIuv } from '../reconciliation/payments-of-iuv.ts';

/** Finds again the payments of the touched IUVs numbered `after`+1..`upTo`. */
export function derivePayments(
  ledger: WritableLedger,
  codici: Codici,
  decided: Decided,
  after: number,
  upTo: number,
): void {
  removePaymentsOfTouched(ledger, after, upTo);
  for (const facts of touchedIuvs(ledger, after, upTo)) {
    const { payments, singles } = paymentsOfIuv(facts, codici, decided.partnerOfIuv(facts.iuv));
    for (const payment of payments) keepPayment(ledger, payment);
    for (const single of singles) setSingle(ledger, single.id, single.bucket);
  }
}
