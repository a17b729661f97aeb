import { iufKey } from './iuf.ts';
import type { RegularisationPart } from './regularisation.ts';

/** The natural key of a provvisorio. */
interface Provvisorio {
  readonly esercizio: number;
  readonly numero: string;
  readonly conto: string;
}

/** What a decision is about. */
export type DecisionTarget =
  | { readonly type: 'payment'; readonly iuv: string; readonly iur: string; readonly index: number }
  | { readonly type: 'flusso'; readonly iuf: string }
  | ({ readonly type: 'provvisorio' } & Provvisorio);

/** A part of a provvisorio's money, and the flusso whose money it is. */
export interface DecidedShare {
  readonly iuf: string;
  readonly cents: number;
}

/** What a causale says, as a person reads it. */
export type Correction =
  | { readonly kind: 'iuf'; readonly iuf: string }
  | { readonly kind: 'iuv'; readonly iuv: string }
  | { readonly kind: 'unreadable' };

/** What a person decides; what each kind means is told in the contract. */
export type Decision =
  | { readonly kind: 'link'; readonly provvisorio: Provvisorio; readonly iuf: string; readonly note: string }
  | {
      readonly kind: 'share';
      readonly provvisorio: Provvisorio;
      readonly shares: readonly DecidedShare[];
      readonly note: string;
    }
  | {
      readonly kind: 'correct';
      readonly provvisorio: Provvisorio;
      readonly reading: Correction;
      readonly note: string;
    }
  | { readonly kind: 'unlink'; readonly provvisorio: Provvisorio; readonly note: string }
  | { readonly kind: 'exclude'; readonly provvisorio: Provvisorio; readonly note: string }
  | {
      readonly kind: 'partner';
      readonly target: DecisionTarget;
      readonly partner: string;
      readonly note: string;
    }
  | {
      readonly kind: 'sent';
      readonly provvisorio: Provvisorio;
      readonly parts: readonly RegularisationPart[];
      readonly note: string;
    }
  | { readonly kind: 'note'; readonly target: DecisionTarget; readonly text: string };

export interface DecisionRecord {
  readonly id: number;
  readonly decision: Decision;
  readonly author: string;
  readonly madeAt: string;
  readonly undoneAt: string | null;
  readonly state: 'standing' | 'to-review' | 'replaced' | 'broken' | 'undone';
}

/** What a person decided of a provvisorio's money. */
export type MoneyDecision = 'link' | 'share' | 'unlink' | 'exclude' | 'partner';

export function targetOf(decision: Decision): DecisionTarget {
  return 'target' in decision ? decision.target : { type: 'provvisorio', ...decision.provvisorio };
}

/** The flussi to which a decision leads the money of its provvisorio, as the person wrote them. */
export function iufsOf(decision: Decision): readonly string[] {
  if (decision.kind === 'link') return [decision.iuf];
  return decision.kind === 'share' ? decision.shares.map(({ iuf }) => iuf) : [];
}

/**
 * Equal for two decisions of which only the newer counts: those about the money of one provvisorio, about what its
 * causale says, about sending it to the ragioneria, about the owner of one flusso or of one IUV, and the notes on one thing.
 */
export function subjectOf(decision: Decision): string {
  const target = targetOf(decision);
  if (decision.kind === 'note') return JSON.stringify(['note', ...keyOf(target)]);
  if (decision.kind === 'correct') return JSON.stringify(['reading', ...keyOf(target)]);
  if (decision.kind === 'sent') return JSON.stringify(['sent', ...keyOf(target)]);
  // Whose a payment is depends on its IUV alone.
  if (target.type === 'payment') return JSON.stringify(['partner', target.iuv]);
  return JSON.stringify([target.type === 'flusso' ? 'partner' : 'money', ...keyOf(target)]);
}

function keyOf(target: DecisionTarget): (string | number)[] {
  switch (target.type) {
    case 'payment':
      return [target.type, target.iuv, target.iur, target.index];
    case 'flusso':
      return [target.type, iufKey(target.iuf)];
    case 'provvisorio':
      return [target.type, target.esercizio, target.numero, target.conto];
  }
}
