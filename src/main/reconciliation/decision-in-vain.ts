import type { Correction, Decision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { DecidedProvvisorio } from '../ledger/decisions.ts';
import { iuvOf, sumOf } from './place-money.ts';

export type WhyInVain = 'cancelled' | 'same-as-read' | 'shares-exceed' | 'shares-repeat' | WhyNotSent;

/** Why nothing is to be sent to the ragioneria: it would be regularised twice, or not as the person saw it. */
export type WhyNotSent = 'not-pagopa' | 'already-sent' | 'already-regularised' | 'split-changed';

/** Why deciding this would change nothing, or cannot be; null when it is worth deciding. A note always is. */
export function whyInVain(decision: Decision, provvisorio: DecidedProvvisorio): WhyInVain | null {
  if (decision.kind === 'note') return null;
  if (provvisorio.state === 'cancelled') return 'cancelled';
  if (decision.kind === 'share') {
    const keys = decision.shares.map(({ iuf }) => iufKey(iuf));
    if (new Set(keys).size < keys.length) return 'shares-repeat';
    if (sumOf(decision.shares) > provvisorio.cents) return 'shares-exceed';
  }
  return saysTheCausale(decision, provvisorio) ? 'same-as-read' : null;
}

/** A link to an IUF that was only guessed at is worth having: the guess may change, the link stays. */
function saysTheCausale(decision: Decision, provvisorio: DecidedProvvisorio): boolean {
  const { kind, confidence, shares, isDecided } = provvisorio;
  const isCertain = confidence === 'certain' && !isDecided;
  switch (decision.kind) {
    case 'link':
      return isCertain && shares.length === 1 && shares[0]?.iufKey === iufKey(decision.iuf);
    case 'share':
      return isCertain && areTheSame(decision.shares, shares);
    case 'correct':
      return provvisorio.source !== 'person' && saysAlready(decision.reading, provvisorio);
    case 'unlink':
      return !isDecided && shares.length === 0 && kind !== 'iuv' && kind !== 'none' && kind !== 'suspect';
    case 'exclude':
      return !isDecided && kind === 'none';
    case 'partner':
    case 'sent':
    case 'note':
      return false;
  }
}

function areTheSame(
  decided: readonly { readonly iuf: string; readonly cents: number }[],
  shares: DecidedProvvisorio['shares'],
): boolean {
  const asRead = new Map(shares.map(({ iufKey: key, cents }) => [key, cents]));
  return (
    decided.length === shares.length && decided.every(({ iuf, cents }) => asRead.get(iufKey(iuf)) === cents)
  );
}

function saysAlready(reading: Correction, { kind, confidence, iuf, iuv }: DecidedProvvisorio): boolean {
  if (reading.kind !== kind) return false;
  switch (reading.kind) {
    case 'iuf':
      return confidence === 'certain' && iuf !== null && iufKey(iuf) === iufKey(reading.iuf);
    case 'iuv':
      return confidence === 'certain' && iuv === iuvOf(reading);
    case 'unreadable':
      return iuf === null;
  }
}
