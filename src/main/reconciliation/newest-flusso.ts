import { byText } from '../../shared/domain/order.ts';

/** What decides between two versions of one flusso. */
export interface FlussoOrder {
  readonly revision: number;
  /** `instantKey` of `dataOraFlusso`. */
  readonly createdAt: string;
  readonly digest: string;
}

/**
 * The version that counts: the highest revision, then the latest `dataOraFlusso`, then the greater digest; the
 * order of arrival decides nothing. Older versions are kept and say no more.
 */
export function newestFlusso<T extends FlussoOrder>(versions: readonly T[]): T | undefined {
  return versions.toSorted(
    (a, b) => b.revision - a.revision || byText(b.createdAt, a.createdAt) || byText(b.digest, a.digest),
  )[0];
}
