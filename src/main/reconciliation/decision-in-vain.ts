import type { Decision } from '../../shared/domain/decision.ts';
import { iufKey } from '../../shared/domain/iuf.ts';
import type { DecidedProvvisorio } from '../ledger/decisions.ts';

/** Why deciding this would change nothing; null when it is worth deciding. A note always is. */
export function whyInVain(
  decision: Decision,
  provvisorio: DecidedProvvisorio,
): 'cancelled' | 'same-as-read' | null {
  if (decision.kind === 'note') return null;
  if (provvisorio.state === 'cancelled') return 'cancelled';
  return !provvisorio.isDecided && saysTheCausale(decision, provvisorio) ? 'same-as-read' : null;
}

/** A link to an IUF that was only guessed at is worth having: the guess may change, the link stays. */
function saysTheCausale(decision: Decision, { kind, confidence, iufKey: key }: DecidedProvvisorio): boolean {
  switch (decision.kind) {
    case 'link':
      return key === iufKey(decision.iuf) && confidence === 'certain';
    case 'unlink':
      return key === null && kind !== 'iuv' && kind !== 'none' && kind !== 'suspect';
    case 'exclude':
      return kind === 'none';
    case 'partner':
    case 'note':
      return false;
  }
}
