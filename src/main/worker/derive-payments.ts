import type { Codici } from '../../shared/domain/codice.ts';
import { keepGone, noteFormer } from '../ledger/gone-rows.ts';
import type { WritableLedger } from '../ledger/open.ts';
import { keepFound } from '../ledger/payments-again.ts';
import { keepPayment, unusualIuvs } from '../ledger/payments.ts';
import {
  factsOfTouchedPositions,
  keepPosition,
  removePositionsOfIuvs,
  removeTouchedPositions,
} from '../ledger/positions.ts';
import { setSingle } from '../ledger/provvisori.ts';
import type { Sides } from '../ledger/sides.ts';
import { noteOther } from '../ledger/touched.ts';
import { keepUsualPayments } from '../ledger/usual-payments.ts';
import type { Decided } from '../reconciliation/decided.ts';
import { derivePosition } from '../reconciliation/derive-position.ts';
import { paymentsOfIuv } from '../reconciliation/payments-of-iuv.ts';

/** Finds again the payments and the positions of the touched IUVs numbered `after`+1..`upTo`. */
export function derivePayments(
  ledger: WritableLedger,
  codici: Codici,
  decided: Decided,
  sides: Sides,
  after: number,
  upTo: number,
): void {
  const former = noteFormer(ledger, 'pagamenti', after, upTo);
  const place = former > 0 ? 'found_payments' : 'payments';
  removePositionsOfIuvs(ledger, after, upTo);
  const unusual = keepUsualPayments(ledger, place, sides, after, upTo);
  for (const facts of unusual === 0 ? [] : unusualIuvs(ledger)) {
    const { payments, singles } = paymentsOfIuv(facts, codici, decided.partnerOfIuv(facts.iuv));
    const position = derivePosition(facts.iuv, facts.positions, payments, codici);
    if (position !== null) keepPosition(ledger, `iuv/${facts.iuv}`, position);
    for (const payment of payments) keepPayment(ledger, place, payment);
    if (payments.some(({ partner }) => partner !== null)) noteOther(ledger, facts.iuv);
    for (const single of singles) setSingle(ledger, single.id, single.bucket);
  }
  if (former === 0) return;
  keepFound(ledger, after, upTo);
  keepGone(ledger, 'pagamenti');
}

/** Finds again the touched positions without IUV numbered `after`+1..`upTo`: nothing was paid of them that we could know. */
export function derivePositionsWithoutIuv(
  ledger: WritableLedger,
  codici: Codici,
  after: number,
  upTo: number,
): void {
  removeTouchedPositions(ledger, after, upTo);
  for (const [key, facts] of factsOfTouchedPositions(ledger, after, upTo)) {
    const position = derivePosition(null, facts, [], codici);
    if (position !== null) keepPosition(ledger, key, position);
  }
}
