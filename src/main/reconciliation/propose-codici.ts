import { compileCodici } from '../../shared/domain/codice.ts';
import { applicationCodesOf, areDigits, isValidRf } from '../../shared/domain/iuv.ts';
import { byText } from '../../shared/domain/order.ts';
import type { Codice, Settings } from '../../shared/domain/settings.ts';
import type { CodesSeen, IuvsSeen } from '../ledger/seen-codes.ts';

/** Whose a codice seems to be that the settings do not know, and why. */
export interface CodiceProposal {
  readonly codice: Codice;
  /** `ours`: receipts with it pay us. `other`: receipts pay us, and none of them with it. `unsure`: no receipt tells. */
  readonly owner: 'ours' | 'other' | 'unsure';
  /** IUVs with it that a receipt pays to us. */
  readonly receipts: number;
  /** IUVs with it that a flusso lists. */
  readonly rows: number;
}

/**
 * The codici of the IUVs in the documents that the settings give to nobody: those with which most receipts pay us first.
 * IUVs that bear no code, of which the code cannot be told, or that another ente issued propose nothing.
 */
export function proposeCodici(seen: CodesSeen, settings: Settings): CodiceProposal[] {
  const known = compileCodici(settings);
  const receipts = countByCodice(seen.paidToUs);
  const rows = countByCodice(seen.listed);
  const isTold = receipts.size > 0;
  // What such receipts pay is ours without a code, and would not be with the code of a partner.
  for (const codice of countByCodice(seen.issuedByOthers).keys()) rows.delete(codice);
  return [...new Set([...receipts.keys(), ...rows.keys()])]
    .filter(
      (codice) => known.ownerOf((receipts.get(codice) ?? rows.get(codice))?.iuv ?? '').kind === 'unknown',
    )
    .map((codice): CodiceProposal => {
      const paid = receipts.get(codice)?.count ?? 0;
      return {
        codice,
        owner: paid > 0 ? 'ours' : isTold ? 'other' : 'unsure',
        receipts: paid,
        rows: rows.get(codice)?.count ?? 0,
      };
    })
    .toSorted((a, b) => b.receipts - a.receipts || b.rows - a.rows || byText(a.codice, b.codice));
}

function countByCodice(seen: readonly IuvsSeen[]): Map<Codice, IuvsSeen> {
  const counts = new Map<Codice, IuvsSeen>();
  for (const { iuv, count } of seen) {
    const codice = codiceOf(iuv);
    if (codice !== null) counts.set(codice, { iuv, count: count + (counts.get(codice)?.count ?? 0) });
  }
  return counts;
}

/** The codice that an IUV bears, in the form in which the settings keep it. */
function codiceOf(iuv: string): Codice | null {
  if (!areDigits(iuv)) return isValidRf(iuv) && areDigits(iuv.slice(4, 6)) ? iuv.slice(4, 6) : null;
  if (iuv.length === 17) return iuv.slice(0, 2);
  const [application, another] = applicationCodesOf(iuv);
  return application === undefined || another !== undefined ? null : `app:${application}`;
}
