import {
  readCausale,
  noKnownIufs,
  type CausaleTexts,
  type Extraction,
  type KnownIufs,
} from '../../../../src/shared/domain/causale.ts';
import { iufKey } from '../../../../src/shared/domain/iuf.ts';

/** A movement with one causale and nothing else, unless `others` says more. */
export function texts(causale: string, others: Partial<CausaleTexts> = {}): CausaleTexts {
  return { causali: [causale], endToEnd: null, bankTexts: [], reference: null, payer: null, ...others };
}

/** Reads one causale, knowing the flussi named. */
export function read(causale: string, ...iufs: readonly string[]): Extraction {
  return readCausale(texts(causale), knowing(...iufs));
}

/** An index of a few flussi, kept in memory. */
export function knowing(...iufs: readonly string[]): KnownIufs {
  if (iufs.length === 0) return noKnownIufs;
  const byKey = new Map(iufs.map((iuf) => [iufKey(iuf), iuf]));
  const keys = [...byKey.keys()].toSorted();
  return {
    has: (key) => byKey.has(key),
    withPrefix: (prefix) => keys.filter((key) => key.startsWith(prefix)).slice(0, 3),
    original: (key) => byKey.get(key) ?? key,
    irregular: () => keys.filter((key) => !/^\d{4}-\d\d-\d\d/.test(key)),
  };
}
