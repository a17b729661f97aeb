import type { Codici } from '../../shared/domain/codice.ts';
import { decodeEvidence, type Evidence } from '../../shared/domain/verdict.ts';
import type { DerivedPayment } from '../ledger/payments.ts';
import type { DerivedPosition, PositionFact } from '../ledger/positions.ts';
import { standingPosition } from './standing-position.ts';

/** A position from its facts and from the payments of its IUV; null without facts. `iuv`: null for one that has none. */
export function derivePosition(
  iuv: string | null,
  facts: readonly PositionFact[],
  payments: readonly DerivedPayment[],
  codici: Codici,
): DerivedPosition | null {
  const standing = standingPosition(facts);
  if (standing === null) return null;
  const { fact, cancelled, disagree } = standing;
  const { tipoDovuto, category, description } = fact;
  const found = codici.serviceOf({
    iuv,
    category: null,
    tipoDovuto,
    positionCategory: category,
    descriptions: [description],
  });
  return {
    iuv,
    factId: fact.id,
    cents: fact.cents,
    dueDay: fact.dueDay,
    cancelled,
    disagree,
    paidCents: paidCents(payments),
    service: found?.service ?? null,
    serviceSource: found?.source ?? null,
  };
}

/** Both of a pair count: what was paid twice differs from what is due. */
function paidCents(payments: readonly DerivedPayment[]): number | null {
  const paid = payments.filter(({ evidence }) => isPaid(decodeEvidence(evidence)));
  return paid.length === 0 ? null : paid.reduce((sum, { cents }) => sum + cents, 0);
}

/** Whoever the partner is, the debtor has paid; money that was given back pays nothing. */
function isPaid({ owner, receipt, report }: Evidence): boolean {
  if (owner === 'not-ours' || report === 'revoked') return false;
  return receipt === 'paid' || report === 'executed' || report === 'without-receipt';
}
