import { iufKey } from './iuf.ts';

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

/** What a person decides; what each kind means is told in the contract. */
export type Decision =
  | { readonly kind: 'link'; readonly provvisorio: Provvisorio; readonly iuf: string; readonly note: string }
  | { readonly kind: 'unlink'; readonly provvisorio: Provvisorio; readonly note: string }
  | { readonly kind: 'exclude'; readonly provvisorio: Provvisorio; readonly note: string }
  | {
      readonly kind: 'partner';
      readonly target: DecisionTarget;
      readonly partner: string;
      readonly note: string;
    }
  | { readonly kind: 'note'; readonly target: DecisionTarget; readonly text: string };

export interface DecisionRecord {
  readonly id: number;
  readonly decision: Decision;
  readonly author: string;
  readonly madeAt: string;
  readonly undoneAt: string | null;
  readonly state: 'standing' | 'replaced' | 'broken' | 'undone';
}

/** What a person decided of a provvisorio's money. */
export type MoneyDecision = 'link' | 'unlink' | 'exclude' | 'partner';

export function targetOf(decision: Decision): DecisionTarget {
  return 'target' in decision ? decision.target : { type: 'provvisorio', ...decision.provvisorio };
}

/**
 * Equal for two decisions of which only the newer counts: those about the money of one provvisorio, about the owner of
 * one flusso or of one IUV, and the notes on one thing.
 */
export function subjectOf(decision: Decision): string {
  const target = targetOf(decision);
  if (decision.kind === 'note') return JSON.stringify(['note', ...keyOf(target)]);
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
