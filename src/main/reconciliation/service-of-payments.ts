import type { Codici } from '../../shared/domain/codice.ts';
import type { ServiceSource } from '../../shared/domain/service.ts';
import type { TouchedIuv } from '../ledger/payments.ts';
import { standingPosition } from './standing-position.ts';

/**
 * Tells the service of each payment of an IUV by its receipt's line, where it has one, and by the debt position. What
 * other enti were paid for tells nothing of ours.
 */
export function serviceOfPayments({ iuv, claims, positions }: TouchedIuv, codici: Codici) {
  const position = standingPosition(positions)?.fact;
  const ours = new Map(
    claims.filter(({ standing }) => standing !== 'not-ours').map((claim) => [claim.id, claim]),
  );
  return (claimId: number | null): { service: string | null; serviceSource: ServiceSource | null } => {
    const claim = claimId === null ? undefined : ours.get(claimId);
    const found = codici.serviceOf({
      iuv,
      category: claim?.category ?? null,
      tipoDovuto: position?.tipoDovuto ?? null,
      positionCategory: position?.category ?? null,
      descriptions: [
        claim?.lineDescription ?? null,
        claim?.description ?? null,
        position?.description ?? null,
      ],
    });
    return { service: found?.service ?? null, serviceSource: found?.source ?? null };
  };
}
